using HitSongs.Studies;

namespace HitSongs.Pipeline.Analysis;

/// <summary>Correction for many tests at once by Benjamini and Hochberg (1995): the expected share of false discoveries.</summary>
public static class FalseDiscovery
{
    /// <summary>q-values by position of the p-values. Tests without a p-value (<see cref="double.NaN"/>) stay so and do not count as tests.</summary>
    /// <param name="p">Each 0 to 1, or <see cref="double.NaN"/>.</param>
    public static double[] Adjust(IReadOnlyList<double> p)
    {
        var q = new double[p.Count];
        Array.Fill(q, double.NaN);
        var made = Enumerable.Range(0, p.Count).Where(i => !double.IsNaN(p[i])).OrderByDescending(i => p[i]).ToList();
        var smallest = 1.0;
        for (var i = 0; i < made.Count; i++)
        {
            var rank = made.Count - i;
            smallest = Math.Min(smallest, p[made[i]] * made.Count / rank);
            // Rounding must not make q smaller than p.
            q[made[i]] = Math.Max(smallest, p[made[i]]);
        }

        return q;
    }

    /// <summary>The same tests with <see cref="StatisticalTest.Q"/>, corrected as one family.</summary>
    public static IReadOnlyList<StatisticalTest> Correct(IReadOnlyList<StatisticalTest> family)
    {
        var q = Adjust(family.Select(test => test.P).ToList());
        return family.Select((test, i) => test with { Q = q[i] }).ToList();
    }
}
