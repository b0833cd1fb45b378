using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Gradient descent on a linear model in plain C#, with gradients that add up wherever they are not cleared.</summary>
internal sealed class BackpropagationStepsExpectation : Expectation
{
    /// <summary>Double precision, relative to the largest number: sums of gradients over some steps may grow.</summary>
    private const double Relative = 1e-8;

    public override JsonObject Draw(Random random)
    {
        var (inputs, rows, steps) = (random.Next(2, 5), random.Next(4, 9), random.Next(4, 8));
        bool[] clear = [true, false, .. Enumerable.Range(2, steps - 2).Select(_ => random.Next(2) == 0)]; // the first has nothing to clear
        return new JsonObject
        {
            ["weight"] = Draws.Json(Draws.Numbers(random, inputs, 1)),
            ["bias"] = Draws.Numbers(random, 1, 1)[0],
            ["rows"] = rows,
            ["x"] = Draws.Json(Draws.Numbers(random, rows * inputs, 2)),
            ["y"] = Draws.Json(Draws.Numbers(random, rows, 3)),
            ["rate"] = random.Next(2, 11) / 100.0,
            ["clear"] = new JsonArray([.. clear.Take(1).Concat(Draws.Shuffled(random, clear.Skip(1))).Select(flag => (JsonNode)flag)]),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (weight, x, y) = (Draws.Numbers(inputs["weight"]), Draws.Numbers(inputs["x"]), Draws.Numbers(inputs["y"]));
        var (bias, rate, first) = ((double)inputs["bias"]!, (double)inputs["rate"]!, weight.ToArray());
        var (slopes, slope, losses) = (new double[weight.Length], 0.0, new List<double>());
        foreach (var clear in inputs["clear"]!.AsArray().Select(flag => (bool)flag!))
        {
            double[] errors = [.. y.Select((target, row) => weight.Select((w, i) => w * x[(row * weight.Length) + i]).Sum() + bias - target)];
            losses.Add(errors.Average(error => error * error));
            double By(Func<int, double> factor) => errors.Select((error, row) => 2 * error * factor(row)).Average();
            slopes = [.. slopes.Select((old, i) => (clear ? 0 : old) + By(row => x[(row * weight.Length) + i]))];
            slope = (clear ? 0 : slope) + By(_ => 1);
            weight = [.. weight.Select((w, i) => w - (rate * slopes[i]))];
            bias -= rate * slope;
        }

        var tolerance = Relative * losses.Concat(slopes).Append(1).Max(Math.Abs);
        checks.Near("trajectory", "losses", losses, tolerance, "the loss before each update");
        checks.Near("untouched", "weight after first backward", first, tolerance, "the weight between the first backward pass and its update");
        checks.Near("arrival", "weight", weight, tolerance, "the weight after all steps");
        checks.Near("arrival", "bias", bias, tolerance, "the bias after all steps");
        checks.Near("remains", "gradient", slopes, tolerance, "what the last step has left in grad");
    }
}
