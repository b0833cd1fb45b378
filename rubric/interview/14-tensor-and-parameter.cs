using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Gradient descent by hand on the sum of (gain (x − mean) + shift)², of which gain alone is trained.</summary>
internal sealed class ParameterExpectation : Expectation
{
    /// <summary>Double precision on both sides, and few steps.</summary>
    private const double Tolerance = 1e-8;

    public override JsonObject Draw(Random random)
    {
        var length = random.Next(2, 6);
        return new JsonObject
        {
            ["gain"] = Draws.Json(Draws.Numbers(random, length, 2)),
            ["shift"] = Draws.Json(Draws.Numbers(random, length, 2)),
            ["mean"] = Draws.Json(Draws.Numbers(random, length, 1)),
            ["x"] = Draws.Json(Draws.Numbers(random, length, 2)),
            ["rate"] = Math.Round(0.002 + (0.02 * random.NextDouble()), 4), // the largest curvature is 2 · 3², so that every step goes downhill
            ["steps"] = random.Next(2, 8),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        double[] Of(string name) => Draws.Numbers(inputs[name]);
        var (drawn, shift, mean, rate) = (Of("gain"), Of("shift"), Of("mean"), (double)inputs["rate"]!);
        double[] z = [.. Of("x").Zip(mean, (x, m) => x - m)];
        double[] Output(double[] gain) => [.. gain.Select((g, i) => (g * z[i]) + shift[i])];

        var trained = drawn;
        for (var step = 0; step < (int)inputs["steps"]!; step++)
        {
            trained = [.. Output(trained).Select((output, i) => trained[i] - (rate * 2 * output * z[i]))];
        }

        checks.Equal("registration", "parameters", "gain", "the names of what is registered as a parameter");
        checks.Equal("registration", "state", "gain,mean", "the names of what is saved");
        checks.Equal("defaults", "new parameter requires grad", true, "the default of a parameter");
        checks.Equal("defaults", "new tensor requires grad", false, "the default of a tensor");
        checks.Near("training", "gradient of shift", [.. Output(drawn).Select(output => 2 * output)], Tolerance, "the derivative of the drawn loss");
        checks.Near("training", "gain", trained, Tolerance, "the parameter after the drawn steps");
        checks.Near("training", "mean", mean, 0, "what was drawn");
        checks.Near("training", "shift", shift, 0, "what was drawn");
        checks.Near("saving", "gain of a copy", trained, Tolerance, "what was trained");
        checks.Near("saving", "shift of a copy", shift, 0, "what was drawn");
    }
}
