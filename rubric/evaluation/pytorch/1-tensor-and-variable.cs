using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>The derivative of a polynomial, term by term.</summary>
internal sealed class PolynomialExpectation : Expectation
{
    /// <summary>Double precision; coefficients and points are of the order of 1.</summary>
    private const double Tolerance = 1e-9;

    public override JsonObject Draw(Random random) => new()
    {
        ["c"] = Between(random, random.Next(3, 6)),
        ["x"] = Between(random, random.Next(2, 5)),
        ["asks"] = Draws.Json(Draws.Flags(random)),
    };

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (c, points) = (Numbers(inputs, "c"), Numbers(inputs, "x"));
        double[] slopes = [.. points.Select(x => c.Select((coefficient, power) => power == 0 ? 0 : power * coefficient * Math.Pow(x, power - 1)).Sum())];

        var asks = Draws.Flags(inputs["asks"]);
        checks.Equal("asking", "tensors require grad", asks, "which of the tensors ask for gradients: those that were asked to, and no other by itself");
        checks.Equal(
            "asking", "sums require grad", [.. asks.Select((ask, i) => ask || asks[(i + 1) % asks.Length])],
            "which sums of two neighbours do: those with at least one that does");
        checks.Near("gradient", "gradient", slopes, Tolerance, "the slopes of the drawn polynomial");
        checks.Near(
            "detach", "gradient with a detached factor", [.. slopes.Zip(points, (slope, x) => slope * x)], Tolerance,
            "the gradient when one factor counts as a constant");
        checks.Equal("detach", "detached requires grad", false, "whether the detached tensor asks for gradients");
    }

    private static JsonArray Between(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (JsonNode)Math.Round((4 * random.NextDouble()) - 2, 3))];

    private static double[] Numbers(JsonObject inputs, string name) => [.. inputs[name]!.AsArray().Select(n => (double)n!)];
}
