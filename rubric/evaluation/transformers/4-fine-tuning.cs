using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Drawn sentences about songs, of which a frozen encoder tells some and a fine-tuned one nearly all, because half of the words in them are denied.</summary>
internal sealed class FineTuningExpectation : Expectation
{
    private const long LayerParameters = 1_774_464;
    private const long EmbeddingParameters = 11_918_592;
    private const int Classes = 2;

    /// <summary>How far above the most frequent class's share the fine-tuned model must be. The reference has 0.4 more: 0.97 to 1 of all (4 draws); with four layers frozen one of four drawn runs learnt nothing.</summary>
    private const double Margin = 0.1;

    /// <summary>The same for a linear layer on the frozen encoder's vectors, which has 0.13 to 0.25 more.</summary>
    private const double FrozenMargin = 0.04;

    /// <summary>Of the two classes, the same in both sets; which is the larger one is drawn.</summary>
    private const double LargerShare = 0.56;

    public override IReadOnlyList<string> Withheld => ["held-out labels"];

    public override JsonObject Draw(Random random)
    {
        var larger = random.NextInt64(Classes);
        var (train, heldOut) = (Labels(random, larger, 240), Labels(random, larger, 100));
        return new JsonObject
        {
            ["pretrained"] = Pretrained.Name,
            ["train"] = Draws.Json(train.Select(label => SongSentences.Draw(random, likes: label == 1))),
            ["train labels"] = Draws.Json(train),
            ["heldOut"] = Draws.Json(heldOut.Select(label => SongSentences.Draw(random, likes: label == 1))),
            ["held-out labels"] = Draws.Json(heldOut),
            ["frozen layers"] = random.Next(2, 4),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (labels, frozenLayers) = (Draws.Whole(inputs["held-out labels"]), (int)inputs["frozen layers"]!);
        var share = labels.CountBy(label => label).Max(count => count.Value) / (double)labels.Length;
        AtLeast("accuracy", "predictions", share + Margin);
        AtLeast("baseline", "predictions of frozen encoder", share + FrozenMargin);
        checks.Near("baseline", "majority", Draws.Whole(inputs["train labels"]).CountBy(label => label).MaxBy(count => count.Value).Key, 0, "the most frequent class of the training texts");

        var (kept, before) = (Pretrained.Weight(Bias(frozenLayers - 1)), Pretrained.Weight(Bias(frozenLayers)));
        var after = observed.Numbers("trained bias");
        checks.Near("frozen", "frozen bias", kept, 0, "what the pretrained model has there");
        checks.True("frozen", "trained bias", after.Count == before.Length && after.Zip(before).Any(pair => pair.First != pair.Second), "other numbers than the pretrained model has there");

        var frozen = EmbeddingParameters + (frozenLayers * LayerParameters);
        checks.Near("counts", "frozen parameters", frozen, 0, "all numbers of the embeddings and of the lower layers");
        checks.Near("counts", "trained parameters", Pretrained.Parameters + ((Pretrained.Size + 1) * Classes) - frozen, 0, "all numbers of the upper layers, the pooler and the head");

        void AtLeast(string check, string name, double least)
        {
            var seen = observed.Numbers(name);
            var accuracy = seen.Count == labels.Length ? seen.Zip(labels, (one, label) => one.Equals(label) ? 1.0 : 0).Average() : 0;
            checks.True(check, name, accuracy >= least, $"one class for each of {labels.Length} texts, {least:P0} or more of them right (the most frequent class alone has {share:P0}); {accuracy:P0} are right");
        }
    }

    private static string Bias(int layer) => $"encoder.layer.{layer}.output.dense.bias";

    private static long[] Labels(Random random, long larger, int count) =>
        Draws.Shuffled(random, Enumerable.Range(0, count).Select(i => i < LargerShare * count ? larger : 1 - larger));
}
