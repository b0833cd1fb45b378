using HitSongs.Reporting.Charts.Kit;
using HitSongs.Reporting.Text;
using ScottPlot;

namespace HitSongs.Reporting.Charts;

/// <summary>Values by name as points with their intervals, one line each; counts stand beside the names where they differ.</summary>
internal static class IntervalChart
{
    /// <summary>More lines than these do not fit a page; the table has them all.</summary>
    private const int Shown = 30;

    /// <summary>For the label of the names, which stands upright.</summary>
    private const int RoomForLabel = 130;

    /// <param name="named">What the names are, such as "Feature".</param>
    /// <param name="axis">What the values are, with their unit.</param>
    /// <param name="counted">What <see cref="NamedEstimate.Count"/> counts, such as "songs".</param>
    /// <param name="format">How the values are written.</param>
    /// <param name="reference">A value to compare with, drawn as a dashed line; null for none.</param>
    public static Chart Of(
        string id,
        string title,
        string caption,
        string alt,
        string named,
        string axis,
        string counted,
        NumberFormat format,
        IReadOnlyList<NamedEstimate> estimates,
        double? reference = null
    )
    {
        var shown = estimates.Where(estimate => double.IsFinite(estimate.Value)).Take(Shown).ToList();
        var counts = estimates.Select(estimate => estimate.Count).Distinct().Count() > 1;
        return new Chart(
            id,
            title,
            caption + (shown.Count < estimates.Count ? $" {estimates.Count - shown.Count} more are in the table only." : ""),
            alt,
            new DataTable(
                [named, axis, "95 % interval", Words.Title(counted)],
                [.. estimates.Select(estimate => new[] { estimate.Name, format.Told(estimate.Value), Interval(estimate, format), $"{estimate.Count:N0}" })]
            )
        )
        {
            Compose = width => Draw(width, shown, counts ? $"{named} ({counted})" : named, axis, counted, counts, format, reference),
        };
    }

    private static ChartDrawing Draw(
        int width,
        List<NamedEstimate> estimates,
        string named,
        string axis,
        string counted,
        bool counts,
        NumberFormat format,
        double? reference
    )
    {
        var drawing = new ChartDrawing(width, 56 + Math.Max(RoomForLabel, 21 * estimates.Count));
        var plot = drawing.Whole(axis, named);
        if (reference is { } at)
        {
            ChartStyle.Line(plot, at, -estimates.Count, at, 1, ChartColours.Ink, 1.2f, dashed: true);
        }

        foreach (var (index, estimate) in estimates.Index())
        {
            var (low, high) = (estimate.Low ?? estimate.Value, estimate.High ?? estimate.Value);
            ChartStyle.Line(plot, low, -index, high, -index, ChartColours.Other.WithAlpha(0.55), 3);
            plot.Add.Marker(estimate.Value, -index, MarkerShape.FilledCircle, 10, ChartColours.Other);
            drawing.Tell(
                plot,
                low,
                high,
                -index - 0.4,
                -index + 0.4,
                ChartStyle.Reach,
                $"{estimate.Name}: {format.Told(estimate.Value)} (95 % interval {Interval(estimate, format)}; {estimate.Count:N0} {counted})"
            );
        }

        ChartStyle.Names(plot, [.. estimates.Select(estimate => counts ? $"{estimate.Name} ({estimate.Count:N0})" : estimate.Name)], lines: true);
        plot.Grid.XAxisStyle.IsVisible = false;
        Fit(
            plot,
            [.. estimates.SelectMany(estimate => (double[])[estimate.Low ?? estimate.Value, estimate.High ?? estimate.Value, reference ?? estimate.Value])]
        );
        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(format.Tick, 5);
        return drawing;
    }

    private static void Fit(Plot plot, double[] values)
    {
        if (values.Length > 0)
        {
            var room = Math.Max(0.06 * (values.Max() - values.Min()), 1e-9);
            plot.Axes.SetLimitsX(values.Min() - room, values.Max() + room);
        }
    }

    private static string Interval(NamedEstimate estimate, NumberFormat format) =>
        estimate is { Low: { } low, High: { } high } ? $"{format.Told(low)} to {format.Told(high)}" : "–";
}
