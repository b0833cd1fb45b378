namespace HitSongs.Pipeline.Analysis;

/// <summary>How far two distributions lie apart.</summary>
public static class KolmogorovSmirnov
{
    /// <summary>The largest distance between the two cumulative distributions, with the p-value of its limiting distribution (rough below 30 values).</summary>
    /// <returns>Statistic and effect are both D, 0 to 1.</returns>
    public static StatisticalTest TwoSample(IReadOnlyList<double> first, IReadOnlyList<double> second, string subject)
    {
        const string name = "Kolmogorov-Smirnov";
        var (a, b) = (RankTests.Finite(first), RankTests.Finite(second));
        var count = a.Length + b.Length;
        if (a.Length == 0 || b.Length == 0)
            return new StatisticalTest(name, subject, count, double.NaN, null, double.NaN, new EffectSize("D", double.NaN));

        Array.Sort(a);
        Array.Sort(b);
        var distance = Distance(a, b);
        var p = Limit(distance * Math.Sqrt((double)a.Length * b.Length / count));
        return new StatisticalTest(name, subject, count, distance, null, p, new EffectSize("D", distance));
    }

    private static double Distance(double[] a, double[] b)
    {
        var (i, j, largest) = (0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            var value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == value)
                i++;
            while (j < b.Length && b[j] == value)
                j++;
            largest = Math.Max(largest, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        return largest;
    }

    /// <summary>2 Σ (−1)^(k−1) exp(−2 k² x²); below 0.2 it is 1 to within 1e-12 and the sum converges too slowly.</summary>
    private static double Limit(double x)
    {
        if (x < 0.2)
            return 1;
        var sum = 0.0;
        for (var k = 1; k <= 100; k++)
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * x * x);
        return Math.Clamp(sum, 0, 1);
    }
}
