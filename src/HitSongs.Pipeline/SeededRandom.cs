namespace HitSongs.Pipeline;

/// <summary>xorshift64* seeded by SplitMix64: the same numbers for a seed on every machine and in every version of .NET.</summary>
internal sealed class SeededRandom
{
    private ulong state;

    public SeededRandom(int seed)
    {
        var mixed = unchecked((ulong)seed + 0x9E3779B97F4A7C15UL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        state = mixed ^ (mixed >> 31);
        // Zero is the one state that xorshift never leaves.
        if (state == 0)
            state = 1;
    }

    /// <summary>The items in an order that is drawn by the seed alone.</summary>
    public static T[] Shuffled<T>(IEnumerable<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new SeededRandom(seed).Shuffle(shuffled.AsSpan());
        return shuffled;
    }

    /// <summary>0 (included) to <paramref name="exclusive"/>.</summary>
    public int Below(int exclusive) => (int)Math.BigMul(Next(), (ulong)exclusive, out _);

    /// <summary>0 (included) to 1 (excluded).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A draw from the normal distribution with mean 0 and deviation 1.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return state * 0x2545F4914F6CDD1DUL;
    }
}
