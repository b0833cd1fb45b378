using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Batch normalisation of some batches in drawn modes, in plain C#, with the running statistics it keeps.</summary>
internal sealed class TrainAndEvalExpectation : Expectation
{
    /// <summary>Single precision; where a batch varies little, normalising enlarges what was rounded.</summary>
    private const double Tolerance = 2e-3;

    private const double Epsilon = 1e-5;

    public override JsonObject Draw(Random random)
    {
        var (features, rows) = (random.Next(1, 4), random.Next(3, 7));
        bool[] training = Draws.Shuffled(random, [true, true, false, .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(2) == 0)]);
        bool[] recording = Draws.Shuffled(random, [true, false, .. training.Skip(2).Select(_ => random.Next(2) == 0)]);
        return new JsonObject
        {
            ["weight"] = Draws.Json(Draws.Numbers(random, features, 2)),
            ["bias"] = Draws.Json(Draws.Numbers(random, features, 2)),
            ["momentum"] = random.Next(5, 51) / 100.0,
            ["rows"] = rows,
            ["batches"] = new JsonArray([.. training.Select(_ => Draws.Json(Batch(random, rows, features)))]),
            ["training"] = new JsonArray([.. training.Select(flag => (JsonNode)flag)]),
            ["recording"] = new JsonArray([.. recording.Select(flag => (JsonNode)flag)]),
            ["p"] = random.Next(20, 81) / 100.0,
        };
    }

    /// <summary>Rows that differ from each other by more than a unit in every feature, around a mean far from 0.</summary>
    private static double[] Batch(Random random, int rows, int features)
    {
        var (noise, centre) = (Draws.Numbers(random, rows * features, 0.5), random.Next(-4, 5));
        return [.. noise.Select((number, i) => number + centre + (2 * (i / features)))];
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (weight, bias) = (Draws.Numbers(inputs["weight"]), Draws.Numbers(inputs["bias"]));
        var (momentum, rows) = ((double)inputs["momentum"]!, (int)inputs["rows"]!);
        var (means, variances, normalised) = (new double[weight.Length], weight.Select(_ => 1.0).ToArray(), new List<double>());
        bool[] Flags(string name) => [.. inputs[name]!.AsArray().Select(flag => (bool)flag!)];
        foreach (var (batch, training) in inputs["batches"]!.AsArray().Select(Draws.Numbers).Zip(Flags("training")))
        {
            var (mean, variance) = (means, variances);
            if (training)
            {
                mean = [.. weight.Select((_, f) => Enumerable.Range(0, rows).Average(row => batch[(row * weight.Length) + f]))];
                variance = [.. mean.Select((m, f) => Enumerable.Range(0, rows).Average(row => Math.Pow(batch[(row * weight.Length) + f] - m, 2)))];
                means = [.. means.Zip(mean, (old, now) => ((1 - momentum) * old) + (momentum * now))];
                variances = [.. variances.Zip(variance, (old, now) => ((1 - momentum) * old) + (momentum * now * rows / (rows - 1)))]; // kept without bias
            }

            double Normal(double x, int f) => (weight[f] * (x - mean[f]) / Math.Sqrt(variance[f] + Epsilon)) + bias[f];
            normalised.AddRange(batch.Select((x, i) => Normal(x, i % weight.Length)));
        }

        var p = (double)inputs["p"]!;
        checks.Near("normalised", "normalised", normalised, Tolerance, "what the drawn normalisation makes of the batches in their modes");
        checks.Near("statistics", "running mean", means, Tolerance, "the mean it has kept of the drawn batches");
        checks.Near("statistics", "running variance", variances, Tolerance, "the variance it has kept of the drawn batches");
        checks.Near("dropout", "largest", [.. Flags("training").Select(training => training ? 1 / (1 - p) : 1)], Tolerance, "the largest element in each mode");
        checks.Equal("graph", "requires grad", [.. Flags("recording").Select(flag => flag ? 1L : 0)], "for which batches a graph was recorded");
    }
}
