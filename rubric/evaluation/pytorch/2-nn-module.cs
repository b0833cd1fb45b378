using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Counts and outputs of a small network of linear layers, in plain C#.</summary>
internal sealed class ModuleExpectation : Expectation
{
    /// <summary>The demonstration computes in single precision; outputs are of the order of 1.</summary>
    private const double Tolerance = 1e-4;

    public override JsonObject Draw(Random random)
    {
        int[] sizes = [.. Enumerable.Range(0, random.Next(3, 5)).Select(_ => random.Next(2, 7))];
        var rows = random.Next(1, 5);
        var layers = sizes.Zip(sizes.Skip(1)).ToList();
        return new JsonObject
        {
            ["sizes"] = new JsonArray([.. sizes.Select(s => (JsonNode)s)]),
            ["rows"] = rows,
            ["x"] = Numbers(random, rows * sizes[0]),
            ["weights"] = new JsonArray([.. layers.Select(l => Numbers(random, l.First * l.Second))]),
            ["biases"] = new JsonArray([.. layers.Select(l => Numbers(random, l.Second))]),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var sizes = Read(inputs["sizes"]!);
        var output = Output(inputs);
        var count = sizes.Zip(sizes.Skip(1)).Sum(l => (l.First * l.Second) + l.Second);

        checks.Near("parameter count", "parameter count", count, 0, "how many numbers the parameters of the drawn network are");
        checks.Near("plain list", "parameter count of a plain list", 0, 0, "how many of them a module finds in an ordinary array");
        checks.Near("output", "output", output, Tolerance, "the output of the drawn network");
        checks.Near("round trip", "output of a copy", output, Tolerance, "the output of a module with the same state");
        checks.Equal("modes", "child training after eval", false, "the mode of a layer inside after eval()");
        checks.Equal("modes", "child training after train", true, "the mode of a layer inside after train()");
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
