using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Texts of three classes, of words that no language has, and word embeddings that know what goes together.</summary>
internal sealed class FineTuningExpectation : Expectation
{
    private const int Width = 16;
    private const int Classes = 3;

    /// <summary>
    /// How far above the most frequent class's share the accuracy must be: who cannot tell two of the classes apart has no more than 0.8. The
    /// reference has 0.93 to 0.97 (20 draws), as some texts have as many misleading words as right ones.
    /// </summary>
    private const double Margin = 0.32;

    /// <summary>Of the classes, the same in both sets.</summary>
    private static readonly double[] Shares = [0.5, 0.3, 0.2];

    public override IReadOnlyList<string> Withheld => ["held-out labels"];

    public override JsonObject Draw(Random random)
    {
        var words = Draws.Words(random, "abcdefghiklmnoprstuvz", 75, 4, 8);
        var lists = words[..45].Chunk(15).ToArray();
        var fillers = words[45..];
        string[] vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", .. Draws.Shuffled(random, words)];
        var bert = new TinyBert(vocabulary.Length, Width, Heads: 2, Inner: 32, Places: 16, ["LABEL_0", "LABEL_1", "LABEL_2"]) { Deviation = 0.2 };
        var frequencies = Draws.Shuffled(random, Shares);
        var (train, heldOut) = (Labels(random, frequencies, 400), Labels(random, frequencies, 200));
        return new JsonObject
        {
            ["config.json"] = bert.Config(),
            ["vocabulary"] = Draws.Json(vocabulary),
            ["words"] = vocabulary.Length,
            ["width"] = Width,
            ["embeddings"] = Draws.Json(Embeddings(random, vocabulary, lists)),
            ["train"] = Draws.Json(train.Select(label => Text(random, label, lists, fillers))),
            ["train labels"] = Draws.Json(train),
            ["heldOut"] = Draws.Json(heldOut.Select(label => Text(random, label, lists, fillers))),
            ["held-out labels"] = Draws.Json(heldOut),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (bert, labels, predictions) = (TinyBert.Read((string)inputs["config.json"]!), Draws.Whole(inputs["held-out labels"]), observed.Numbers("predictions"));
        var share = labels.CountBy(label => label).Max(count => count.Value) / (double)labels.Length;
        var accuracy = predictions.Count == labels.Length ? predictions.Zip(labels, (seen, label) => seen.Equals(label) ? 1.0 : 0).Average() : 0;
        var frozen = (long)bert.Words * bert.Width;

        checks.True(
            "accuracy", "predictions", accuracy >= share + Margin,
            $"one class for each of {labels.Length} texts, {share + Margin:P0} or more of them right (the most frequent class alone has {share:P0}); {accuracy:P0} are right");
        checks.Near("baseline", "majority", Draws.Whole(inputs["train labels"]).CountBy(label => label).MaxBy(count => count.Value).Key, 0, "the most frequent class of the training texts");
        checks.Near("frozen", "embeddings after", Draws.Numbers(inputs["embeddings"]), 0, "the embeddings as they were drawn");
        checks.Near("counts", "trained parameters", bert.Count() - frozen, 0, "all numbers of such a model that can move");
        checks.Near("counts", "frozen parameters", frozen, 0, "all numbers that cannot");
    }

    private static long[] Labels(Random random, double[] frequencies, int count) =>
        Draws.Shuffled(random, frequencies.SelectMany((share, label) => Enumerable.Repeat((long)label, (int)Math.Round(share * count))));

    /// <summary>Six to ten words: one is sure to be of the text's class; of the others some are, one in ten is of another, and the rest says nothing.</summary>
    private static string Text(Random random, long label, string[][] lists, string[] fillers)
    {
        string[] Others() => lists[(label + random.Next(1, Classes)) % Classes];
        string[] Source() => random.NextDouble() switch { < 0.1 => Others(), < 0.5 => lists[label], _ => fillers };
        var texts = Enumerable.Range(0, random.Next(5, 10)).Select(_ => Source()).Append(lists[label]).Select(from => from[random.Next(from.Length)]);
        return string.Join(' ', Draws.Shuffled(random, texts));
    }

    /// <summary>Words of one class lie around one point.</summary>
    private static IEnumerable<double> Embeddings(Random random, string[] vocabulary, string[][] lists)
    {
        var centres = lists.Select(_ => Draws.Numbers(random, Width, 0.5)).ToArray();
        return vocabulary.SelectMany(word => Array.FindIndex(lists, list => list.Contains(word)) is var list and >= 0
            ? Draws.Numbers(random, Width, 0.3).Zip(centres[list], (noise, centre) => noise + centre)
            : Draws.Numbers(random, Width, 0.5));
    }
}
