using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Strides, shared memory, broadcasting and element types of a small tensor, by index arithmetic alone.</summary>
internal sealed class TensorExpectation : Expectation
{
    /// <summary>Single precision; sums of two numbers of the order of 10.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>Of two of these the later one is the type of a sum.</summary>
    private static readonly string[] Types = ["Bool", "Byte", "Int32", "Int64", "Float32", "Float64"];

    /// <summary>So many that those of another run are hardly ever the same.</summary>
    private const int Sums = 5;

    public override JsonObject Draw(Random random)
    {
        long[] shape = [random.Next(2, 5), random.Next(2, 5), random.Next(2, 5)];
        long[] order = [0, 1, 2];
        return new JsonObject
        {
            ["shape"] = Draws.Json(shape),
            ["values"] = Draws.Json(Draws.Numbers(random, (int)(shape[0] * shape[1] * shape[2]), 8)),
            ["order"] = Draws.Json(random.Next(3) == 0 ? order : Draws.Shuffled(random, order)), // sometimes the order that changes nothing
            ["at"] = random.NextInt64(shape[0]),
            ["fill"] = Draws.Numbers(random, 1, 8)[0],
            ["row"] = Draws.Json(Draws.Numbers(random, (int)shape[2], 8)),
            ["left"] = Draws.Json(Draws.Some(random, Types, Sums)),
            ["right"] = Draws.Json(Draws.Some(random, Types, Sums)),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (shape, order) = (Draws.Whole(inputs["shape"]), Draws.Whole(inputs["order"]));
        var (values, row) = (Draws.Numbers(inputs["values"]), Draws.Numbers(inputs["row"]));
        var (at, fill) = ((long)inputs["at"]!, (double)inputs["fill"]!);
        long[] strides = [shape[1] * shape[2], shape[2], 1];
        var pairs = Draws.Texts(inputs["left"]).Zip(Draws.Texts(inputs["right"])).ToList();

        checks.Equal("layout", "strides", strides, "how far apart neighbours are in memory");
        checks.Equal("layout", "shape of permuted", [.. order.Select(dimension => shape[dimension])], "the sizes in the drawn order");
        checks.Equal("layout", "strides of permuted", [.. order.Select(dimension => strides[dimension])], "the steps in the drawn order");
        checks.Equal("layout", "permuted is contiguous", order is [0, 1, 2], "whether the memory is walked through from its start to its end");
        checks.Near("sharing", "after writing to a copy", values, Tolerance, "the values after a copy was changed");
        double[] filled = [.. values.Select((value, i) => i / strides[0] == at ? fill : value)];
        checks.Near("sharing", "after writing to a view", filled, Tolerance, "the values after a part was filled");
        checks.Near("broadcasting", "with row", [.. values.Select((value, i) => value + row[i % row.Length])], Tolerance, "the sum with the drawn vector");
        string[] types = [.. pairs.Select(pair => Types[Math.Max(Array.IndexOf(Types, pair.First), Array.IndexOf(Types, pair.Second))])];
        var asked = string.Join(", ", pairs.Select(pair => $"{pair.First} and {pair.Second}"));
        checks.Equal("types", "types of sums", types, $"the element types for {asked}");
    }
}
