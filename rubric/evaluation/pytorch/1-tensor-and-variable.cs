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
    };

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (c, points) = (Numbers(inputs, "c"), Numbers(inputs, "x"));
        double[] slopes = [.. points.Select(x => c.Select((coefficient, power) => power == 0 ? 0 : power * coefficient * Math.Pow(x, power - 1)).Sum())];

        checks.Equal("asking", "plain requires grad", false, "whether a tensor asks for gradients by itself");
        checks.Equal("asking", "asked requires grad", true, "the same once it was asked to");
        checks.Near("gradient", "gradient", slopes, Tolerance, "the slopes of the drawn polynomial");
        checks.Near("detach", "gradient with a detached factor", [.. slopes.Zip(points, (slope, x) => slope * x)], Tolerance, "the gradient when one factor counts as a constant");
        checks.Equal("detach", "detached requires grad", false, "whether the detached tensor asks for gradients");
    }

    private static JsonArray Between(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (JsonNode)Math.Round((4 * random.NextDouble()) - 2, 3))];

    private static double[] Numbers(JsonObject inputs, string name) => [.. inputs[name]!.AsArray().Select(n => (double)n!)];
}
