namespace HitSongs.Pipeline.Analysis;

/// <summary>One column after the other in rising order, among hits, among the others and among all songs, always in the same memory.</summary>
/// <remarks>What was sorted is overwritten by the next column.</remarks>
internal sealed class SortedColumn(bool[] isHit)
{
    // Hits at the front and the others behind them.
    private readonly double[] values = new double[isHit.Length];
    private readonly double[] merged = new double[isHit.Length];
    private readonly int hitRows = isHit.Count(hit => hit);
    private int hits;
    private int others;

    public ReadOnlySpan<double> Hits => values.AsSpan(0, hits);

    public ReadOnlySpan<double> Others => values.AsSpan(hitRows, others);

    public ReadOnlySpan<double> All => merged.AsSpan(0, hits + others);

    public int MissingHits => hitRows - hits;

    public int MissingOthers => isHit.Length - hitRows - others;

    /// <param name="column">By song; missing and infinite values are left out.</param>
    public void Sort(double[] column)
    {
        (hits, others) = (0, 0);
        for (var song = 0; song < column.Length; song++)
        {
            if (!double.IsFinite(column[song]))
                continue;
            if (isHit[song])
                values[hits++] = column[song];
            else
                values[hitRows + others++] = column[song];
        }

        RadixSort.Sort(values.AsSpan(0, hits), merged);
        RadixSort.Sort(values.AsSpan(hitRows, others), merged);
        Merge(Hits, Others, merged);
    }

    private static void Merge(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> merged)
    {
        var (i, j) = (0, 0);
        while (i < first.Length && j < second.Length)
            merged[i + j] = first[i] <= second[j] ? first[i++] : second[j++];
        first[i..].CopyTo(merged[(i + j)..]);
        second[j..].CopyTo(merged[(i + j)..]);
    }
}
