namespace HitSongs.Pipeline.Analysis;

/// <summary>Distribution of the values of one column. Where there are too few values, a figure is <see cref="double.NaN"/>.</summary>
/// <param name="Count">Finite values.</param>
/// <param name="Missing">Missing or infinite values.</param>
/// <param name="Distinct">Different values among <paramref name="Count"/>; 1 is a constant column.</param>
/// <param name="StandardDeviation">Of a sample (n − 1).</param>
/// <param name="Skewness">Corrected for bias (G1); 0 is symmetric, above 0 has a long right tail.</param>
/// <param name="Low">5 % quantile; quantiles are interpolated linearly (type 7).</param>
/// <param name="High">95 % quantile.</param>
/// <param name="Outliers">Values more than 1.5 interquartile ranges below the first quartile or above the third (Tukey).</param>
public sealed record Distribution(
    int Count, int Missing, int Distinct, double Mean, double StandardDeviation, double Skewness, double Minimum, double Low,
    double Quartile1, double Median, double Quartile3, double High, double Maximum, int Outliers)
{
    private const double Fence = 1.5;

    /// <summary>Describes a column; missing values are counted and left out.</summary>
    public static Distribution Of(IReadOnlyList<double> values)
    {
        var sorted = RankTests.Finite(values);
        Array.Sort(sorted);
        return OfSorted(sorted, values.Count - sorted.Length);
    }

    /// <param name="sorted">Finite values in rising order.</param>
    /// <param name="missing">How many there were besides.</param>
    internal static Distribution OfSorted(ReadOnlySpan<double> sorted, int missing)
    {
        if (sorted.Length == 0)
        {
            return new Distribution(
                0, missing, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0);
        }

        var (mean, deviation, skewness) = Moments(sorted);
        var (quartile1, quartile3) = (Quantiles.OfSorted(sorted, 0.25), Quantiles.OfSorted(sorted, 0.75));
        var reach = Fence * (quartile3 - quartile1);
        return new Distribution(
            sorted.Length, missing, CountDistinct(sorted), mean, deviation, skewness, sorted[0], Quantiles.OfSorted(sorted, 0.05),
            quartile1, Quantiles.OfSorted(sorted, 0.5), quartile3, Quantiles.OfSorted(sorted, 0.95), sorted[^1],
            CountBeyond(sorted, quartile1 - reach, quartile3 + reach));
    }

    private static (double Mean, double Deviation, double Skewness) Moments(ReadOnlySpan<double> values)
    {
        double n = values.Length;
        // A constant column has no spread, whatever rounding makes of its mean.
        if (values[0] == values[^1])
            return (values[0], n > 1 ? 0 : double.NaN, double.NaN);

        var (sum, squares, cubes) = (0.0, 0.0, 0.0);
        foreach (var value in values)
            sum += value;
        var mean = sum / n;
        foreach (var value in values)
        {
            var distance = value - mean;
            squares += distance * distance;
            cubes += distance * distance * distance;
        }

        var skewness = n < 3 ? double.NaN : Math.Sqrt(n * (n - 1)) / (n - 2) * (cubes / n) / Math.Pow(squares / n, 1.5);
        return (mean, Math.Sqrt(squares / (n - 1)), skewness);
    }

    private static int CountDistinct(ReadOnlySpan<double> sorted)
    {
        var distinct = 1;
        for (var i = 1; i < sorted.Length; i++)
            distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
        return distinct;
    }

    private static int CountBeyond(ReadOnlySpan<double> sorted, double low, double high)
    {
        var beyond = 0;
        for (var i = 0; i < sorted.Length && sorted[i] < low; i++)
            beyond++;
        for (var i = sorted.Length - 1; i >= 0 && sorted[i] > high; i--)
            beyond++;
        return beyond;
    }
}
