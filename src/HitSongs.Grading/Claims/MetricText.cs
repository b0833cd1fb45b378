using HitSongs.Pipeline.Explanation;
using HitSongs.Pipeline.Metrics;

namespace HitSongs.Grading.Claims;

/// <summary>Writes numbers for people.</summary>
internal static class MetricText
{
    /// <summary>Value, interval and count.</summary>
    public static string Of(Metric metric)
    {
        var interval = metric is { Low: { } low, High: { } high } ? $"95 % interval {Of(low)} to {Of(high)}, " : "";
        return $"{Of(metric.Value)} ({interval}{metric.Count} predictions)";
    }

    /// <summary>Value and interval.</summary>
    public static string Of(StudyFigure figure) =>
        figure is { Low: { } low, High: { } high } ? $"{Of(figure.Value)} (95 % interval {Of(low)} to {Of(high)})" : Of(figure.Value);

    public static string Of(double value) => double.IsNaN(value) ? "undefined" : value.ToString("0.####");
}
