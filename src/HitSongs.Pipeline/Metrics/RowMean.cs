namespace HitSongs.Pipeline.Metrics;

/// <summary>The mean of something over rows, each of which may count several times.</summary>
internal static class RowMean
{
    /// <param name="weights">Times that each row counts; empty for once each.</param>
    /// <returns><see cref="double.NaN"/> without rows.</returns>
    public static double Of<T>(ReadOnlySpan<double> scores, ReadOnlySpan<T> actual, ReadOnlySpan<int> weights, Func<double, T, double> of)
    {
        double sum = 0, all = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i];
            all += weight;
            sum += weight * of(scores[i], actual[i]);
        }

        return sum / all;
    }
}
