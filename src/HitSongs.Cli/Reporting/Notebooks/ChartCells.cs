using System.Text.Json.Nodes;

namespace HitSongs.Cli.Reporting;

/// <summary>The charts, as pictures where they could be drawn and as tables where not.</summary>
internal static class ChartCells
{
    private const string NotACellOfTheSubmission = "// Drawn by the harness from the figures of the graded run.";

    public static IEnumerable<JsonObject> Of(Report report)
    {
        if (report.Charts.Count == 0)
        {
            yield break;
        }

        yield return Cell.Markdown("", "charts", "## Songs and models in charts");
        foreach (var chart in report.Charts)
        {
            yield return Cell.Markdown(chart.Id, "caption", $"### {chart.Title}\n\n{(report.Synthetic ? "**Synthetic data.** " : "")}{chart.Caption}");
            yield return Cell.Code(chart.Id, "chart", NotACellOfTheSubmission, [Picture(chart, report)]);
        }
    }

    private static JsonObject Picture(Chart chart, Report report) => report.Rendered.ById.GetValueOrDefault(chart.Id) is { } drawn
        ? Cell.Image(drawn.Png, chart.AltText)
        : Cell.Html(new Table(chart.Title, chart.Table.Header, []).Show(chart.Table.Rows), chart.AltText);
}
