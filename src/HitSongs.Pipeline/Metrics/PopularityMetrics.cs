namespace HitSongs.Pipeline.Metrics;

/// <summary>
/// How near predicted popularities are. Every method takes one prediction and one true value per row, and optionally a whole number of
/// times that each row counts. Without rows the value is <see cref="double.NaN"/>.
/// </summary>
public static class PopularityMetrics
{
    /// <summary>Root of the mean squared error, in points of popularity.</summary>
    public static double RootMeanSquaredError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, ReadOnlySpan<int> weights = default) =>
        Math.Sqrt(SquaredErrors(predicted, actual, weights) / Total(actual, weights));

    /// <summary>Mean absolute error, in points of popularity.</summary>
    public static double MeanAbsoluteError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, ReadOnlySpan<int> weights = default)
    {
        double sum = 0;
        for (var i = 0; i < actual.Length; i++)
            sum += Weight(weights, i) * Math.Abs(predicted[i] - actual[i]);
        return sum / Total(actual, weights);
    }

    /// <summary>1 for perfect predictions, 0 for the mean of these rows, below 0 for worse; NaN where all true values are equal.</summary>
    public static double RSquared(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, ReadOnlySpan<int> weights = default)
    {
        double mean = 0, spread = 0;
        for (var i = 0; i < actual.Length; i++)
            mean += Weight(weights, i) * actual[i];
        mean /= Total(actual, weights);
        for (var i = 0; i < actual.Length; i++)
            spread += Weight(weights, i) * (actual[i] - mean) * (actual[i] - mean);
        return spread > 0 ? 1 - (SquaredErrors(predicted, actual, weights) / spread) : double.NaN;
    }

    private static double SquaredErrors(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, ReadOnlySpan<int> weights)
    {
        double sum = 0;
        for (var i = 0; i < actual.Length; i++)
            sum += Weight(weights, i) * (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
        return sum;
    }

    private static double Total(ReadOnlySpan<double> actual, ReadOnlySpan<int> weights)
    {
        if (weights.IsEmpty)
            return actual.Length;
        double sum = 0;
        foreach (var weight in weights)
            sum += weight;
        return sum;
    }

    private static double Weight(ReadOnlySpan<int> weights, int row) => weights.IsEmpty ? 1 : weights[row];
}
