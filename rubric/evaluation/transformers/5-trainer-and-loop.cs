using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>A linear classifier, trained step by step with warm-up, decay and accumulation, in double precision and without any library.</summary>
internal sealed class TrainingExpectation : Expectation
{
    /// <summary>Single precision, some dozen steps on numbers of the order of 1.</summary>
    private const double Tolerance = 2e-4;

    public override JsonObject Draw(Random random)
    {
        var (classes, width, batch, accumulation, epochs) = (random.Next(2, 5), random.Next(3, 6), random.Next(2, 5), random.Next(2, 4), random.Next(2, 4));
        var (batches, heldOut) = ((random.Next(3, 5) * accumulation) + random.Next(2), random.Next(9, 14));
        var rows = batches * batch;
        var steps = epochs * StepsPerEpoch(rows, batch, accumulation);
        return new JsonObject
        {
            ["classes"] = classes,
            ["width"] = width,
            ["weight"] = Draws.Json(Draws.Numbers(random, classes * width, 1)),
            ["bias"] = Draws.Json(Draws.Numbers(random, classes, 1)),
            ["x"] = Draws.Json(Draws.Numbers(random, rows * width, 2)),
            ["y"] = Draws.Json(Enumerable.Range(0, rows).Select(_ => random.NextInt64(classes))),
            ["xHeldOut"] = Draws.Json(Draws.Numbers(random, heldOut * width, 2)),
            ["yHeldOut"] = Draws.Json(Enumerable.Range(0, heldOut).Select(_ => random.NextInt64(classes))),
            ["order"] = new JsonArray([.. Enumerable.Range(0, epochs).Select(_ => Draws.Json(Draws.Shuffled(random, Enumerable.Range(0, rows)).Select(row => (long)row)))]),
            ["rate"] = random.Next(4, 9) / 8.0,
            ["batch"] = batch,
            ["accumulation"] = accumulation,
            ["warmup"] = random.Next(2, 4),
            ["stop"] = random.Next(2, steps - 1),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (order, rate, warmup) = (inputs["order"]!.AsArray().Select(Draws.Whole).ToList(), (double)inputs["rate"]!, (int)inputs["warmup"]!);
        var (batch, accumulation) = ((int)inputs["batch"]!, (int)inputs["accumulation"]!);
        var steps = order.Count * StepsPerEpoch(order[0].Length, batch, accumulation);
        var model = new SoftmaxRegression(Draws.Numbers(inputs["weight"]), Draws.Numbers(inputs["bias"]), Draws.Numbers(inputs["x"]), Draws.Whole(inputs["y"]));
        var (rates, losses, evaluations) = (new List<double>(), new List<double>(), new List<double>());
        foreach (var epoch in order)
        {
            foreach (var rows in epoch.Select(row => (int)row).Chunk(batch * accumulation))
            {
                rates.Add(rate * (rates.Count < warmup ? (double)rates.Count / warmup : (double)(steps - rates.Count) / (steps - warmup)));
                losses.Add(model.Step(rows, rates[^1]));
            }

            evaluations.Add(model.LossOf(Draws.Numbers(inputs["xHeldOut"]), Draws.Whole(inputs["yHeldOut"])));
        }

        checks.Near("trainer", "weight by trainer", model.Weight, Tolerance, $"the weight after {steps} steps");
        checks.Near("trainer", "bias by trainer", model.Bias, Tolerance, $"the bias after {steps} steps");
        checks.Near("loop", "weight by loop", model.Weight, Tolerance, $"the weight after {steps} steps");
        checks.Near("loop", "bias by loop", model.Bias, Tolerance, $"the bias after {steps} steps");
        checks.Near("resuming", "weight after resuming", model.Weight, Tolerance, $"the weight after all {steps} steps, as if there had been no stop");
        checks.Near("log", "logged rates", rates, 1e-6, "the rate with which each step was made");
        checks.Near("log", "logged losses", losses, Tolerance, "the loss before each step, of all its examples");
        checks.Near("evaluation", "evaluation losses", evaluations, Tolerance, "the mean loss of the held-out examples after each epoch");
    }

    private static int StepsPerEpoch(int rows, int batch, int accumulation) => (rows + (batch * accumulation) - 1) / (batch * accumulation);
}
