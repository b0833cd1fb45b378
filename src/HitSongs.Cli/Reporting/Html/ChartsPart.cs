namespace HitSongs.Cli.Reporting;

/// <summary>Charts, each with its caption and the table that says the same; the table alone where there is no picture.</summary>
internal static class ChartsPart
{
    public static Html Show(Report report) => Html.When(report.Charts.Count > 0, Html.Of($"""
        {Html.When(report.Rendered.UnavailableBecause is not null, Missing(report.Rendered))}
        {report.Charts.GroupBy(chart => chart.Group).Select(group => Html.Of($"""
            <h3>{group.Key}</h3>
            <div class="charts">
            {group.Select(chart => Figure(chart, report))}
            </div>

            """))}
        """));

    private static Html Missing(RenderedCharts rendered) => rendered.ById.Count == 0
        ? Html.Of($"<p class=\"note\">The charts could not be drawn: {rendered.UnavailableBecause}. Their figures are in the tables.</p>")
        : Html.Of($"<p class=\"note\">Not every chart could be drawn: {rendered.UnavailableBecause}. Its figures are in its table.</p>");

    private static Html Figure(Chart chart, Report report)
    {
        var drawn = report.Rendered.ById.GetValueOrDefault(chart.Id);
        var rows = new Table(chart.Title, chart.Table.Header, [.. Enumerable.Range(1, Math.Max(0, chart.Table.Header.Count - 1))]).Show(chart.Table.Rows);
        return Html.Of($"""
            <figure id="chart/{chart.Id}">
            {(drawn is null ? Html.Of($"<h4>{chart.Title}</h4>") : Drawing(chart, drawn))}
            <figcaption>{Html.When(report.Synthetic, Html.Of($"<strong>Synthetic data.</strong> "))}{chart.Caption}</figcaption>
            <details{Html.When(drawn is null, Html.Trusted(" open"))}><summary>Figures of this chart</summary>{rows}</details>
            </figure>

            """);
    }

    /// <summary>The page's script puts the living chart in the place of the drawing; their sizes are the same.</summary>
    private static Html Drawing(Chart chart, RenderedChart drawn) => drawn.Live is null
        ? Html.Of($"""<div class="chart">{Html.Trusted(drawn.Svg)}</div>""")
        : Html.Of($"""<div class="chart" data-chart="{chart.Id}">{Html.Trusted(drawn.Svg)}</div>""");
}
