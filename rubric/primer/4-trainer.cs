using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>A linear classifier of pretrained sentence vectors, trained step by step at a constant rate, in double precision and without any library.</summary>
internal sealed class TrainerExpectation : Expectation
{
    /// <summary>Single precision, some dozen steps on vectors of length 1 that are right to some millionths.</summary>
    private const double Tolerance = 2e-4;

    public override JsonObject Draw(Random random)
    {
        var (classes, batch) = (random.Next(2, 5), random.Next(3, 7));
        var rows = (batch * random.Next(3, 9)) + random.Next(1, batch); // the last batch of an epoch is smaller
        return new JsonObject
        {
            ["pretrained"] = Pretrained.Name,
            ["classes"] = classes,
            ["sentences"] = Draws.Json(SongSentences.Some(random, rows)),
            ["y"] = Draws.Json(Enumerable.Range(0, rows).Select(_ => random.NextInt64(classes))),
            ["weight"] = Draws.Json(Draws.Numbers(random, classes * Pretrained.Size, 1)),
            ["bias"] = Draws.Json(Draws.Numbers(random, classes, 1)),
            ["rate"] = random.Next(4, 9) / 2.0,
            ["batch"] = batch,
            ["epochs"] = random.Next(2, 5),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (y, batch, epochs, rate) = (Draws.Whole(inputs["y"]), (int)inputs["batch"]!, (int)inputs["epochs"]!, (double)inputs["rate"]!);
        var model = new SoftmaxRegression(Draws.Numbers(inputs["weight"]), Draws.Numbers(inputs["bias"]), Pretrained.Vectors(inputs["sentences"]), y);
        var losses = Enumerable.Range(0, epochs).SelectMany(_ => Enumerable.Range(0, y.Length).Chunk(batch)).Select(part => model.Step(part, rate)).ToList();

        checks.Near("steps", "steps", losses.Count, 0, $"how many batches {epochs} epochs have");
        checks.Near("weights", "weight", model.Weight, Tolerance, "where those steps lead");
        checks.Near("weights", "bias", model.Bias, Tolerance, "where those steps lead");
        checks.Near("losses", "logged losses", losses, Tolerance, "the loss of each step's batch, before the step");
        checks.Near("accuracy", "accuracy", model.Accuracy(), model.Unclear() + 1e-6, "the share of examples that the trained classifier gets right");
    }
}
