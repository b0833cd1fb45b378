using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>The same loop and branch in plain C#, and the chain rule by hand: v = factorᵏ x, so that dy/dx = factorᵏ dy/dv.</summary>
internal sealed class GraphExpectation : Expectation
{
    /// <summary>Double precision, relative to the largest number, which is of the order of the limit times the factor.</summary>
    private const double Relative = 1e-9;

    private static readonly string[] Operations = ["exp", "tanh", "sin", "square", "double"];

    /// <summary>exp and tanh are derived from their results, sin and the square from what they were given, and twice a number from nothing.</summary>
    private static bool IsNoticed(string change) => change is "exp output" or "tanh output" or "sin input" or "square input";

    public override JsonObject Draw(Random random) => new()
    {
        ["x"] = new JsonArray([.. Enumerable.Range(0, random.Next(2, 5)).Select(_ =>
            (JsonNode)Math.Round(random.Next(2) == 0 ? AwayFromZero(random) : -AwayFromZero(random), 3))]),
        ["factor"] = Math.Round(1.03 + (0.3 * random.NextDouble()), 3),
        ["limit"] = random.Next(10, 1000),
        ["changes"] = Draws.Json(Draws.Shuffled(
            random,
            [
                "exp output", "sin input",
                .. Enumerable.Range(0, random.Next(4, 8)).Select(_ => Draws.Some(random, Operations, 1)[0] + (random.Next(2) == 0 ? " input" : " output")),
            ])),
    };

    /// <summary>The loop must end: no number is so small that it never grows.</summary>
    private static double AwayFromZero(Random random) => 0.1 + (0.9 * random.NextDouble());

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        double[] x = [.. inputs["x"]!.AsArray().Select(n => (double)n!)];
        var (factor, limit) = ((double)inputs["factor"]!, (double)inputs["limit"]!);
        var (v, times) = (x, 0);
        while (v.Sum(Math.Abs) < limit)
        {
            v = [.. v.Select(value => value * factor)];
            times++;
        }

        var (square, scale) = (x.Sum() > 0, Math.Pow(factor, times));
        var value = square ? v.Sum(a => a * a) : v.Sum(Math.Sin);
        double[] gradient = [.. v.Select(a => scale * (square ? 2 * a : Math.Cos(a)))];
        var tolerance = Relative * Math.Max(1, gradient.Append(value).Max(Math.Abs));

        checks.Near("control flow", "multiplications", times, 0, "how often the drawn loop runs");
        checks.Near("gradient", "value", value, tolerance, "the value at the drawn point");
        checks.Near("gradient", "gradient", gradient, tolerance, "its gradient");
        checks.Equal("second backward", "second backward fails", true, "whether a second pass through the same graph fails");
        checks.Near("second backward", "second backward with retain_graph", [.. gradient.Select(g => 2 * g)], 2 * tolerance, "what x holds after two passes");
        checks.Equal(
            "in place", "in-place changes fail", [.. Draws.Texts(inputs["changes"]).Select(IsNoticed)],
            "which changes the backward pass notices: those of what an operation's derivative needs");
    }
}
