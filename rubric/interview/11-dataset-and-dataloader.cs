using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Batches of drawn sequences, put together in plain C#.</summary>
internal sealed class DataLoaderExpectation : Expectation
{
    public override JsonObject Draw(Random random)
    {
        var (batchSize, batches) = (random.Next(3, 9), random.Next(4, 8));
        var count = (batchSize * batches) + random.Next(1, batchSize); // some are left over

        // Neighbours differ in length, so that batches need padding.
        var sequences = Enumerable.Range(0, count).Select(i => Draws.Numbers(random, (2 * random.Next(1, 4)) + (i % 2), 8)).ToList();
        return new JsonObject
        {
            ["sequences"] = new JsonArray([.. sequences.Select(sequence => (JsonNode)Draws.Json(sequence))]),
            ["index"] = random.Next(count),
            ["batch size"] = batchSize,
            ["order"] = Draws.Json(Draws.Shuffled(random, Enumerable.Range(0, count).Select(i => (long)i))),
            ["drop last"] = random.Next(2) == 0,
            ["taken"] = random.Next(1, batches),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        double[][] sequences = [.. inputs["sequences"]!.AsArray().Select(Draws.Numbers)];
        var (batchSize, order, dropLast) = ((int)inputs["batch size"]!, Draws.Whole(inputs["order"]), (bool)inputs["drop last"]!);
        checks.Near("items", "count", sequences.Length, 0, "the number of drawn sequences");
        checks.Near("items", "example", sequences[(int)inputs["index"]!], 0, "the sequence at the drawn index");

        double[][] first = [.. order.Take(batchSize).Select(i => sequences[i])];
        var longest = first.Max(sequence => sequence.Length);
        double[] padded = [.. first.SelectMany(sequence => sequence.Concat(Enumerable.Repeat(0.0, longest - sequence.Length)))];
        checks.Near("collated", "first batch", padded, 0, "the first sequences of the drawn order, each filled up with zeros");

        long[] sizes = [.. order.Chunk(batchSize).Select(batch => (long)batch.Length).Where(size => !dropLast || size == batchSize)];
        checks.Equal("sizes", "batch sizes", sizes, "the sizes of all batches of a pass");
        checks.Near("lazy", "reads", batchSize * (int)inputs["taken"]!, 0, "the examples in the batches that were taken");

        var (one, next) = (observed.Numbers("shuffled epoch"), observed.Numbers("next shuffled epoch"));
        var all = Enumerable.Range(0, sequences.Length).Select(i => (double)i).ToList();
        bool Mixed(IReadOnlyList<double> epoch, IReadOnlyList<double> otherThan) => epoch.Order().SequenceEqual(all) && !epoch.SequenceEqual(otherThan);
        checks.True("shuffling", "shuffled epoch", Mixed(one, all), "each index once, not in their own order");
        checks.True("shuffling", "next shuffled epoch", Mixed(next, one), "each index once, in another order than before");
    }
}
