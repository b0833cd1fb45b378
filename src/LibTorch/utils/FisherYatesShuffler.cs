namespace TorchSharp.Utils;

/// <summary>The numbers from 0 to size - 1 in random order: another one each time it is enumerated, and with a seed always the same ones in turn.</summary>
/// <param name="seed">What the orders are determined by; chance when null.</param>
public sealed class FisherYatesShuffler(long size, int? seed = null) : IEnumerable<long>
{
    private readonly Random seeds = seed is { } number ? new Random(number) : Random.Shared;

    public IEnumerator<long> GetEnumerator()
    {
        Random random;
        lock (seeds) random = new Random(seeds.Next());
        var numbers = new long[size];
        for (var i = 0L; i < size; i++) numbers[i] = i;
        random.Shuffle(numbers);
        return ((IEnumerable<long>)numbers).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
