using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Counts and outputs of a small network of linear layers, in plain C#.</summary>
internal sealed class ModuleExpectation : Expectation
{
    /// <summary>The demonstration computes in single precision; outputs are of the order of 1.</summary>
    private const double Tolerance = 1e-4;

    private static readonly string[] Calls = ["outer train", "outer eval", "inner train", "inner eval"];

    public override JsonObject Draw(Random random)
    {
        int[] sizes = [.. Enumerable.Range(0, random.Next(3, 5)).Select(_ => random.Next(2, 25))];
        var rows = random.Next(1, 5);
        var layers = sizes.Zip(sizes.Skip(1)).ToList();
        return new JsonObject
        {
            ["sizes"] = new JsonArray([.. sizes.Select(s => (JsonNode)s)]),
            ["rows"] = rows,
            ["x"] = Numbers(random, rows * sizes[0]),
            ["weights"] = new JsonArray([.. layers.Select(l => Numbers(random, l.First * l.Second))]),
            ["loose"] = random.Next(layers.Count),
            ["calls"] = Draws.Json(Draws.Shuffled(random, ["outer eval", "outer train", "inner eval", .. Draws.Some(random, Calls, random.Next(3, 6))])),
            ["biases"] = new JsonArray([.. layers.Select(l => Numbers(random, l.Second))]),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var sizes = Read(inputs["sizes"]!);
        var output = Output(inputs);
        var count = sizes.Zip(sizes.Skip(1)).Sum(l => (l.First * l.Second) + l.Second);

        checks.Near("parameter count", "parameter count", count, 0, "how many numbers the parameters of the drawn network are");
        var loose = (int)inputs["loose"]!;
        var unseen = (long)((sizes[loose] * sizes[loose + 1]) + sizes[loose + 1]);
        checks.Near(
            "plain list", "parameter count without the loose layer", count - unseen, 0,
            "how many of them a module finds when one layer lies in an ordinary array");
        checks.Near("output", "output", output, Tolerance, "the output of the drawn network");
        checks.Near("round trip", "output of a copy", output, Tolerance, "the output of a module with the same state");
        var (outer, inner) = Modes(Draws.Texts(inputs["calls"]));
        checks.Equal("modes", "outer training", outer, "whether the module is in training mode after each call");
        checks.Equal("modes", "inner training", inner, "whether its first layer is");
    }

    /// <summary>A call on the outer module reaches all inside; one on a layer reaches that layer alone.</summary>
    private static (bool[] Outer, bool[] Inner) Modes(string[] calls)
    {
        var (outer, inner, seen) = (true, true, new List<(bool Outer, bool Inner)>());
        foreach (var call in calls)
        {
            inner = call.EndsWith("train", StringComparison.Ordinal);
            outer = call.StartsWith("outer", StringComparison.Ordinal) ? inner : outer;
            seen.Add((outer, inner));
        }

        return ([.. seen.Select(one => one.Outer)], [.. seen.Select(one => one.Inner)]);
    }

    private static double[] Output(JsonObject inputs)
    {
        var (sizes, values) = (Read(inputs["sizes"]!), Read(inputs["x"]!));
        var (weights, biases) = (inputs["weights"]!.AsArray(), inputs["biases"]!.AsArray());
        for (var layer = 0; layer < weights.Count; layer++)
        {
            var (from, to) = ((int)sizes[layer], (int)sizes[layer + 1]);
            var (w, b, last, before) = (Read(weights[layer]!), Read(biases[layer]!), layer == weights.Count - 1, values);
            values = [.. from row in Enumerable.Range(0, before.Length / @from)
                         from unit in Enumerable.Range(0, to)
                         let sum = b[unit] + Enumerable.Range(0, @from).Sum(i => w[(unit * @from) + i] * before[(row * @from) + i])
                         select last ? sum : Math.Max(0, sum)];
        }

        return values;
    }

    private static JsonArray Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (JsonNode)(random.Next(-64, 65) / 64.0))];

    private static double[] Read(JsonNode numbers) => [.. numbers.AsArray().Select(n => (double)n!)];
}
