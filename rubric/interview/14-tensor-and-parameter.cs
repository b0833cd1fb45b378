using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Gradient descent by hand on the squared sum of values times data, of which those drawn as parameters alone are trained.</summary>
internal sealed class ParameterExpectation : Expectation
{
    /// <summary>Double precision on both sides, and few steps.</summary>
    private const double Tolerance = 1e-8;

    private static readonly string[] Kinds = ["parameter", "buffer", "tensor"];

    public override JsonObject Draw(Random random)
    {
        var (members, length) = (random.Next(6, 9), random.Next(2, 5));
        return new JsonObject
        {
            ["members"] = Draws.Json(Draws.Words(random, "abdeiklmnorst", members)),
            ["kinds"] = Draws.Json(Draws.Shuffled(random, Kinds.Concat(Draws.Some(random, Kinds, members - Kinds.Length)))),
            ["length"] = length,
            ["values"] = Draws.Json(Draws.Numbers(random, members * length, 2)),
            ["x"] = Draws.Json(Draws.Numbers(random, members * length, 1)),
            ["rate"] = Math.Round(0.005 + (0.02 * random.NextDouble()), 4), // the curvature is below 2 · 8, so that every step goes downhill
            ["steps"] = random.Next(2, 8),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (names, kinds, length) = (Draws.Texts(inputs["members"]), Draws.Texts(inputs["kinds"]), (int)inputs["length"]!);
        double[][] Rows(string name) => [.. Draws.Numbers(inputs[name]).Chunk(length)];
        var (drawn, x, rate) = (Rows("values"), Rows("x"), (double)inputs["rate"]!);
        double[] Output(double[][] values) => [.. Enumerable.Range(0, length).Select(i => values.Select((row, member) => row[i] * x[member][i]).Sum())];
        string Named(params string[] wanted) =>
            string.Join(',', names.Zip(kinds).Where(member => wanted.Contains(member.Second)).Select(member => member.First).Order(StringComparer.Ordinal));

        var trained = drawn;
        for (var step = 0; step < (int)inputs["steps"]!; step++)
        {
            var output = Output(trained);
            double[] Moved(double[] row, int member) => [.. row.Select((value, i) => value - (rate * 2 * output[i] * x[member][i]))];
            trained = [.. trained.Select((row, member) => kinds[member] == "parameter" ? Moved(row, member) : row)];
        }

        var first = Output(drawn);
        double[] gradients = [.. kinds.Select((kind, member) => kind == "buffer" ? 0 : x[member].Select((value, i) => 2 * first[i] * value).Sum())];
        double[] values = [.. trained.SelectMany(row => row)];
        checks.Equal("registration", "parameters", Named("parameter"), "the names of what is registered as a parameter");
        checks.Equal("registration", "state", Named("parameter", "buffer"), "the names of what is saved");
        var made = string.Join(',', kinds.Select(kind => kind == "parameter" ? "yes" : "no"));
        checks.Equal("defaults", "require a gradient when made", made, "the default of each member");
        checks.Near("training", "gradients", gradients, Tolerance, "the sum of each member's gradient");
        checks.Near("training", "values after training", values, Tolerance, "what was drawn, and of parameters what they have become");
        checks.Near("saving", "values of a copy", values, Tolerance, "what was drawn, and of what is saved what it had become");
    }
}
