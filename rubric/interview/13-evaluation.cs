using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Batch norm with running statistics, a linear layer and the metrics of its predictions, in plain C#.</summary>
internal sealed class EvaluationExpectation : Expectation
{
    /// <summary>The demonstration computes in single precision; logits are of the order of 10.</summary>
    private const double Tolerance = 1e-3;

    private const double Epsilon = 1e-5; // batch norm's, by default
    private const double Momentum = 0.1;

    private static readonly string[] Contexts = ["train", "eval", "train no_grad", "eval no_grad"];

    public override JsonObject Draw(Random random)
    {
        while (true)
        {
            // Drawn again until no metric is undefined, none hangs on rounding, and averaging batches is seen to be wrong.
            var inputs = DrawOnce(random);
            var (labels, logits) = (Draws.Whole(inputs["labels"]), Logits(inputs));
            var classes = logits.Select(scores => scores[1] > scores[0] ? 1 : 0).ToArray();
            var apart = Math.Abs(MeanOfBatches(classes, labels, (int)inputs["batch size"]!) - Accuracy(classes, labels));
            if (logits.All(TinyBertSteps.IsClear) && classes.Zip(labels, (c, l) => c * l).Sum() > 0 && apart > 0.005)
            {
                return inputs;
            }
        }
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (labels, logits) = (Draws.Whole(inputs["labels"]), Logits(inputs));
        var classes = logits.Select(scores => scores[1] > scores[0] ? 1 : 0).ToArray();
        double found = classes.Zip(labels, (c, l) => c * l).Sum();
        var (alarms, positives) = (classes.Sum(), labels.Sum());
        checks.Near("logits", "logits", [.. logits.SelectMany(scores => scores)], Tolerance, "the logits with running statistics and without dropout");
        var loss = logits.Zip(labels, (scores, label) => -Math.Log(TinyBertSteps.Softmax(scores)[label])).Average();
        checks.Near("metrics", "loss", loss, Tolerance, "the mean cross-entropy of all rows");
        checks.Near("metrics", "accuracy", Accuracy(classes, labels), Tolerance, "the share of rows that are right");
        checks.Near("metrics", "precision", found / alarms, Tolerance, "the share of right ones among those called 1");
        checks.Near("metrics", "recall", found / positives, Tolerance, "the share of those labelled 1 that were found");
        checks.Near("metrics", "f1", 2 * found / (alarms + positives), Tolerance, "the harmonic mean of precision and recall");
        var ofBatches = MeanOfBatches(classes, labels, (int)inputs["batch size"]!);
        checks.Near("metrics", "mean of batch accuracies", ofBatches, Tolerance, "the mean of the batches' accuracies");
        var recorded = Draws.Texts(inputs["contexts"]).Select(context => context.EndsWith("no_grad", StringComparison.Ordinal) ? "no" : "yes");
        checks.Equal("gradients", "recorded", string.Join(',', recorded), "whether the output takes part in a graph, context by context");

        var (mean, x) = (Draws.Numbers(inputs["mean"]), Rows(inputs));
        double[] moved = [.. mean.Select((m, i) => ((1 - Momentum) * m) + (Momentum * x.Average(row => row[i])))];
        checks.Near("running statistics", "running mean after evaluation", mean, 1e-6, "the drawn running mean");
        checks.Near("running statistics", "running mean after forgetting eval", moved, Tolerance, "the running mean, moved by one pass");
    }

    private static JsonObject DrawOnce(Random random)
    {
        var (features, batchSize, batches) = (random.Next(3, 6), random.Next(6, 11), random.Next(3, 6));
        var rows = (batchSize * batches) + random.Next(1, 4); // the last batch is short
        double[] Positive() => [.. Draws.Numbers(random, features, 0.5).Select(value => 1 + value)];
        var labels = Draws.Shuffled(random, Enumerable.Range(0, rows).Select(row => row < rows / 5 ? 1L : 0));
        return new JsonObject
        {
            ["features"] = features,
            ["rows"] = rows,
            ["batch size"] = batchSize,
            ["dropout"] = Math.Round(0.2 + (0.5 * random.NextDouble()), 2),
            ["mean"] = Draws.Json(Draws.Numbers(random, features, 1)),
            ["variance"] = Draws.Json(Positive()),
            ["gamma"] = Draws.Json(Positive()),
            ["beta"] = Draws.Json(Draws.Numbers(random, features, 0.5)),
            ["weight"] = Draws.Json(Draws.Numbers(random, 2 * features, 1)),
            ["bias"] = Draws.Json(Draws.Numbers(random, 2, 0.5)),
            ["x"] = Draws.Json(Draws.Numbers(random, rows * features, 2)),
            ["labels"] = Draws.Json(labels),
            ["contexts"] = Draws.Json(Draws.Shuffled(random, Contexts.Concat(Contexts))),
        };
    }

    private static double[][] Rows(JsonObject inputs) => [.. Draws.Numbers(inputs["x"]).Chunk((int)inputs["features"]!)];

    private static double[][] Logits(JsonObject inputs)
    {
        double[] Of(string name) => Draws.Numbers(inputs[name]);
        var (mean, variance, gamma, beta, weight, bias) = (Of("mean"), Of("variance"), Of("gamma"), Of("beta"), Of("weight"), Of("bias"));
        double Normed(double value, int i) => ((value - mean[i]) / Math.Sqrt(variance[i] + Epsilon) * gamma[i]) + beta[i];
        return [.. Rows(inputs).Select(row => TinyBertSteps.Linear([.. row.Select(Normed)], weight, bias))];
    }

    private static double Accuracy(IEnumerable<int> classes, IEnumerable<long> labels) => classes.Zip(labels, (one, label) => one == label ? 1.0 : 0).Average();

    private static double MeanOfBatches(int[] classes, long[] labels, int size) => classes.Chunk(size).Zip(labels.Chunk(size), Accuracy).Average();
}
