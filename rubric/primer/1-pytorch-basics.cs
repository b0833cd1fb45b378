using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Broadcasting by two loops, the larger of two types from a list, and derivatives by the rules of calculus, all without any library.</summary>
internal sealed class BasicsExpectation : Expectation
{
    /// <summary>Single precision, numbers below some hundred.</summary>
    private const double Tolerance = 1e-3;

    /// <summary>Each type gives way to those after it, as whole numbers do to broken ones and short ones to long ones.</summary>
    private static readonly string[] Types = ["Int8", "Int16", "Int32", "Int64", "Float32", "Float64"];

    public override JsonObject Draw(Random random)
    {
        var length = random.Next(3, 7);
        JsonObject inputs;
        do
        {
            inputs = new JsonObject
            {
                ["a"] = Draws.Json(Draws.Numbers(random, random.Next(2, 6), 4)),
                ["b"] = Draws.Json(Draws.Numbers(random, random.Next(2, 6), 4)),
                ["types"] = Draws.Json(Draws.Shuffled(random, Types).Take(2)),
                ["x"] = Draws.Json(Draws.Numbers(random, length, 3)),
                ["c"] = Draws.Json(Draws.Numbers(random, length, 3)),
                ["starts"] = Draws.Json(Draws.Numbers(random, 4, 2).Select(number => 0.5 + Math.Abs(number))),
                ["w"] = 1.25 + (random.Next(0, 64) / 128.0),
                ["d"] = random.Next(1, 128) / 128.0,
                ["limit"] = (double)random.Next(12, 40),
            };
        }
        while (!IsClear(inputs));
        return inputs;
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (a, b) = (Draws.Numbers(inputs["a"]), Draws.Numbers(inputs["b"]));
        var type = Types[Draws.Texts(inputs["types"]).Max(name => Array.IndexOf(Types, name))];
        var (x, c) = (Draws.Numbers(inputs["x"]), Draws.Numbers(inputs["c"]));
        var ends = Draws.Numbers(inputs["starts"]).Select(start => Follow(inputs, start)).ToList();

        checks.Equal("shapes and types", "shape", [a.Length, b.Length], "the shape of a column and a row together");
        checks.Near("shapes and types", "sums", [.. a.SelectMany(left => b.Select(right => left + right))], Tolerance, "each number of a with each of b");
        checks.Equal("shapes and types", "type", type, "the type of the sum");
        var gradient = x.Zip(c, (at, factor) => (2 * factor * at) + Math.Cos(at));
        checks.Near("gradient", "gradient", [.. gradient], Tolerance, "the derivative by each number of x");
        checks.Equal("gradient", "x is tracked", true, "whether x requires a gradient");
        checks.Equal("gradient", "c is tracked", false, "whether c requires a gradient");
        checks.Equal("control flow", "turns", [.. ends.Select(end => (long)end.Turns)], "how often the rule applies from each start");
        checks.Near("control flow", "slopes", [.. ends.Select(end => end.Slope)], Tolerance * 10, "how each end moves with w");
    }

    /// <summary>No value lies so near to the limit that rounding could decide.</summary>
    private static bool IsClear(JsonObject inputs) =>
        Draws.Numbers(inputs["starts"]).All(start => Math.Abs(Follow(inputs, start).Nearest) > 1e-2);

    private static (int Turns, double Slope, double Nearest) Follow(JsonObject inputs, double y)
    {
        var (w, d, limit) = ((double)inputs["w"]!, (double)inputs["d"]!, (double)inputs["limit"]!);
        var (turns, slope, nearest) = (0, 0.0, double.MaxValue);
        for (; y < limit; turns++)
        {
            slope = y + (w * slope);
            y = (y * w) + d;
            nearest = Math.Min(nearest, Math.Abs(y - limit));
        }

        return (turns, slope, nearest);
    }
}
