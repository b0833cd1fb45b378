using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>A linear classifier of pretrained sentence vectors, trained step by step with warm-up, decay and accumulation,
/// in double precision and without any library.</summary>
internal sealed class TrainingExpectation : Expectation
{
    /// <summary>Single precision, some dozen steps on vectors of length 1 that are right to some millionths.</summary>
    private const double Tolerance = 2e-4;

    public override JsonObject Draw(Random random)
    {
        var (classes, batch, accumulation, epochs) = (random.Next(2, 5), random.Next(2, 5), random.Next(2, 4), random.Next(2, 4));
        var (rows, heldOut) = (((random.Next(3, 5) * accumulation) + random.Next(2)) * batch, random.Next(9, 14));
        var (sentences, steps) = (SongSentences.Some(random, rows + heldOut), epochs * StepsPerEpoch(rows, batch, accumulation));
        return new JsonObject
        {
            ["pretrained"] = Pretrained.Name,
            ["classes"] = classes,
            ["weight"] = Draws.Json(Draws.Numbers(random, classes * Pretrained.Size, 1)),
            ["bias"] = Draws.Json(Draws.Numbers(random, classes, 1)),
            ["sentences"] = Draws.Json(sentences[..rows]),
            ["y"] = Draws.Json(Enumerable.Range(0, rows).Select(_ => random.NextInt64(classes))),
            ["heldOut"] = Draws.Json(sentences[rows..]),
            ["yHeldOut"] = Draws.Json(Enumerable.Range(0, heldOut).Select(_ => random.NextInt64(classes))),
            ["epochs"] = epochs,
            ["rate"] = random.Next(4, 9) / 2.0,
            ["batch"] = batch,
            ["accumulation"] = accumulation,
            ["warmup"] = random.Next(2, 4),
            ["stop"] = random.Next(2, steps - 1),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (epochs, rate, warmup) = ((int)inputs["epochs"]!, (double)inputs["rate"]!, (int)inputs["warmup"]!);
        var (batch, accumulation, y) = ((int)inputs["batch"]!, (int)inputs["accumulation"]!, Draws.Whole(inputs["y"]));
        var steps = epochs * StepsPerEpoch(y.Length, batch, accumulation);
        var model = new SoftmaxRegression(Draws.Numbers(inputs["weight"]), Draws.Numbers(inputs["bias"]), Pretrained.Vectors(inputs["sentences"]), y);
        var heldOut = Pretrained.Vectors(inputs["heldOut"]);
        var (rates, losses, evaluations) = (new List<double>(), new List<double>(), new List<double>());
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var rows in Enumerable.Range(0, y.Length).Chunk(batch * accumulation))
            {
                rates.Add(rate * (rates.Count < warmup ? (double)rates.Count / warmup : (double)(steps - rates.Count) / (steps - warmup)));
                losses.Add(model.Step(rows, rates[^1]));
            }

            evaluations.Add(model.LossOf(heldOut, Draws.Whole(inputs["yHeldOut"])));
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
