namespace HitSongs.Pipeline.Metrics;

/// <summary>
/// How near predicted popularities are. Every method takes one prediction and one true value per row, and optionally a whole number of
/// times that each row counts. Without rows the value is <see cref="double.NaN"/>.
/// </summary>
public static class PopularityMetrics
{
    /// <summary>Root of the mean squared error, in points of popularity.</summary>
    public static double RootMeanSquaredError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, ReadOnlySpan<int> weights = default) =>
        Math.Sqrt(MeanSquare(predicted, actual, weights));

    /// <summary>Mean absolute error, in points of popularity.</summary>
    public static double MeanAbsoluteError(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, ReadOnlySpan<int> weights = default) =>
        RowMean.Of(predicted, actual, weights, (said, was) => Math.Abs(said - was));

    /// <summary>1 for perfect predictions, 0 for the mean of these rows, below 0 for worse; NaN where all true values are equal.</summary>
    public static double RSquared(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, ReadOnlySpan<int> weights = default)
    {
        var mean = RowMean.Of(actual, actual, weights, (_, was) => was);
        var spread = RowMean.Of(actual, actual, weights, (_, was) => (was - mean) * (was - mean));
        return spread > 0 ? 1 - (MeanSquare(predicted, actual, weights) / spread) : double.NaN;
    }

    private static double MeanSquare(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual, ReadOnlySpan<int> weights) =>
        RowMean.Of(predicted, actual, weights, (said, was) => (said - was) * (said - was));
}
