using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;
using TorchSharp;

/// <summary>What factories give, by plain arithmetic; only random numbers come from a generator of TorchSharp's with the drawn seed.</summary>
internal sealed class CreationExpectation : Expectation
{
    /// <summary>Single precision; numbers of the order of 10.</summary>
    private const double Tolerance = 1e-5;

    private static readonly string[] Types = ["Byte", "Int32", "Int64", "Float32", "Float64"];

    public override JsonObject Draw(Random random)
    {
        var (data, start, low) = (Draws.Numbers(random, random.Next(3, 8), 8), random.Next(-5, 6), random.Next(-5, 6));
        return new JsonObject
        {
            ["data"] = Draws.Json(data),
            ["at"] = random.Next(data.Length),
            ["value"] = 10 + Draws.Numbers(random, 1, 1)[0], // greater than any of the data
            ["count"] = random.Next(2, 25), // that of another run makes another shape
            ["fill"] = Draws.Numbers(random, 1, 8)[0],
            ["start"] = start,
            ["end"] = start + random.Next(3, 15),
            ["step"] = random.Next(1, 4),
            ["low"] = low,
            ["high"] = low + random.Next(1, 9),
            ["type"] = Types[random.Next(Types.Length)],
            ["seed"] = random.Next(1, 100_000),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        int Whole(string name) => (int)inputs[name]!;
        var (data, count, low, high, start, step) = (Draws.Numbers(inputs["data"]), Whole("count"), Whole("low"), Whole("high"), Whole("start"), Whole("step"));
        double[] changed = [.. data.Select((number, i) => i == Whole("at") ? (double)inputs["value"]! : number)];
        var steps = (Whole("end") - start + step - 1) / step;

        checks.Near("memory", "copied", data, Tolerance, "the data as they were at first");
        checks.Near("memory", "shared", changed, Tolerance, "the data with what was written to them");
        checks.Near("factories", "full", [.. Enumerable.Repeat((double)inputs["fill"]!, count)], Tolerance, "the drawn number again and again");
        checks.Near("factories", "range", [.. Enumerable.Range(0, steps).Select(i => start + ((double)i * step))], 0, "the steps before the end");
        double[] spaced = [.. Enumerable.Range(0, count).Select(i => low + ((high - low) * i / (count - 1.0)))];
        checks.Near("factories", "spaced", spaced, Tolerance, "as many numbers, both ends among them");
        checks.Near("factories", "identity", [.. Enumerable.Range(0, count * count).Select(i => i / count == i % count ? 1.0 : 0)], 0, "ones on the diagonal");
        checks.Near("like", "like", [.. Enumerable.Repeat(1.0, count * count)], 0, "ones in that shape");
        checks.Equal("like", "type of like", (string)inputs["type"]!, "the drawn type");

        using var generator = new torch.Generator((ulong)Whole("seed"));
        using var drawn = torch.rand(count, generator: generator);
        double[] random = [.. drawn.data<float>().ToArray().Select(number => (double)number)];
        checks.Near("seed", "random", random, Tolerance, "what the generator gives for that seed");
        checks.Near("seed", "random again", random, Tolerance, "the same numbers");
    }
}
