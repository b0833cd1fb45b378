using HitSongs.Metrics;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

internal static class MetricsTable
{
    public static HtmlText Show(string caption, IReadOnlyDictionary<string, Metric> metrics) =>
        new Table(caption, ["Metric", "Value", "95 % interval", "Baseline", "Predictions"], [1, 2, 3, 4])
            .Show(metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Select(metric => Row(metric.Key, metric.Value)));

    private static string[] Row(string name, Metric metric) =>
    [
        name, Numbers.Metric(metric.Value), Words.Interval(metric), metric.Baseline is { } baseline ? Numbers.Metric(baseline) : "–", $"{metric.Count:N0}",
    ];
}
