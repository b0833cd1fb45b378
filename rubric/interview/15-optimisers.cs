using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>SGD with momentum, RMSProp and AdamW (torch.optim's formulas) on quadratics whose gradient is curvature times value.</summary>
internal sealed class OptimisersExpectation : Expectation
{
    /// <summary>Double precision on both sides.</summary>
    private const double Tolerance = 1e-8;

    private const double Epsilon = 1e-8;

    public override JsonObject Draw(Random random)
    {
        var (na, nb, epochs) = (random.Next(2, 5), random.Next(2, 5), random.Next(8, 15));
        double Between(double low, double high) => Math.Round(low + ((high - low) * random.NextDouble()), 4);
        double[] Curvatures(int count) => [.. Enumerable.Range(0, count).Select(_ => Between(0.5, 5))];
        return new JsonObject
        {
            ["a"] = Draws.Json(Draws.Numbers(random, na, 2).Select(AwayFromZero)),
            ["b"] = Draws.Json(Draws.Numbers(random, nb, 2).Select(AwayFromZero)),
            ["ca"] = Draws.Json(Curvatures(na)),
            ["cb"] = Draws.Json(Curvatures(nb)),
            ["momentum"] = Between(0.5, 0.9),
            ["rate of a"] = Between(0.01, 0.03),
            ["rate of b"] = Between(0.04, 0.08),
            ["period"] = random.Next(2, 5),
            ["gamma"] = Between(0.3, 0.8),
            ["epochs"] = epochs,
            ["pause"] = random.Next(3, epochs - 3),
            ["rms rate"] = Between(0.01, 0.05),
            ["adam rate"] = Between(0.01, 0.05),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        double[] Of(string name) => Draws.Numbers(inputs[name]);
        var (a, ca, epochs) = (Of("a"), Of("ca"), (int)inputs["epochs"]!);
        double[] Rates(string name) =>
            [.. Enumerable.Range(0, epochs).Select(epoch => (double)inputs[name]! * Math.Pow((double)inputs["gamma"]!, epoch / (int)inputs["period"]!))];
        var (ratesA, ratesB, pause) = (Rates("rate of a"), Rates("rate of b"), (int)inputs["pause"]!);
        double[] Descend(double[] x, double[] curvature, double[] rates, int? restart = null)
        {
            var velocity = new double[x.Length];
            for (var epoch = 0; epoch < epochs; epoch++)
            {
                velocity = epoch == restart ? new double[x.Length] : velocity;
                velocity = [.. velocity.Select((v, i) => ((double)inputs["momentum"]! * v) + (curvature[i] * x[i]))];
                x = [.. x.Zip(velocity, (value, v) => value - (rates[epoch] * v))];
            }

            return x;
        }

        checks.Near("role", "after step without backward", a, 0, "what was drawn");
        checks.Near("groups", "a", Descend(a, ca, ratesA), Tolerance, "the first parameter after all epochs");
        checks.Near("groups", "b", Descend(Of("b"), Of("cb"), ratesB), Tolerance, "the second parameter after all epochs");
        checks.Near("schedule", "rates of a", ratesA, Tolerance, "the rate of the first group in each epoch");
        checks.Near("schedule", "rates of b", ratesB, Tolerance, "the rate of the second group in each epoch");
        checks.Near("resuming", "a resumed", Descend(a, ca, ratesA), Tolerance, "the first parameter as though there had been no pause");
        checks.Near("resuming", "a restarted", Descend(a, ca, ratesA, pause), Tolerance, "the first parameter where the momentum began anew");
        var (rms, adam) = ((double)inputs["rms rate"]!, (double)inputs["adam rate"]!);
        checks.Near("adaptive", "rmsprop", [.. a.Select((x, i) => RmsProp(x, ca[i], rms))], Tolerance, "the first parameter after two steps");
        checks.Near("adaptive", "adamw", [.. a.Select((x, i) => AdamW(x, ca[i], adam))], Tolerance, "the first parameter after two steps");
    }

    private static double RmsProp(double x, double curvature, double rate)
    {
        var square = 0.0;
        for (var step = 0; step < 2; step++)
        {
            var gradient = curvature * x;
            square = (0.99 * square) + (0.01 * gradient * gradient);
            x -= rate * gradient / (Math.Sqrt(square) + Epsilon);
        }

        return x;
    }

    private static double AdamW(double x, double curvature, double rate)
    {
        var (mean, square) = (0.0, 0.0);
        for (var step = 1; step <= 2; step++)
        {
            var gradient = curvature * x;
            mean = (0.9 * mean) + (0.1 * gradient);
            square = (0.999 * square) + (0.001 * gradient * gradient);
            x *= 1 - (rate * 0.01);
            x -= rate * mean / (1 - Math.Pow(0.9, step)) / (Math.Sqrt(square / (1 - Math.Pow(0.999, step))) + Epsilon);
        }

        return x;
    }

    /// <summary>So that no gradient is lost beside epsilon.</summary>
    private static double AwayFromZero(double value) => value < 0 ? value - 0.25 : value + 0.25;
}
