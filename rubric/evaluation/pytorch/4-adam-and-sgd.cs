using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>The update formulas of SGD (with momentum as PyTorch defines it), Adam (Kingma and Ba, 2015) and AdamW (Loshchilov and Hutter, 2019).</summary>
internal sealed class OptimiserExpectation : Expectation
{
    /// <summary>Double precision on both sides; hundreds of steps multiply rounding errors a little.</summary>
    private const double Tolerance = 1e-7;

    public override JsonObject Draw(Random random)
    {
        var length = random.Next(2, 6);
        return new JsonObject
        {
            ["p"] = Between(random, length, -2, 2),
            ["g1"] = Between(random, length, -1, 1),
            ["g2"] = Between(random, length, -1, 1),
            ["lr"] = Round(0.01 + (0.1 * random.NextDouble())),
            ["momentum"] = Round(0.5 + (0.4 * random.NextDouble())),
            ["decay"] = Round(0.05 + (0.3 * random.NextDouble())),
            ["curvature"] = new JsonArray(1, Round(5 + (10 * random.NextDouble())), Round(50 + (50 * random.NextDouble()))),
            ["start"] = Between(random, 3, 0.5, 2),
            ["steps"] = random.Next(20, 60),
            ["sgd rate"] = Round(0.005 + (0.01 * random.NextDouble())),
            ["adam rate"] = Round(0.02 + (0.05 * random.NextDouble())),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (p, g1, g2) = (Numbers(inputs, "p"), Numbers(inputs, "g1"), Numbers(inputs, "g2"));
        var (lr, momentum, decay) = ((double)inputs["lr"]!, (double)inputs["momentum"]!, (double)inputs["decay"]!);
        var velocity = g1.Zip(g2, (a, b) => (momentum * a) + b);

        checks.Near("sgd", "sgd", [.. p.Zip(g1, (x, g) => x - (lr * g))], Tolerance, "the parameters after one step");
        checks.Near(
            "momentum", "sgd with momentum", [.. p.Zip(g1.Zip(velocity, (a, v) => a + v), (x, moved) => x - (lr * moved))], Tolerance,
            "the parameters after two steps");
        checks.Near("adam", "adam", Adam(p, [g1, g2], lr), Tolerance, "the parameters after two steps");
        checks.Near(
            "decay", "adam with l2", Adam(p, [[.. g1.Zip(p, (g, x) => g + (decay * x))]], lr), Tolerance,
            "the parameters where the decay is part of the gradient");
        checks.Near("decay", "adamw", Adam([.. p.Select(x => x * (1 - (lr * decay)))], [g1], lr), Tolerance, "the parameters where the decay is kept apart");
        checks.Near("quadratic", "loss of sgd", Descend(inputs, adam: false), Tolerance, "the loss that SGD ends at");
        checks.Near("quadratic", "loss of adam", Descend(inputs, adam: true), Tolerance, "the loss that Adam ends at");
    }

    private static double Descend(JsonObject inputs, bool adam)
    {
        var (curvature, x, steps) = (Numbers(inputs, "curvature"), Numbers(inputs, "start"), (int)inputs["steps"]!);
        var rate = (double)inputs[adam ? "adam rate" : "sgd rate"]!;
        var moments = new Moments(x.Length);
        for (var step = 0; step < steps; step++)
        {
            double[] gradient = [.. x.Zip(curvature, (value, c) => value * c)];
            x = adam ? moments.Step(x, gradient, rate) : [.. x.Zip(gradient, (value, g) => value - (rate * g))];
        }

        return x.Zip(curvature, (value, c) => 0.5 * c * value * value).Sum();
    }

    private static double[] Adam(double[] start, double[][] gradients, double rate)
    {
        var moments = new Moments(start.Length);
        return gradients.Aggregate(start, (x, gradient) => moments.Step(x, gradient, rate));
    }

    private static JsonArray Between(Random random, int count, double low, double high) =>
        [.. Enumerable.Range(0, count).Select(_ => (JsonNode)Round(low + ((high - low) * random.NextDouble())))];

    private static double Round(double value) => Math.Round(value, 4);

    private static double[] Numbers(JsonObject inputs, string name) => [.. inputs[name]!.AsArray().Select(n => (double)n!)];

    private sealed class Moments(int length)
    {
        private const double Beta1 = 0.9;
        private const double Beta2 = 0.999;
        private const double Epsilon = 1e-8;

        private readonly double[] mean = new double[length];
        private readonly double[] square = new double[length];
        private int step;

        public double[] Step(double[] x, double[] gradient, double rate)
        {
            step++;
            var next = new double[x.Length];
            for (var i = 0; i < x.Length; i++)
            {
                mean[i] = (Beta1 * mean[i]) + ((1 - Beta1) * gradient[i]);
                square[i] = (Beta2 * square[i]) + ((1 - Beta2) * gradient[i] * gradient[i]);
                next[i] = x[i] - (rate * mean[i] / (1 - Math.Pow(Beta1, step)) / (Math.Sqrt(square[i] / (1 - Math.Pow(Beta2, step))) + Epsilon));
            }

            return next;
        }
    }
}
