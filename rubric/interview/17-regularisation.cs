using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Penalties, decay, dropout's scaling and batch norm, in plain C#.</summary>
internal sealed class RegularisationExpectation : Expectation
{
    /// <summary>Double precision on both sides.</summary>
    private const double Tolerance = 1e-8;

    /// <summary>For layers that compute in single precision on numbers of the order of 1.</summary>
    private const double Single = 1e-4;

    private const double Epsilon = 1e-5; // batch norm's, by default

    public override JsonObject Draw(Random random)
    {
        var (count, rows, features) = (random.Next(8, 15), random.Next(8, 13), random.Next(5, 9));
        var (lambda, lr) = (Math.Round(0.2 + (0.5 * random.NextDouble()), 3), Math.Round(0.05 + (0.1 * random.NextDouble()), 3));

        // Some weights are small enough to be set to zero.
        double[] w = [.. Draws.Numbers(random, count, 1).Select((value, i) => i % 3 == 0 ? value / 32 : value + (value < 0 ? -0.5 : 0.5))];
        return new JsonObject
        {
            ["w"] = Draws.Json(Draws.Shuffled(random, w)),
            ["g"] = Draws.Json(Draws.Numbers(random, count, 0.25).Select(value => value < 0 ? value - 0.125 : value + 0.125)),
            ["lambda"] = lambda,
            ["lr"] = lr,
            ["rows"] = rows,
            ["features"] = features,
            ["x"] = Draws.Json(Draws.Numbers(random, rows * features, 1).Select(value => value < 0 ? value - 0.25 : value + 0.25)),
            ["p"] = Math.Round(0.3 + (0.4 * random.NextDouble()), 2),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        double[] Of(string name) => Draws.Numbers(inputs[name]);
        var (w, g, lambda, lr) = (Of("w"), Of("g"), (double)inputs["lambda"]!, (double)inputs["lr"]!);
        double[] withL2 = [.. w.Zip(g, (weight, gradient) => gradient + (lambda * weight))];
        double[] withL1 = [.. w.Zip(g, (weight, gradient) => gradient + (lambda * Math.Sign(weight)))];
        checks.Near("penalties", "gradient with l1", withL1, Tolerance, "the gradient of loss and penalty");
        checks.Near("penalties", "gradient with l2", withL2, Tolerance, "the gradient of loss and penalty");
        double[] stepped = [.. w.Zip(g, (weight, gradient) => weight - (lr * gradient))];
        var small = stepped.Count(weight => Math.Abs(weight) <= lr * lambda);
        checks.Near("penalties", "l1 zeros", small, 0, "how many weights are smaller than what is taken from each");

        double[] sgd = [.. w.Zip(withL2, (weight, gradient) => weight - (lr * gradient))];
        checks.Near("weight decay", "sgd with l2", sgd, Tolerance, "the weights after the step");
        checks.Near("weight decay", "sgd with decay", sgd, Tolerance, "the weights after the step");

        // In its first step Adam's moments are the gradient and its square.
        double First(double weight, double gradient) => weight - (lr * gradient / (Math.Abs(gradient) + 1e-8));
        double[] Adam(IEnumerable<double> from, IEnumerable<double> gradients) => [.. from.Zip(gradients, First)];
        checks.Near("weight decay", "adam with l2", Adam(w, withL2), Tolerance * 100, "the weights where the penalty is part of the gradient");
        checks.Near("weight decay", "adamw", Adam(w.Select(weight => weight * (1 - (lr * lambda))), g), Tolerance, "the weights where the decay is kept apart");

        var (x, kept, training) = (Of("x"), 1 / (1 - (double)inputs["p"]!), observed.Numbers("dropout in training"));
        var zeros = training.Count(value => value == 0);
        var scaled = training.Zip(x).All(pair => pair.First == 0 || Math.Abs(pair.First - (pair.Second * kept)) <= Single);
        var holds = training.Count == x.Length && zeros > 0 && zeros < x.Length && scaled;
        checks.True("dropout", "dropout in training", holds, $"some numbers 0, each of the others {kept:0.###} times what was drawn");
        checks.Near("dropout", "dropout in evaluation", x, 0, "what was drawn");

        var features = (int)inputs["features"]!;
        double[][] columns = [.. Enumerable.Range(0, features).Select(feature => x.Where((_, i) => i % features == feature).ToArray())];
        var moments = columns.Select(column => (Mean: column.Average(), Variance: column.Average(value => Math.Pow(value - column.Average(), 2)))).ToArray();
        double[] normed = [.. x.Select((value, i) => (value - moments[i % moments.Length].Mean) / Math.Sqrt(moments[i % moments.Length].Variance + Epsilon))];
        checks.Near("batch norm", "batch norm in training", normed, Single, "each feature normalised by its own mean and variance in the batch");
    }
}
