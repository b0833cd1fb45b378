using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>What a BERT without a head says of each token, and what a new head makes of the first one's.</summary>
internal sealed class HeadExpectation : Expectation
{
    /// <summary>Single precision, sums of some dozen numbers of the order of 1.</summary>
    private const double Tolerance = 1e-4;

    public override JsonObject Draw(Random random)
    {
        var longest = random.Next(5, 8);
        var bert = TinyBert.Draw(random, random.Next(12, 20), longest + random.Next(3), "LABEL_0", "LABEL_1");
        // The first fills its row, so that the second one's filling can be seen from outside only by the mask.
        int[] lengths = [longest, longest - random.Next(2, 4), .. Enumerable.Range(0, random.Next(2)).Select(_ => random.Next(2, longest))];
        var hasPooler = random.Next(2) == 0;
        return new JsonObject
        {
            ["config.json"] = bert.Config(),
            ["weights"] = bert.Weights(random, name => !name.StartsWith("classifier") && (hasPooler || !name.StartsWith("pooler")), prefix: random.Next(2) == 0),
            ["ids"] = new JsonArray([.. lengths.Select(length => Draws.Json(Enumerable.Range(0, longest).Select(i => i < length ? random.NextInt64(1, bert.Words) : 0)))]),
            ["mask"] = new JsonArray([.. lengths.Select(length => Draws.Json(Enumerable.Range(0, longest).Select(i => i < length ? 1L : 0)))]),
            ["classes"] = random.Next(3, 6),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (bert, weights, classes) = (TinyBert.Read((string)inputs["config.json"]!), inputs["weights"]!.AsObject(), (int)inputs["classes"]!);
        var (ids, mask) = (inputs["ids"]!.AsArray().Select(Draws.Whole).ToList(), inputs["mask"]!.AsArray().Select(row => Draws.Whole(row).Select(one => one == 1).ToList()).ToList());
        var states = ids.Zip(mask, (row, seen) => bert.States(weights, row, seen)).ToList();

        checks.Equal("hidden states", "hidden states shape", [ids.Count, ids[0].Length, bert.Width], "a vector for every token");
        checks.Near("hidden states", "hidden states", WhereSeen(states, mask, observed.Numbers("hidden states")), Tolerance, "the states of all tokens, where none attends to the filling (the filling's own states may be anything)");
        CheckHead(new Given(bert, weights, classes, states), observed, checks);

        var pooler = Drawn(weights, "pooler.dense.weight") is null ? "bert.pooler.dense.bias,bert.pooler.dense.weight," : "";
        checks.Equal("new weights", "newly initialised", pooler + "classifier.bias,classifier.weight", "what the model has and the file has not");
        checks.Equal("new weights", "second head differs", true, "whether two loads drew two heads");
        checks.Equal("saved", "newly initialised after saving", "", "what a saved model lacks");
    }

    private static void CheckHead(Given given, Observed observed, CheckList checks)
    {
        var (bert, weights, classes, states) = given;
        (string Name, int Count, string? Drawn)[] parts =
        [
            ("pooler weight", bert.Width * bert.Width, "pooler.dense.weight"), ("pooler bias", bert.Width, "pooler.dense.bias"),
            ("head weight", classes * bert.Width, null), ("head bias", classes, null),
        ];
        checks.Equal("logits", "logits shape", [states.Count, classes], "a score of every class for every sequence");
        foreach (var (name, count, drawn) in parts)
        {
            if (drawn is not null && Drawn(weights, drawn) is { } values)
            {
                checks.Near("logits", name, values, 1e-6, "what the file has there");
            }
            else
            {
                var seen = observed.Numbers(name);
                checks.True("logits", name, seen.Count == count && (name.EndsWith("bias") || seen.Any(value => value != 0)), $"{count} newly drawn numbers");
            }
        }

        double[] Part(int i) => [.. observed.Numbers(parts[i].Name).Concat(new double[parts[i].Count]).Take(parts[i].Count)];
        var logits = states.SelectMany(tokens => TinyBertSteps.Head(tokens[0], Part(0), Part(1), Part(2), Part(3))).ToArray();
        checks.Near("logits", "logits", logits, Tolerance, "what this pooler and this head make of the first token's state");
    }

    /// <summary>What is expected of all tokens, with what was observed in the place of the filling.</summary>
    private static double[] WhereSeen(List<double[][]> states, List<List<bool>> mask, IReadOnlyList<double> observed)
    {
        var expected = states.SelectMany((row, i) => row.SelectMany((token, j) => token.Select(value => (Value: value, Seen: mask[i][j])))).ToList();
        return [.. expected.Select((one, i) => one.Seen || i >= observed.Count ? one.Value : observed[i])];
    }

    private static double[]? Drawn(JsonObject weights, string name) => (weights[name] ?? weights["bert." + name]) is { } weight ? Draws.Numbers(weight["values"]) : null;

    private sealed record Given(TinyBert Bert, JsonObject Weights, int Classes, List<double[][]> States);
}
