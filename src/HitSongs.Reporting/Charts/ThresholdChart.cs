using HitSongs.Reporting.Charts.Kit;
using HitSongs.Reporting.Text;
using ScottPlot;

namespace HitSongs.Reporting.Charts;

/// <summary>A metric of known models in repeated evaluations, each a dot, with the thresholds across them.</summary>
internal static class ThresholdChart
{
    private const int RowHeight = 24;

    /// <param name="metric">Its name.</param>
    /// <param name="models">By name: whether it has to pass, and its values; undefined ones are left out.</param>
    /// <param name="thresholds">Where points begin to be refused, with a word each.</param>
    /// <param name="synthetic">Whether the songs were made and not observed.</param>
    public static Chart Of(
        string id, string metric, IReadOnlyList<(string Name, bool IsRight, IReadOnlyList<double> Values)> models,
        IReadOnlyList<(string Word, double Value)> thresholds, bool synthetic) => new(
            id,
            $"{metric} of known models",
            "Each dot is one evaluation, with songs divided anew; lines are the thresholds.",
            $"Dot plot of {metric} for {models.Count} models: "
                + string.Join("; ", models.Select(model => $"{model.Name} {(model.IsRight ? "(right)" : "(wrong)")} {Range(model.Values)}"))
                + $". Thresholds: {string.Join(", ", thresholds.Select(one => $"{one.Word} {Numbers.Short(one.Value)}"))}.",
            new DataTable(
                ["Model", "Has to", "Evaluations", "Range"],
                [.. models.Select(model => new[] { model.Name, model.IsRight ? "pass" : "fail", $"{model.Values.Count}", Range(model.Values) })]))
        {
            Note = synthetic ? "Synthetic songs" : null,
            Compose = width => Draw(width, metric, models, thresholds),
        };

    private static ChartDrawing Draw(
        int width, string metric, IReadOnlyList<(string Name, bool IsRight, IReadOnlyList<double> Values)> models,
        IReadOnlyList<(string Word, double Value)> thresholds)
    {
        var drawing = new ChartDrawing(width, 60 + (RowHeight * models.Count));
        drawing.Explain("has to pass", ChartColours.Other, MarkerShape.FilledSquare);
        drawing.Explain("has to fail", ChartColours.Hit, MarkerShape.FilledCircle);
        var plot = drawing.Whole(metric, "");
        foreach (var (word, value) in thresholds)
        {
            ChartStyle.Line(plot, value, -models.Count, value, 1, ChartColours.Ink, 1.4f, dashed: true);
            drawing.Tell(plot, value, 0.5, $"{word} {Numbers.Short(value)}");
        }

        foreach (var (row, model) in models.Index())
        {
            var (colour, shape) = model.IsRight ? (ChartColours.Other, MarkerShape.FilledSquare) : (ChartColours.Hit, MarkerShape.FilledCircle);
            foreach (var value in model.Values.Where(double.IsFinite))
            {
                plot.Add.Marker(value, -row, shape, 8, colour.WithAlpha(0.6));
                drawing.Tell(plot, value, -row, $"{model.Name}: {Numbers.Short(value)}");
            }
        }

        ChartStyle.Names(plot, [.. models.Select(model => model.Name)], lines: true);
        var seen = models.SelectMany(model => model.Values).Where(double.IsFinite).Concat(thresholds.Select(one => one.Value)).DefaultIfEmpty(0).ToList();
        var margin = Math.Max((seen.Max() - seen.Min()) * 0.04, 1e-6);
        plot.Axes.SetLimitsX(seen.Min() - margin, seen.Max() + margin);
        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(Numbers.Short, 6);
        return drawing;
    }

    private static string Range(IReadOnlyList<double> values)
    {
        var defined = values.Where(double.IsFinite).ToList();
        return defined.Count == 0 ? "undefined" : $"{Numbers.Short(defined.Min())} to {Numbers.Short(defined.Max())}";
    }
}
