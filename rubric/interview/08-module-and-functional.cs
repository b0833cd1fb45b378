using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>A linear layer by sums and products, and by how much dropout enlarges what it keeps.</summary>
internal sealed class ModuleAndFunctionExpectation : Expectation
{
    /// <summary>Single precision; sums of some products of the order of 1.</summary>
    private const double Tolerance = 1e-4;

    public override JsonObject Draw(Random random)
    {
        var (width, outputs, rows) = (random.Next(2, 6), random.Next(2, 6), random.Next(2, 6));
        return new JsonObject
        {
            ["rows"] = rows,
            ["outputs"] = outputs,
            ["x"] = Draws.Json(Draws.Numbers(random, rows * width, 2)),
            ["weight"] = Draws.Json(Draws.Numbers(random, outputs * width, 2)),
            ["bias"] = Draws.Json(Draws.Numbers(random, outputs, 2)),
            ["p"] = random.Next(20, 81) / 100.0,
            ["modes"] = Modes(random),
            ["training"] = Modes(random),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (x, weight, bias) = (Draws.Numbers(inputs["x"]), Draws.Numbers(inputs["weight"]), Draws.Numbers(inputs["bias"]));
        var (rows, width, p) = ((int)inputs["rows"]!, weight.Length / bias.Length, (double)inputs["p"]!);
        double[] output =
        [
            .. from row in Enumerable.Range(0, rows)
               from unit in Enumerable.Range(0, bias.Length)
               select bias[unit] + Enumerable.Range(0, width).Sum(i => x[(row * width) + i] * weight[(unit * width) + i]),
        ];
        double[] gradient = [.. weight.Select((_, i) => Enumerable.Range(0, rows).Sum(row => x[(row * width) + (i % width)]))];
        double[] Largest(string modes) => [.. inputs[modes]!.AsArray().Select(training => (bool)training! ? 1 / (1 - p) : 1)];

        checks.Near("output", "module output", output, Tolerance, "what the drawn layer makes of the batch");
        checks.Near("output", "function output", output, Tolerance, "what the drawn layer makes of the batch");
        checks.Near("parameters", "module parameters", weight.Length + bias.Length, 0, "how many numbers the drawn layer has");
        checks.Near("parameters", "relu parameters", 0, 0, "how many numbers a ReLU has to learn");
        checks.Near("gradients", "gradient by module", gradient, Tolerance, "the derivative of the sum by each weight");
        checks.Near("gradients", "gradient by function", gradient, Tolerance, "the derivative of the sum by each weight");
        checks.Near("dropout", "largest by module", Largest("modes"), Tolerance, "the largest element in each of the modes");
        checks.Near("dropout", "largest by function", Largest("training"), Tolerance, "the largest element for each of the arguments");
    }

    /// <summary>Four to seven, of which at least one is true and one false.</summary>
    private static JsonArray Modes(Random random) =>
        [.. Draws.Shuffled(random, [true, false, .. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(2) == 0)]).Select(mode => (JsonNode)mode)];
}
