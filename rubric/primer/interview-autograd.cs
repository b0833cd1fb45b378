using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Derivatives of a drawn chain of functions by central differences in double precision, without any graph.</summary>
internal sealed class AutogradExpectation : Expectation
{
    /// <summary>Single precision; values and gradients that are drawn stay below <see cref="Bound"/>.</summary>
    private const double Tolerance = 2e-3;

    private const double Bound = 40;

    private static readonly string[] Names = ["sin", "cos", "tanh", "exp", "square"];

    public override JsonObject Draw(Random random)
    {
        JsonObject inputs;
        do
        {
            var (length, steps) = (random.Next(2, 6), random.Next(3, 6));
            inputs = new JsonObject
            {
                ["x"] = Draws.Json(Draws.Numbers(random, length, 1.5)),
                ["c"] = Draws.Json(Draws.Numbers(random, length, 2)),
                ["operations"] = Draws.Json(Draws.Some(random, Names, steps)),
                ["middle"] = random.Next(1, steps),
                ["keep"] = random.Next(2) == 0,
            };
        }
        while (!IsClear(new Chain(inputs)));
        return inputs;
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var chain = new Chain(inputs);

        checks.Near("gradient", "value", chain.Value, Tolerance, "the sum of the coefficients times the last step");
        checks.Near("gradient", "gradient", chain.Gradient(), Tolerance, "how the value changes with each number of x");
        checks.Equal("between", "kept unasked", false, "whether a value in between keeps its gradient by itself");
        checks.Near("between", "gradient of the middle", chain.MiddleGradient(), Tolerance, "how the value changes with each number in the middle");
        checks.Near("cut", "gradient of the product", chain.ProductGradient(cut: false), Tolerance, "how the product changes with x by both of its factors");
        checks.Near("cut", "gradient of the product, detached", chain.ProductGradient(cut: true), Tolerance, "the same with the second factor held fast");
        var keep = (bool)inputs["keep"]!;
        checks.Equal(
            "freed", "second backward fails", !keep,
            $"whether a second pass fails after a first one that {(keep ? "kept" : "did not keep")} the graph");
        double[] left = [.. chain.Gradient().Select(number => keep ? 2 * number : number)];
        checks.Near("freed", "gradient after both", left, 2 * Tolerance, "what one pass leaves, or two add up to");
    }

    /// <summary>Nothing is too large for single precision, and the product's two gradients differ.</summary>
    private static bool IsClear(Chain chain)
    {
        var (whole, cut) = (chain.ProductGradient(cut: false), chain.ProductGradient(cut: true));
        return chain.Gradient().Concat(chain.MiddleGradient()).Concat(whole).Concat(cut).Append(chain.Value).All(number => Math.Abs(number) < Bound)
            && whole.Zip(cut, (a, b) => Math.Abs(a - b)).Max() > 20 * Tolerance;
    }

    private sealed class Chain(JsonObject inputs)
    {
        private const double Small = 1e-5; // error of the order of its square

        private readonly double[] x = Draws.Numbers(inputs["x"]);
        private readonly double[] c = Draws.Numbers(inputs["c"]);
        private readonly string[] operations = Draws.Texts(inputs["operations"]);
        private readonly int middle = (int)inputs["middle"]!;

        public double Value => x.Zip(c, (at, factor) => factor * Apply(at, operations)).Sum();

        public double[] Gradient() => [.. x.Zip(c, (at, factor) => factor * Slope(h => Apply(h, operations), at))];

        public double[] MiddleGradient() => [.. x.Zip(c, (at, factor) => factor * Slope(h => Apply(h, operations[middle..]), Middle(at)))];

        public double[] ProductGradient(bool cut) => [.. x.Select(at => Slope(h => Apply(h, operations) * Middle(cut ? at : h), at))];

        private double Middle(double at) => Apply(at, operations[..middle]);

        private static double Slope(Func<double, double> function, double at) => (function(at + Small) - function(at - Small)) / (2 * Small);

        private static double Apply(double h, string[] operations)
        {
            foreach (var operation in operations)
            {
                h = operation switch { "sin" => Math.Sin(h), "cos" => Math.Cos(h), "tanh" => Math.Tanh(h), "exp" => Math.Exp(h), _ => h * h };
            }

            return h;
        }
    }
}
