using HitSongs.Reporting.Charts;

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

    /// <summary>Columns that hold text, such as a second name, are not set as numbers.</summary>
    private static List<int> Numeric(DataTable table) =>
        [
            .. Enumerable
                .Range(1, Math.Max(0, table.Header.Count - 1))
                .Where(column => table.Rows.All(row => row[column].Any(char.IsAsciiDigit) || row[column] is "–" or "undefined")),
        ];

    private static HtmlText Missing(RenderedCharts rendered) => rendered.ById.Count == 0
        ? HtmlText.Of($"<p class=\"note\">The charts could not be drawn: {rendered.UnavailableBecause}. Their figures are in the tables.</p>")
        : HtmlText.Of($"<p class=\"note\">Not every chart could be drawn: {rendered.UnavailableBecause}. Its figures are in its table.</p>");

    private static HtmlText Figure(Chart chart, Report report)
    {
        var drawn = report.Rendered.ById.GetValueOrDefault(chart.Id);
        var rows = new Table(chart.Title, chart.Table.Header, Numeric(chart.Table)).Show(chart.Table.Rows);
        return HtmlText.Of($"""
            <figure id="chart/{chart.Id}"{HtmlText.When(chart.Dense, HtmlText.Trusted(" class=\"dense\""))}>
            {(drawn is null ? HtmlText.Of($"<h4>{chart.Title}</h4>") : Drawing(chart, drawn))}
            <figcaption>{HtmlText.When(report.Synthetic && drawn is null, HtmlText.Of($"<strong>Synthetic data.</strong> "))}{chart.Caption}</figcaption>
            <details{HtmlText.When(drawn is null, HtmlText.Trusted(" open"))}><summary>Figures of this chart</summary>{rows}</details>
            </figure>

            """);
    }

    /// <summary>By the arrow keys its marks are told one after the other.</summary>
    private static HtmlText Drawing(Chart chart, RenderedChart drawn) =>
        HtmlText.Of(
            $"""
            <div class="chart" tabindex="0" role="group" aria-label="{chart.Title}: arrow keys tell its figures">{HtmlText.Trusted(drawn.Svg)}{HtmlText.Trusted(
                drawn.WideSvg ?? ""
            )}</div>
            """
        );
}
