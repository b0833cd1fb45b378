using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Six trainings of a linear model with the gradient written out, on drawn data that it overfits and on which each remedy helps.</summary>
internal sealed class OverfittingExpectation : Expectation
{
    /// <summary>Double precision on both sides; only the order of sums differs.</summary>
    private const double Tolerance = 1e-6;

    private const int ValidationRows = 60;

    public override JsonObject Draw(Random random)
    {
        JsonObject inputs;
        do
        {
            inputs = Drawn(random);
        }
        while (!Study.Of(inputs).IsClear);
        return inputs;
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var study = Study.Of(inputs);
        var (training, validation) = (observed.Numbers("training losses"), observed.Numbers("validation losses"));

        checks.True("as it is", "training losses", BeginsWith(training, study.Training[0]), "the training loss without any remedy");
        checks.True("as it is", "validation losses", BeginsWith(validation, study.Validation[0]), "the validation loss without any remedy");
        checks.Near("remedies", "training losses", study.Training, Tolerance, "the training losses");
        checks.Near("remedies", "validation losses", study.Validation, Tolerance, "the validation losses");
        checks.Near("remedies", "gaps", [.. study.Validation.Zip(study.Training, (unseen, seen) => unseen - seen)], Tolerance, "what lies between them");
        checks.Equal("early stopping", "best step", [study.BestStep], "the step with the lowest validation loss");
    }

    private static bool BeginsWith(IReadOnlyList<double> seen, double expected) => seen.Count > 0 && Math.Abs(seen[0] - expected) <= Tolerance;

    private static JsonObject Drawn(Random random)
    {
        var (rows, width, steps, copies) = (random.Next(10, 15), random.Next(18, 25), random.Next(150, 251), 3);
        var (features, keep) = (random.Next(3, 6), 1 - (random.Next(2, 5) / 8.0));
        var signal = Draws.Numbers(random, features, 2);
        var (x, validX) = (Draws.Numbers(random, rows * width, 1.75), Draws.Numbers(random, ValidationRows * width, 1.75));
        var y = Targets(x);
        var noise = Draws.Numbers(random, copies * rows * width, 1);
        return new JsonObject
        {
            ["rows"] = rows,
            ["width"] = width,
            ["x"] = Draws.Json(x),
            ["y"] = Draws.Json(y),
            ["validX"] = Draws.Json(validX),
            ["validY"] = Draws.Json(Targets(validX)),
            ["steps"] = steps,
            ["rate"] = random.Next(3, 6) / 128.0,
            ["decay"] = random.Next(2, 7) / 8.0,
            ["masks"] = Draws.Json(Enumerable.Range(0, steps * width).Select(_ => random.NextDouble() < keep ? 1 / keep : 0)),
            ["features"] = features,
            ["copies"] = Draws.Json(noise.Select((value, i) => x[i % x.Length] + value)),
            ["copiesY"] = Draws.Json(Enumerable.Range(0, copies).SelectMany(_ => y)),
        };

        double[] Targets(double[] of) =>
            [.. Draws.Numbers(random, of.Length / width, 2.5).Select((error, row) => signal.Select((s, i) => s * of[(row * width) + i]).Sum() + error)];
    }

    /// <summary>The losses of the six trainings, in the order in which they are asked for.</summary>
    private sealed record Study(double[] Training, double[] Validation, int BestStep, int Steps, double Edge)
    {
        public static Study Of(JsonObject inputs)
        {
            var (x, y) = (Draws.Numbers(inputs["x"]), Draws.Numbers(inputs["y"]));
            var (validX, validY) = (Draws.Numbers(inputs["validX"]), Draws.Numbers(inputs["validY"]));
            var (width, steps, rate) = ((int)inputs["width"]!, (int)inputs["steps"]!, (double)inputs["rate"]!);
            var plain = new LinearDescent(x, y, width, rate);
            var paths = new[]
            {
                plain,
                plain with { Decay = (double)inputs["decay"]! },
                plain with { Masks = Draws.Numbers(inputs["masks"]) },
                plain with { Features = (int)inputs["features"]! },
                plain with { X = [.. x, .. Draws.Numbers(inputs["copies"])], Y = [.. y, .. Draws.Numbers(inputs["copiesY"])] },
            };
            var ends = paths.Select(path => path.Weights().Take(steps).Last()).ToList();
            var course = plain.Weights().Take(steps).Select(weight => (Weight: weight, Loss: Unseen(weight))).ToList();
            var best = Enumerable.Range(0, steps).MinBy(step => course[step].Loss);
            double[][] weights = [.. ends, course[best].Weight];
            var edge = course.Where((_, step) => step != best).Min(other => other.Loss) - course[best].Loss;
            return new Study([.. weights.Select(weight => LinearDescent.Loss(x, y, weight))], [.. weights.Select(Unseen)], best + 1, steps, edge);

            double Unseen(double[] weight) => LinearDescent.Loss(validX, validY, weight);
        }

        /// <summary>It overfits; every remedy makes the gap and the validation loss smaller; and the best step is none by a hair.</summary>
        public bool IsClear =>
            Validation[0] > 2 * Training[0] && BestStep < Steps / 2 && Edge > 1e-7
            && Enumerable.Range(1, 5).All(i => Validation[i] < Validation[0] && Validation[i] - Training[i] < Validation[0] - Training[0]);
    }
}
