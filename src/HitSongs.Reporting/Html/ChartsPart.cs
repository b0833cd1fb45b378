using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Rendering;

namespace HitSongs.Reporting.Html;

/// <summary>Charts, each with its caption and the table that says the same; the table alone where there is no picture.</summary>
internal static class ChartsPart
{
    public static HtmlText Show(Report report) => HtmlText.When(report.Charts.Count > 0, HtmlText.Of($"""
        {HtmlText.When(report.Rendered.UnavailableBecause is not null, Missing(report.Rendered))}
        {report.Charts.GroupBy(chart => chart.Group).Select(group => HtmlText.Of($"""
            <h3>{group.Key}</h3>
            <div class="charts">
            {group.Select(chart => Figure(chart, report))}
            </div>

            """))}
        """));

    private static HtmlText Missing(RenderedCharts rendered) => rendered.ById.Count == 0
        ? HtmlText.Of($"<p class=\"note\">The charts could not be drawn: {rendered.UnavailableBecause}. Their figures are in the tables.</p>")
        : HtmlText.Of($"<p class=\"note\">Not every chart could be drawn: {rendered.UnavailableBecause}. Its figures are in its table.</p>");

    private static HtmlText Figure(Chart chart, Report report)
    {
        var drawn = report.Rendered.ById.GetValueOrDefault(chart.Id);
        var rows = new Table(chart.Title, chart.Table.Header, [.. Enumerable.Range(1, Math.Max(0, chart.Table.Header.Count - 1))]).Show(chart.Table.Rows);
        return HtmlText.Of($"""
            <figure id="chart/{chart.Id}">
            {(drawn is null ? HtmlText.Of($"<h4>{chart.Title}</h4>") : Drawing(chart, drawn))}
            <figcaption>{HtmlText.When(report.Synthetic, HtmlText.Of($"<strong>Synthetic data.</strong> "))}{chart.Caption}</figcaption>
            <details{HtmlText.When(drawn is null, HtmlText.Trusted(" open"))}><summary>Figures of this chart</summary>{rows}</details>
            </figure>

            """);
    }

    /// <summary>The page's script puts the living chart in the place of the drawing; their sizes are the same.</summary>
    private static HtmlText Drawing(Chart chart, RenderedChart drawn) => drawn.Live is null
        ? HtmlText.Of($"""<div class="chart">{HtmlText.Trusted(drawn.Svg)}</div>""")
        : HtmlText.Of($"""<div class="chart" data-chart="{chart.Id}">{HtmlText.Trusted(drawn.Svg)}</div>""");
}
