namespace HitSongs.Pipeline;

/// <summary>Quantiles by linear interpolation between order statistics (type 7, as NumPy and R do by default).</summary>
internal static class Quantiles
{
    /// <param name="values">In any order; finite.</param>
    /// <param name="level">0 to 1.</param>
    /// <returns><see cref="double.NaN"/> where there are no values.</returns>
    public static double Of(IEnumerable<double> values, double level)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, level);
    }

    /// <inheritdoc cref="Of"/>
    /// <param name="sorted">Ascending and finite.</param>
    public static double OfSorted(ReadOnlySpan<double> sorted, double level)
    {
        if (sorted.IsEmpty)
            return double.NaN;
        var position = level * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
