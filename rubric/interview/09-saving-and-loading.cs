using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>The outputs of two linear layers with all drawn parameters, and with zeros for those that a file does not have.</summary>
internal sealed class SavingExpectation : Expectation
{
    /// <summary>Single precision; sums of some products of the order of 1.</summary>
    private const double Tolerance = 1e-4;

    public override JsonObject Draw(Random random)
    {
        var (inputs, hidden, outputs, rows) = (random.Next(2, 9), random.Next(2, 9), random.Next(2, 9), random.Next(2, 5));
        var dropped = random.Next(4) == 0 ? -1 : random.Next(4); // sometimes the second file has all
        return new JsonObject
        {
            ["sizes"] = new JsonArray(inputs, hidden, outputs),
            ["rows"] = rows,
            ["x"] = Draws.Json(Draws.Numbers(random, rows * inputs, 2)),
            ["weights"] = new JsonArray(Draws.Json(Draws.Numbers(random, hidden * inputs, 2)), Draws.Json(Draws.Numbers(random, outputs * hidden, 2))),
            ["biases"] = new JsonArray(Draws.Json(Draws.Numbers(random, hidden, 2)), Draws.Json(Draws.Numbers(random, outputs, 2))),
            ["training"] = random.Next(2) == 0,
            ["kept"] = new JsonArray([.. Enumerable.Range(0, 4).Select(i => (JsonNode)(dropped < 0 || (i != dropped && random.Next(4) > 0)))]),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        double[] Of(string name, int layer) => Draws.Numbers(inputs[name]![layer]);
        double[][] parameters = [Of("weights", 0), Of("biases", 0), Of("weights", 1), Of("biases", 1)];
        bool[] kept = [.. inputs["kept"]!.AsArray().Select(flag => (bool)flag!)];
        double[][] partly = [.. parameters.Select((numbers, i) => kept[i] ? numbers : new double[numbers.Length])];
        var x = Draws.Numbers(inputs["x"]);

        checks.Near("entries", "entries", 4, 0, "how many parameters the two layers have");
        checks.Equal("entries", "sizes of entries", [.. parameters.Select(numbers => (long)numbers.Length)], "how large each of them is");
        checks.Near("round trip", "output", Output(x, parameters), Tolerance, "the output of the drawn network");
        checks.Near("mode", "output", Output(x, parameters), Tolerance, "the output of the network whose mode is asked for");
        checks.Equal("mode", "training after loading", (bool)inputs["training"]!, "the mode it was in before");
        checks.Near("incomplete", "lone output", Output(x, partly), Tolerance, "the output with zeros for what the file does not have");
        checks.Equal("incomplete", "strict loading fails", kept.Contains(false), "whether anything is missing from the file");
    }

    private static double[] Output(double[] x, double[][] parameters) =>
        Linear([.. Linear(x, parameters[0], parameters[1]).Select(value => Math.Max(0, value))], parameters[2], parameters[3]);

    private static double[] Linear(double[] x, double[] weight, double[] bias)
    {
        var width = weight.Length / bias.Length;
        return [.. from row in Enumerable.Range(0, x.Length / width)
                   from unit in Enumerable.Range(0, bias.Length)
                   select bias[unit] + Enumerable.Range(0, width).Sum(i => x[(row * width) + i] * weight[(unit * width) + i])];
    }
}
