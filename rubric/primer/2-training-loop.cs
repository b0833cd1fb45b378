using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>A linear model trained step by step in double precision, its gradient written out as a formula.</summary>
internal sealed class TrainingLoopExpectation : Expectation
{
    /// <summary>Single precision, some dozen steps on numbers of the order of 1; each drawn training stays below <see cref="Bound"/>.</summary>
    private const double Tolerance = 1e-3;

    private const double Bound = 20;

    public override JsonObject Draw(Random random)
    {
        JsonObject inputs;
        do
        {
            var (width, batch) = (random.Next(2, 5), random.Next(3, 7));
            var rows = (batch * random.Next(2, 5)) + random.Next(1, batch); // the last batch is smaller
            inputs = new JsonObject
            {
                ["rows"] = rows,
                ["width"] = width,
                ["x"] = Draws.Json(Draws.Numbers(random, rows * width, 2)),
                ["y"] = Draws.Json(Draws.Numbers(random, rows, 3)),
                ["weight"] = Draws.Json(Draws.Numbers(random, width, 2)),
                ["bias"] = Draws.Numbers(random, 1, 1)[0],
                ["rate"] = random.Next(2, 7) / 64.0,
                ["batch"] = batch,
                ["epochs"] = random.Next(2, 5),
            };
        }
        while (!IsClear(inputs, Run.Of(inputs, clears: true), Run.Of(inputs, clears: false)));
        return inputs;
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (right, piling, start) = (Run.Of(inputs, clears: true), Run.Of(inputs, clears: false), Draws.Numbers(inputs["weight"]));

        checks.Near("loop", "losses", right.Losses, Bound * Tolerance, "the loss of each batch before its step");
        checks.Near("loop", "weight", right.Weight, Tolerance, "where the steps lead");
        checks.Near("loop", "bias", right.Bias, Tolerance, "where the steps lead");
        checks.Near("without clearing", "weight without clearing", piling.Weight, 5 * Tolerance, "where steps along the sums of all gradients lead");
        checks.Near("clearing before the step", "weight with clearing before the step", start, Tolerance, "the weights after steps along nothing");
    }

    /// <summary>Nothing grows without bounds, training lowers the loss, and never clearing ends higher.</summary>
    private static bool IsClear(JsonObject inputs, Run right, Run piling)
    {
        var start = Run.Of(inputs, clears: true, epochs: 0).Loss(inputs);
        return right.Largest < Bound && piling.Largest < Bound && right.Loss(inputs) < start && right.Loss(inputs) < piling.Loss(inputs);
    }

    private sealed record Run(double[] Weight, double Bias, List<double> Losses, double Largest)
    {
        /// <summary>The mean squared error on all examples.</summary>
        public double Loss(JsonObject inputs)
        {
            var (x, y) = (Draws.Numbers(inputs["x"]), Draws.Numbers(inputs["y"]));
            return y.Select((target, row) => Weight.Select((w, i) => w * x[(row * Weight.Length) + i]).Sum() + Bias - target).Average(error => error * error);
        }

        public static Run Of(JsonObject inputs, bool clears, int? epochs = null)
        {
            var (x, y, weight, bias) = (Draws.Numbers(inputs["x"]), Draws.Numbers(inputs["y"]), Draws.Numbers(inputs["weight"]), (double)inputs["bias"]!);
            var (width, rate) = (weight.Length, (double)inputs["rate"]!);
            var (gradient, biasGradient, losses, largest) = (new double[width], 0.0, new List<double>(), 0.0);
            for (var epoch = 0; epoch < (epochs ?? (int)inputs["epochs"]!); epoch++)
            {
                foreach (var rows in Enumerable.Range(0, y.Length).Chunk((int)inputs["batch"]!))
                {
                    var errors = rows.Select(row => weight.Select((w, i) => w * x[(row * width) + i]).Sum() + bias - y[row]).ToArray();
                    losses.Add(errors.Average(error => error * error));
                    gradient = [.. gradient.Select((old, i) => (clears ? 0 : old) + rows.Select((row, n) => 2 * errors[n] * x[(row * width) + i]).Average())];
                    biasGradient = (clears ? 0 : biasGradient) + (2 * errors.Average());
                    weight = [.. weight.Select((w, i) => w - (rate * gradient[i]))];
                    bias -= rate * biasGradient;
                    largest = weight.Append(bias).Append(largest).Max(Math.Abs);
                }
            }

            return new Run(weight, bias, losses, largest);
        }
    }
}
