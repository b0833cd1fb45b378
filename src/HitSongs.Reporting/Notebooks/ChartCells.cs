using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Html;
using Microsoft.DotNet.Interactive.Documents;

namespace HitSongs.Reporting.Notebooks;

/// <summary>The charts, as pictures where they could be drawn and as tables where not.</summary>
internal static class ChartCells
{
    public const string Title = "Songs and models in charts";

    public static IEnumerable<NotebookCell> Of(Report report)
    {
        if (report.Charts.Count == 0)
        {
            yield break;
        }

        yield return NotebookCell.Markdown("", "charts", $"{HeadingLink.Anchor(Title)}\n## {Title}");
        foreach (var chart in report.Charts)
        {
            yield return NotebookCell.Markdown(chart.Id, "caption", $"### {chart.Title}\n\n{(report.Synthetic ? "**Synthetic data.** " : "")}{chart.Caption}");
            yield return new NotebookCell(chart.Id, "chart", CellKind.Chart, $"Chart(\"{chart.Id}\")", 0, [Picture(chart, report)]);
        }
    }

    public static InteractiveDocumentOutputElement Picture(Chart chart, Report report) => report.Rendered.ById.GetValueOrDefault(chart.Id) is { } drawn
        ? Cell.Image(drawn.Png, chart.AltText)
        : Cell.Html(new Table("", chart.Table.Header, []).Bare(chart.Table.Rows), chart.AltText);
}
