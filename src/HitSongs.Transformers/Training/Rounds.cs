using static TorchSharp.torch;

namespace HitSongs.Transformers.Training;

/// <summary>Which examples come when: a function of the seed and the round, so that a training that goes on needs no memory of it.</summary>
internal sealed class Rounds(int examples, TrainingArguments arguments)
{
    public int StepsPerRound { get; } = Divided(Divided(examples, arguments.per_device_train_batch_size), arguments.gradient_accumulation_steps);

    public int TotalSteps => arguments.max_steps > 0 ? arguments.max_steps : (int)Math.Ceiling(arguments.num_train_epochs * StepsPerRound);

    /// <summary>All examples in the order of a round, by chance.</summary>
    public static int[] RandomOrder(int examples, long seed, int round)
    {
        using var scope = NewDisposeScope();
        // Large odd factor: neighbouring seeds and rounds share no order.
        using var stream = new Generator(unchecked((ulong)seed + ((ulong)round * 0x9E3779B97F4A7C15)));
        return Array.ConvertAll(randperm(examples, generator: stream).data<long>().ToArray(), index => (int)index);
    }

    /// <summary>An order that somebody else made.</summary>
    /// <exception cref="ArgumentException">It does not have as many examples as there are, or one that there is not.</exception>
    public int[] Checked(IReadOnlyList<int> order)
    {
        if (order.Count != examples || order.Any(index => index < 0 || index >= examples))
            throw new ArgumentException($"the order of a round has {examples} numbers of examples, from 0 on");
        return [.. order];
    }

    /// <summary>The batches of one step.</summary>
    public IReadOnlyList<int[]> Batches(int[] order, int step)
    {
        var size = arguments.per_device_train_batch_size;
        var perStep = size * arguments.gradient_accumulation_steps;
        return [.. order.Skip(step * perStep).Take(perStep).Chunk(size)];
    }

    private static int Divided(int count, int by) => (count + by - 1) / by;
}
