using HitSongs.Reporting.Charts.Kit;

namespace HitSongs.Reporting.Charts;

/// <summary>Draws charts by ScottPlot.</summary>
internal static class ChartRenderer
{
    /// <summary>Pictures have twice as many pixels as they are wide and high on the page: sharp on every screen.</summary>
    private const int Scale = 2;

    /// <summary>Draws all charts; where that is impossible, says why instead of throwing.</summary>
    public static RenderedCharts Render(IReadOnlyList<Chart> charts) => charts.Count > 0 && ChartStyle.MissingFont() is { } missing
        ? RenderedCharts.None(missing)
        : new RenderedCharts(charts.ToDictionary(chart => chart.Id, Draw, StringComparer.Ordinal), null);

    private static RenderedChart Draw(Chart chart)
    {
        var narrow = new Picture(chart.Title, chart.Note, chart.Compose(ChartDrawing.Narrow));
        var wide = chart.Dense ? new Picture(chart.Title, chart.Note, chart.Compose(ChartDrawing.Wide)) : null;
        return new RenderedChart(
            SvgMarkup.Of(narrow, chart.Id, chart.Title, chart.AltText),
            wide is null ? null : SvgMarkup.Of(wide, $"{chart.Id}-wide", chart.Title, chart.AltText),
            (wide ?? narrow).Png(Scale));
    }
}
