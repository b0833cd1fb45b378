using HitSongs.Collecting.Tuning;
using HitSongs.Reporting.Charts;

namespace HitSongs.Cli.Commands.Tuning;

/// <summary>Writes the chart of a metric's known models and thresholds: thresholds-CRITERION.svg and .png.</summary>
internal static class ThresholdCharts
{
    public static void Write(TunedMetric metric, bool synthetic, string folder, TextWriter output)
    {
        var id = $"thresholds-{metric.Criterion.Id}";
        var proposed = metric.Thresholds.Proposed;
        List<(string Word, double Value)> thresholds = [];
        if (proposed.AtLeast is { } least)
        {
            thresholds.Add(("at least", least));
        }

        if (proposed.AtMost is { } most)
        {
            thresholds.Add(("at most", most));
        }

        var models = metric.Models.Select(one => (one.Model.Name, one.Model.IsRight, one.Spread.Values)).ToList();
        var rendered = ChartRenderer.Render([ThresholdChart.Of(id, metric.Criterion.Metric, models, thresholds, synthetic)]);
        if (rendered.UnavailableBecause is { } because)
        {
            output.WriteLine($"  No chart: {because}.");
            return;
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, id);
        File.WriteAllText($"{path}.svg", rendered.ById[id].Svg);
        File.WriteAllBytes($"{path}.png", rendered.ById[id].Png.ToArray());
        output.WriteLine($"  Chart: {path}.svg and .png");
    }
}
