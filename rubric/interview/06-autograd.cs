using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Derivatives of Σ w k(x y) + z x by hand: ∂/∂x = w k′ y + z, ∂/∂y = w k′ x, ∂/∂z = x, ∂/∂u = w.</summary>
internal sealed class AutogradExpectation : Expectation
{
    /// <summary>Double precision; numbers of the order of 100 at most.</summary>
    private const double Tolerance = 1e-8;

    private static readonly Dictionary<string, (Func<double, double> Value, Func<double, double> Slope)> Kinds = new()
    {
        ["sin"] = (Math.Sin, Math.Cos),
        ["exp"] = (Math.Exp, Math.Exp),
        ["tanh"] = (Math.Tanh, v => 1 - (Math.Tanh(v) * Math.Tanh(v))),
        ["square"] = (v => v * v, v => 2 * v),
    };

    public override JsonObject Draw(Random random)
    {
        var length = random.Next(2, 6);
        var (x, y, z) = (random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0);
        return new JsonObject
        {
            ["x"] = Draws.Json(Draws.Numbers(random, length, 2)),
            ["y"] = Draws.Json(Draws.Numbers(random, length, 2)),
            ["z"] = Draws.Json(Draws.Numbers(random, length, 2)),
            ["w"] = Draws.Json(Draws.Numbers(random, length, 2)),
            ["asks"] = new JsonArray(x || !y, y, z), // x or y asks, or else u would have no gradient
            ["kind"] = Kinds.Keys.ElementAt(random.Next(Kinds.Count)),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (x, y, z, w) = (Draws.Numbers(inputs["x"]), Draws.Numbers(inputs["y"]), Draws.Numbers(inputs["z"]), Draws.Numbers(inputs["w"]));
        bool[] asks = [.. inputs["asks"]!.AsArray().Select(flag => (bool)flag!)];
        var (value, slope) = Kinds[(string)inputs["kind"]!];
        var products = x.Zip(y, (a, b) => a * b).ToList();
        double[] outer = [.. products.Zip(w, (product, weight) => weight * slope(product))];
        var sum = products.Zip(w, (product, weight) => weight * value(product)).Sum() + z.Zip(x, (a, b) => a * b).Sum();
        double[][] gradients =
        [
            [.. outer.Select((s, i) => (s * y[i]) + z[i])],
            [.. outer.Select((s, i) => s * x[i])],
            x,
        ];
        var inputsAsk = asks.Select(flag => flag ? 1L : 0).ToList();

        // Truth values are soon right by chance: they count where the graph that they are of has the value of this run.
        foreach (var check in (string[])["value", "tracking", "detached"])
        {
            checks.Near(check, "value", sum, Tolerance, "the sum at the drawn point");
        }

        checks.Equal("tracking", "requires grad", [.. inputsAsk, 1, 1], "which of the five take part");
        checks.Equal("tracking", "is leaf", [1, 1, 1, 0, 0], "which of the five were not computed from others that take part");
        checks.Equal("gradients", "has gradient", inputsAsk, "which of the three have a gradient");
        checks.Near("gradients", "gradients", [.. gradients.Where((_, i) => asks[i]).SelectMany(g => g)], Tolerance, "the derivatives by those that asked");
        checks.Near("retained", "gradient of u", w, Tolerance, "the derivative by u");
        checks.Equal("detached", "requires grad when detached", asks[0] || asks[2], "whether what remains of the graph contains a tensor that asked");
    }
}
