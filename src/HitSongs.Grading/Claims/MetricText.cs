using HitSongs.Metrics;
using HitSongs.Studies;

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

    /// <summary>Whether the songs, and not the predictions, are why there is no value: the trivial model has none either.</summary>
    public static bool IsUndefinedOnSongs(Metric metric) => double.IsNaN(metric.Value) && metric.Baseline is { } baseline && double.IsNaN(baseline);

    /// <summary>Why there is no value.</summary>
    public static string UndefinedOnSongs(string name) =>
        $"{name} is undefined on these songs, for the trivial model too: they have no popularity, or labels of one kind only. This is not the author's fault.";

    public static string Of(double value) => double.IsNaN(value) ? "undefined" : value.ToString("0.####");
}
