using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Softmax regression on the vectors of the frozen encoder, step by step; and drawn sentences that a fine-tuned encoder tells apart.</summary>
internal sealed class TransferExpectation : Expectation
{
    private const int Classes = 2;
    private const long LayerParameters = 1_774_464;
    private const long EmbeddingParameters = 11_918_592;

    /// <summary>Some dozen steps on vectors that differ by some millionths between two ways of computing them.</summary>
    private const double Tolerance = 1e-3;

    /// <summary>How far above the most frequent class's share the fine-tuned network must be. The reference has 0.36 to 0.45 more (ten draws).</summary>
    private const double Margin = 0.1;

    /// <summary>Of the two classes; which is the larger one is drawn.</summary>
    private const double LargerShare = 0.54;

    private static readonly string[] Biases = ["attention.self.value", "attention.output.dense", "intermediate.dense", "output.dense"];

    public override IReadOnlyList<string> Withheld => ["held-out labels"];

    public override JsonObject Draw(Random random)
    {
        var larger = random.NextInt64(Classes);
        var (train, heldOut) = (Labels(random, larger, 240), Labels(random, larger, 80));
        return new JsonObject
        {
            ["pretrained"] = Pretrained.Name,
            ["train"] = Draws.Json(train.Select(label => SongSentences.Draw(random, likes: label == 1))),
            ["train labels"] = Draws.Json(train),
            ["held out"] = Draws.Json(heldOut.Select(label => SongSentences.Draw(random, likes: label == 1))),
            ["held-out labels"] = Draws.Json(heldOut),
            ["weight"] = Draws.Json(Draws.Numbers(random, Classes * Pretrained.Size, 0.1)),
            ["bias"] = Draws.Json(Draws.Numbers(random, Classes, 0.1)),
            ["few"] = random.Next(12, 25),
            ["rate"] = Math.Round(0.02 + (0.05 * random.NextDouble()), 4),
            ["steps"] = random.Next(5, 16),
            ["probed"] = $"encoder.layer.{random.Next(6)}.{Draws.Some(random, Biases, 1)[0]}.bias",
            ["frozen layers"] = random.Next(2, 4),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var head = Head(inputs);
        checks.Near("frozen", "trainable parameters", (Pretrained.Size + 1) * Classes, 0, "all numbers of the head and none of the encoder");
        checks.Near("frozen", "encoder gradients", 0, 0, "how many tensors of the frozen encoder have a gradient");
        checks.Near("frozen", "probed weight", Pretrained.Weight((string)inputs["probed"]!), 0, "what the pretrained model has there");
        checks.Near("feature extraction", "head weight", head.Weight, Tolerance, "the head's weight after the drawn steps");
        checks.Near("feature extraction", "head bias", head.Bias, Tolerance, "the head's bias after the drawn steps");

        var frozen = (int)inputs["frozen layers"]!;
        var (kept, before) = (Pretrained.Weight(Bias(frozen - 1)), Pretrained.Weight(Bias(frozen)));
        var after = observed.Numbers("tuned bias");
        checks.Near("frozen", "frozen bias", kept, 0, "what the pretrained model has there");
        var moved = after.Count == before.Length && after.Zip(before).Any(pair => pair.First != pair.Second);
        checks.True("fine-tuned", "tuned bias", moved, "other numbers than the pretrained model has there");
        var tuned = Pretrained.Parameters + ((Pretrained.Size + 1) * Classes) - EmbeddingParameters - (frozen * LayerParameters);
        checks.Near("fine-tuned", "fine-tuned parameters", tuned, 0, "all numbers of the upper layers, the pooler and the head");

        var (labels, seen) = (Draws.Whole(inputs["held-out labels"]), observed.Numbers("predictions"));
        var least = Margin + (labels.CountBy(label => label).Max(count => count.Value) / (double)labels.Length);
        var accuracy = seen.Count == labels.Length ? seen.Zip(labels, (one, label) => one.Equals(label) ? 1.0 : 0).Average() : 0;
        var wanted = $"one class for each of {labels.Length} sentences, {least:P0} or more of them right; {accuracy:P0} are right";
        checks.True("fine-tuned", "predictions", accuracy >= least, wanted);
    }

    /// <summary>The head after the drawn steps on the frozen vectors.</summary>
    private static SoftmaxRegression Head(JsonObject inputs)
    {
        var few = (int)inputs["few"]!;
        double[] features = [.. Draws.Texts(inputs["train"]).Take(few).SelectMany(sentence => Pretrained.Run(sentence).Pooled).Select(value => (double)value)];
        long[] labels = [.. Draws.Whole(inputs["train labels"]).Take(few)];
        var head = new SoftmaxRegression(Draws.Numbers(inputs["weight"]), Draws.Numbers(inputs["bias"]), features, labels);
        for (var step = 0; step < (int)inputs["steps"]!; step++)
        {
            head.Step([.. Enumerable.Range(0, few)], (double)inputs["rate"]!);
        }

        return head;
    }

    private static string Bias(int layer) => $"encoder.layer.{layer}.output.dense.bias";

    private static long[] Labels(Random random, long larger, int count) =>
        Draws.Shuffled(random, Enumerable.Range(0, count).Select(i => i < LargerShare * count ? larger : 1 - larger));
}
