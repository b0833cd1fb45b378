namespace HitSongs.Pipeline.Analysis;

/// <summary>Tests on means. Missing and infinite values are left out.</summary>
public static class MeanTests
{
    /// <summary>Welch's t: whether two means differ, without assuming equal spreads.</summary>
    /// <returns>Effect: Hedges' g (difference in pooled standard deviations, corrected for small samples) with its interval.</returns>
    public static StatisticalTest Welch(IReadOnlyList<double> first, IReadOnlyList<double> second, string subject)
    {
        const string name = "Welch's t";
        const string measure = "Hedges' g";
        var (a, b) = (RankTests.Finite(first), RankTests.Finite(second));
        double n = a.Length + b.Length;
        if (a.Length < 2 || b.Length < 2)
            return new StatisticalTest(name, subject, (int)n, double.NaN, null, double.NaN, new EffectSize(measure, double.NaN));

        var (one, two) = (Distribution.Of(a), Distribution.Of(b));
        var (varianceA, varianceB) = (one.StandardDeviation * one.StandardDeviation / a.Length, two.StandardDeviation * two.StandardDeviation / b.Length);
        if (varianceA + varianceB == 0)
            return new StatisticalTest(name, subject, (int)n, double.NaN, null, double.NaN, new EffectSize(measure, double.NaN));

        var t = (one.Mean - two.Mean) / Math.Sqrt(varianceA + varianceB);
        var degrees = Math.Pow(varianceA + varianceB, 2) / ((varianceA * varianceA / (a.Length - 1)) + (varianceB * varianceB / (b.Length - 1)));
        var pooled = Math.Sqrt((((a.Length - 1) * varianceA * a.Length) + ((b.Length - 1) * varianceB * b.Length)) / (n - 2));
        var g = (one.Mean - two.Mean) / pooled * (1 - (3 / ((4 * (n - 2)) - 1)));
        var halfWidth = Tails.Normal95 * Math.Sqrt((n / ((double)a.Length * b.Length)) + (g * g / (2 * n)));
        return new StatisticalTest(name, subject, (int)n, t, degrees, Tails.TwoSidedStudent(t, degrees), new EffectSize(measure, g, g - halfWidth, g + halfWidth));
    }
}
