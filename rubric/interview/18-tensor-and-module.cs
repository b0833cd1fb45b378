using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Two linear layers with a ReLU between them, in plain C#; counts and types.</summary>
internal sealed class TensorAndModuleExpectation : Expectation
{
    /// <summary>Single precision on numbers of the order of 10.</summary>
    private const double Single = 1e-3;

    /// <summary>Double precision from inputs that single precision holds exactly.</summary>
    private const double Tolerance = 1e-9;

    public override JsonObject Draw(Random random)
    {
        var (inputs, hidden, outputs, rows) = (random.Next(2, 7), random.Next(2, 7), random.Next(1, 5), random.Next(2, 6));
        return new JsonObject
        {
            ["sizes"] = new JsonArray(inputs, hidden, outputs),
            ["rows"] = rows,
            ["x"] = Draws.Json(Draws.Numbers(random, rows * inputs, 2)),
            ["w1"] = Draws.Json(Draws.Numbers(random, hidden * inputs, 1)),
            ["b1"] = Draws.Json(Draws.Numbers(random, hidden, 1)),
            ["w2"] = Draws.Json(Draws.Numbers(random, outputs * hidden, 1)),
            ["b2"] = Draws.Json(Draws.Numbers(random, outputs, 1)),
            ["called"] = random.Next(2, 60),
            ["forwarded"] = random.Next(1, 60),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        double[] Of(string name) => Draws.Numbers(inputs[name]);
        var (sizes, x) = (Draws.Whole(inputs["sizes"]), Of("x"));
        double[] output = [.. x.Chunk((int)sizes[0]).SelectMany(row =>
            TinyBertSteps.Linear([.. TinyBertSteps.Linear(row, Of("w1"), Of("b1")).Select(value => Math.Max(0, value))], Of("w2"), Of("b2")))];

        checks.Near("output", "output", output, Single, "the output of the drawn network");
        checks.Equal("output", "output shape", [(int)inputs["rows"]!, sizes[2]], "rows and outputs");
        checks.Near("holdings", "children", 3, 0, "the layers of the module, the activation among them");
        var count = ((sizes[0] + 1) * sizes[1]) + ((sizes[1] + 1) * sizes[2]);
        checks.Near("holdings", "numbers in the module", count, 0, "how many numbers all weights and biases are");
        checks.Near("holdings", "numbers in the input", x.Length, 0, "how many numbers were drawn");
        checks.Near("hooks", "hook runs", (int)inputs["called"]!, 0, "how often the hook must have run");
        checks.Equal("moving", "tensor after to", "float32", "the type of the old tensor");
        checks.Equal("moving", "result of to", "float64", "the type of what was given back");
        checks.Equal("moving", "module after to", "float64", "the type of the weight");
        checks.Near("moving", "output in double", output, Tolerance, "the output of the drawn network in double precision");
    }
}
