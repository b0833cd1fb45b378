using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>What a pretrained BERT without a head says of each token, what a new head makes of it, and which weights of a drawn checkpoint are new.</summary>
internal sealed class HeadExpectation : Expectation
{
    private static readonly string[] Pooler = ["pooler.dense.weight", "pooler.dense.bias"];

    public override JsonObject Draw(Random random)
    {
        var bert = TinyBert.Draw(random, random.Next(12, 20), random.Next(5, 10), "LABEL_0", "LABEL_1");
        // No classifier; with or without the pooler, and without a few weights of the layer.
        string[] body = [.. bert.Shapes().Select(weight => weight.Name).Where(name => !name.StartsWith("classifier"))];
        string[] without =
        [
            .. random.Next(2) == 0 ? Pooler : [],
            .. Draws.Shuffled(random, body.Where(name => name.StartsWith("encoder"))).Take(random.Next(2, 5)),
        ];
        var sentences = SongSentences.Some(random, 3);
        return new JsonObject
        {
            ["pretrained"] = Pretrained.Name,
            // The first fills its row, so that the second one's filling can be seen from outside only by the mask.
            ["sentences"] = Draws.Json([$"{sentences[0]} and {sentences[1]}", sentences[2]]),
            ["classes"] = random.Next(3, 6),
            ["config.json"] = bert.Config(),
            ["weights"] = bert.Weights(random, name => body.Contains(name) && !without.Contains(name), prefix: random.Next(2) == 0),
            ["kept"] = "bert." + Draws.Some(random, [.. body.Except(without)], 1)[0],
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (sentences, classes) = (Draws.Texts(inputs["sentences"]), (int)inputs["classes"]!);
        var runs = sentences.Select(Pretrained.Run).ToList();
        var longest = runs[0].States.Length / Pretrained.Size;
        var pooled = runs.Select(run => run.Pooled.Select(value => (double)value).ToArray()).ToList();

        checks.Equal("hidden states", "hidden states shape", [sentences.Length, longest, Pretrained.Size], "a vector for every token");
        checks.Near(
            "hidden states", "hidden states", WhereSeen(runs[1].States, longest, observed.Numbers("hidden states")), Pretrained.Tolerance,
            "the states of the second sentence's tokens, where none attends to the filling (the filling's own states may be anything)");
        checks.Near(
            "hidden states", "pooled", [.. pooled.SelectMany(row => row)], Pretrained.Tolerance,
            "the vector that the pretrained pooler makes of each sentence");
        CheckHead(pooled, classes, observed, checks);
        CheckNewWeights(inputs, observed, checks);
    }

    private static void CheckHead(List<double[]> pooled, int classes, Observed observed, CheckList checks)
    {
        var (weight, bias) = (observed.Numbers("head weight"), observed.Numbers("head bias"));
        checks.Equal("logits", "logits shape", [pooled.Count, classes], "a score of every class for every sentence");
        checks.True(
            "logits", "head weight", weight.Count == classes * Pretrained.Size && weight.Any(value => value != 0),
            $"{classes * Pretrained.Size} newly drawn numbers");
        checks.True("logits", "head bias", bias.Count == classes, $"{classes} numbers");
        double[] Sized(IReadOnlyList<double> values, int count) => [.. values.Concat(new double[count]).Take(count)];
        var logits = pooled.SelectMany(row => TinyBertSteps.Linear(row, Sized(weight, classes * Pretrained.Size), Sized(bias, classes))).ToArray();
        checks.Near("logits", "logits", logits, Pretrained.Tolerance, "what this head makes of the pooled vectors");
    }

    private static void CheckNewWeights(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (weights, kept) = (inputs["weights"]!.AsObject(), (string)inputs["kept"]!);
        var file = weights.Select(weight => weight.Key.StartsWith("bert.") ? weight.Key : $"bert.{weight.Key}").ToHashSet();
        var all = TinyBert.Read((string)inputs["config.json"]!).Shapes()
            .Select(weight => weight.Name.StartsWith("classifier") ? weight.Name : $"bert.{weight.Name}");
        string[] missing = [.. all.Where(name => !file.Contains(name)).Order(StringComparer.Ordinal)];
        var warning = observed.Text("warning");
        checks.Equal("new weights", "newly initialised", string.Join(',', missing), "what the model has and the file has not");
        checks.True("new weights", "warning", missing.All(warning.Contains) && !file.Any(warning.Contains), "a warning that names just these weights");
        checks.Equal("new weights", "second head differs", true, "whether two loads drew two heads");
        checks.Equal("saved", "newly initialised after saving", "", "what a saved model lacks");
        checks.Near(
            "saved", "kept weight after saving", Draws.Numbers((weights[kept] ?? weights[kept["bert.".Length..]])!["values"]), 0,
            $"the numbers of {kept} in the checkpoint");
    }

    /// <summary>What is expected of the sentence's tokens, with what was observed in the place of the filling.</summary>
    private static double[] WhereSeen(float[] states, int longest, IReadOnlyList<double> observed)
    {
        var expected = states.Select(value => (double)value).ToArray();
        return
        [
            .. expected,
            .. Enumerable.Range(expected.Length, (longest * Pretrained.Size) - expected.Length).Select(i => i < observed.Count ? observed[i] : 0),
        ];
    }
}
