using HitSongs.Studies;

namespace HitSongs.Pipeline.Analysis;

/// <summary>Tests on tables of counts.</summary>
public static class TableTests
{
    /// <summary>Pearson's χ² of independence of rows and columns, without continuity correction. Empty rows and columns are left out.</summary>
    /// <param name="counts">Rows of equal length; each count 0 or more. The test is rough where expected counts are below 5.</param>
    /// <returns>Effect: Cramér's V, 0 to 1.</returns>
    public static StatisticalTest ChiSquared(IReadOnlyList<IReadOnlyList<int>> counts, string subject)
    {
        const string name = "Chi-squared";
        const string measure = "Cramer's V";
        var columns = counts.Count == 0 ? 0 : counts[0].Count;
        if (counts.Any(row => row.Count != columns))
            throw new ArgumentException("The rows of a table have the same number of columns.", nameof(counts));

        var rowSums = counts.Select(row => row.Sum(count => (double)count)).ToArray();
        var columnSums = Enumerable.Range(0, columns).Select(column => counts.Sum(row => (double)row[column])).ToArray();
        var n = rowSums.Sum();
        var (height, width) = (rowSums.Count(sum => sum > 0), columnSums.Count(sum => sum > 0));
        if (height < 2 || width < 2)
            return new StatisticalTest(name, subject, (int)n, double.NaN, null, double.NaN, new EffectSize(measure, double.NaN));

        var statistic = 0.0;
        for (var i = 0; i < rowSums.Length; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var expected = rowSums[i] * columnSums[j] / n;
                if (expected > 0)
                    statistic += (counts[i][j] - expected) * (counts[i][j] - expected) / expected;
            }
        }

        var degrees = (height - 1) * (width - 1);
        var v = Math.Sqrt(statistic / (n * (Math.Min(height, width) - 1)));
        return new StatisticalTest(name, subject, (int)n, statistic, degrees, Tails.ChiSquared(statistic, degrees), new EffectSize(measure, v));
    }
}
