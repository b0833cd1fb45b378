using System.Runtime.InteropServices;

namespace HitSongs.Pipeline.Analysis;

/// <summary>Sorts numbers by their bytes, the lowest first: what a value costs does not grow with their count, as it does where values are compared.</summary>
internal static class RadixSort
{
    private const int Bytes = sizeof(double);
    private const int Buckets = 256;

    /// <summary>Below this many values the tables of counts cost more than comparing does.</summary>
    private const int Few = 512;

    /// <param name="values">Without <see cref="double.NaN"/>; rising afterwards.</param>
    /// <param name="scratch">At least as long; what it holds afterwards is of no use.</param>
    public static void Sort(Span<double> values, Span<double> scratch)
    {
        if (values.Length < Few)
        {
            values.Sort();
            return;
        }

        var keys = MemoryMarshal.Cast<double, ulong>(values);
        var sorted = MemoryMarshal.Cast<double, ulong>(scratch[..values.Length]);
        Span<int> starts = stackalloc int[Bytes * Buckets];
        ToKeys(keys, starts);
        var inScratch = false;
        for (var place = 0; place < Bytes; place++)
        {
            if (!TryMakeStarts(starts.Slice(place * Buckets, Buckets), keys.Length))
                continue;
            Distribute(keys, sorted, starts.Slice(place * Buckets, Buckets), 8 * place);
            var former = keys;
            keys = sorted;
            sorted = former;
            inScratch = !inScratch;
        }

        FromKeys(keys, inScratch ? sorted : keys);
    }

    /// <summary>Bits whose order as whole numbers is that of the values, and how often each byte occurs at each place.</summary>
    private static void ToKeys(Span<ulong> bits, Span<int> counts)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            // A negative number has its highest bit set, and the larger its other bits are, the smaller it is.
            var key = (bits[i] >> 63) != 0 ? ~bits[i] : bits[i] | (1UL << 63);
            bits[i] = key;
            for (var place = 0; place < Bytes; place++)
                counts[(place * Buckets) + (byte)(key >> (8 * place))]++;
        }
    }

    private static void FromKeys(ReadOnlySpan<ulong> keys, Span<ulong> bits)
    {
        for (var i = 0; i < keys.Length; i++)
            bits[i] = (keys[i] >> 63) != 0 ? keys[i] & ~(1UL << 63) : ~keys[i];
    }

    /// <summary>Turns how often a byte occurs into where its values begin; false where all values have the same byte, so that there is nothing to do.</summary>
    private static bool TryMakeStarts(Span<int> counts, int all)
    {
        var start = 0;
        for (var value = 0; value < counts.Length; value++)
        {
            var count = counts[value];
            if (count == all)
                return false;
            counts[value] = start;
            start += count;
        }

        return true;
    }

    private static void Distribute(ReadOnlySpan<ulong> keys, Span<ulong> sorted, Span<int> starts, int shift)
    {
        foreach (var key in keys)
            sorted[starts[(byte)(key >> shift)]++] = key;
    }
}
