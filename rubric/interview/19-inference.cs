using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Softmax of a linear layer on standardised inputs, in plain C#; dropout has no part in it.</summary>
internal sealed class InferenceExpectation : Expectation
{
    /// <summary>Single precision on numbers of the order of 1.</summary>
    private const double Tolerance = 1e-4;

    private static readonly string[] Contexts = ["train", "eval", "train no_grad", "eval no_grad", "train inference_mode", "eval inference_mode"];

    public override JsonObject Draw(Random random)
    {
        while (true)
        {
            // Drawn again until rounding can decide no label, and not all rows get the same one.
            var inputs = DrawOnce(random);
            var logits = Logits(inputs, "x");
            if (logits.All(TinyBertSteps.IsClear) && logits.Select(Best).Distinct().Count() > 1)
            {
                return inputs;
            }
        }
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (logits, labels) = (Logits(inputs, "x"), Draws.Texts(inputs["labels"]));
        double[] probabilities = [.. logits.SelectMany(TinyBertSteps.Softmax)];
        checks.Near("predictions", "probabilities", probabilities, Tolerance, "the probabilities of all rows");
        var one = TinyBertSteps.Softmax(Logits(inputs, "one")[0]);
        checks.Near("predictions", "probabilities of one", one, Tolerance, "the probabilities of the single example");
        checks.Equal("predictions", "labels", string.Join(',', logits.Select(scores => labels[Best(scores)])), "the label of each row");
        string Answers(Func<string, bool> of) => string.Join(',', Draws.Texts(inputs["contexts"]).Select(context => of(context) ? "yes" : "no"));
        var (recorded, varies) = (Answers(context => !context.Contains(' ')), Answers(context => context.StartsWith("train", StringComparison.Ordinal)));
        checks.Equal("contexts", "recorded", recorded, "whether the logits take part in a graph, context by context");
        checks.Equal("contexts", "random", varies, "whether two calls differ, context by context");
        checks.Near("afterwards", "gradient after no_grad", probabilities.Sum(value => value * value), Tolerance, "the sum of what was multiplied");
        checks.Equal("afterwards", "fails after inference mode", true, "whether autograd refuses the tensor");
    }

    private static JsonObject DrawOnce(Random random)
    {
        // So many numbers that dropout never leaves out the same ones twice.
        var (features, classes, rows) = (random.Next(3, 7), random.Next(3, 6), random.Next(8, 12));
        return new JsonObject
        {
            ["features"] = features,
            ["labels"] = Draws.Json(Draws.Words(random, "aeioulmnrst", classes)),
            ["rows"] = rows,
            ["dropout"] = Math.Round(0.3 + (0.4 * random.NextDouble()), 2),
            ["weight"] = Draws.Json(Draws.Numbers(random, classes * features, 1.5)),
            ["bias"] = Draws.Json(Draws.Numbers(random, classes, 0.5)),
            ["mean"] = Draws.Json(Draws.Numbers(random, features, 8)),
            ["deviation"] = Draws.Json(Draws.Numbers(random, features, 1).Select(value => 2.5 + value)),
            ["x"] = Draws.Json(Draws.Numbers(random, rows * features, 8)),
            ["one"] = Draws.Json(Draws.Numbers(random, features, 8)),
            ["scale"] = Draws.Numbers(random, 1, 2)[0],
            ["contexts"] = Draws.Json(Draws.Shuffled(random, Contexts)),
        };
    }

    private static double[][] Logits(JsonObject inputs, string name)
    {
        double[] Of(string input) => Draws.Numbers(inputs[input]);
        var (mean, deviation) = (Of("mean"), Of("deviation"));
        double[] Standardised(double[] row) => [.. row.Select((value, i) => (value - mean[i]) / deviation[i])];
        return [.. Of(name).Chunk(mean.Length).Select(row => TinyBertSteps.Linear(Standardised(row), Of("weight"), Of("bias")))];
    }

    private static int Best(double[] scores) => Array.IndexOf(scores, scores.Max());
}
