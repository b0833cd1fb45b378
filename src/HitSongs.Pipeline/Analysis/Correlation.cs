using HitSongs.Studies;

namespace HitSongs.Pipeline.Analysis;

/// <summary>Correlations with 95 % intervals. Pairs in which a value is missing are left out.</summary>
public static class Correlation
{
    /// <summary>Pearson's r: how far the columns lie on a line. Interval by Fisher's z; p by Student's t with n − 2 degrees of freedom.</summary>
    public static StatisticalTest Pearson(IReadOnlyList<double> x, IReadOnlyList<double> y, string subject)
    {
        var pairs = PairedValues.Of(x, y);
        return Test("Pearson correlation", "Pearson's r", subject, pairs.Coefficient(), pairs.Count, 1);
    }

    /// <summary>Spearman's ρ: how far one column rises with the other. Interval by Fisher's z with the variance of Bonett and Wright (2000).</summary>
    public static StatisticalTest Spearman(IReadOnlyList<double> x, IReadOnlyList<double> y, string subject)
    {
        var pairs = PairedValues.Of(x, y);
        var rho = new PairedValues(Ranks.Of(pairs.X).Values, Ranks.Of(pairs.Y).Values).Coefficient();
        return Test("Spearman correlation", "Spearman's rho", subject, rho, pairs.Count, 1 + (rho * rho / 2));
    }

    /// <summary>Point-biserial r: Pearson's r of a column with a yes (1) or no (0).</summary>
    public static StatisticalTest PointBiserial(IReadOnlyList<bool> yes, IReadOnlyList<double> values, string subject)
    {
        var pairs = PairedValues.Of(values, yes.Select(is1 => is1 ? 1.0 : 0.0).ToList());
        return Test("Point-biserial correlation", "point-biserial r", subject, pairs.Coefficient(), pairs.Count, 1);
    }

    private static StatisticalTest Test(string name, string measure, string subject, double r, int count, double variance)
    {
        if (double.IsNaN(r) || count < 3)
            return new StatisticalTest(name, subject, count, double.NaN, null, double.NaN, new EffectSize(measure, count < 3 ? double.NaN : r));

        var degrees = count - 2;
        var t = r * Math.Sqrt(degrees / ((1 - r) * (1 + r)));
        var halfWidth = count > 3 ? Tails.Normal95 * Math.Sqrt(variance / (count - 3)) : double.PositiveInfinity;
        var z = Math.Atanh(r);
        var (low, high) = double.IsInfinity(z) ? (r, r) : (Math.Tanh(z - halfWidth), Math.Tanh(z + halfWidth));
        return new StatisticalTest(name, subject, count, t, degrees, Tails.TwoSidedStudent(t, degrees), new EffectSize(measure, r, low, high));
    }
}
