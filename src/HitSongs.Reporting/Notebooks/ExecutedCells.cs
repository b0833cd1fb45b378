using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Notebooks;
using HitSongs.Reporting.Html;
using Microsoft.DotNet.Interactive.Documents;

namespace HitSongs.Reporting.Notebooks;

/// <summary>Results of a notebook's cells.</summary>
/// <param name="ById">By the cell's id, those that were run.</param>
public sealed record ExecutedCells(IReadOnlyDictionary<string, CellResult> ById)
{
    public static ExecutedCells None { get; } = new(new Dictionary<string, CellResult>());

    /// <summary>A cell's outputs as the notebook's format has them.</summary>
    /// <param name="count">The cell's place among those that were run, from 1.</param>
    /// <param name="question">What the cell belongs to.</param>
    internal static IEnumerable<InteractiveDocumentOutputElement> Outputs(CellResult result, int count, Report report, string question) =>
        result.Outputs.Select(output =>
            output switch
            {
                { Stream: { } text } => Cell.Stream(StableText.Of(text)),
                { Table: { } table } => Cell.Html(Show(Stable(table)), Plain(Stable(table)), count),
                { Figure: { } name } => Figure(name, report, question) is { } figure
                    ? Cell.Image(Convert.FromBase64String(figure.Png), name)
                    : Cell.Text($"The figure {name} is not in the evidence.", count),
                { Error: { } error } => Cell.Error(error.Name, StableText.Of(error.Line is { } line ? $"{error.Message} (line {line})" : error.Message)),
                _ => Cell.Text(StableText.Of(output.Value ?? ""), count),
            }
        );

    public static ExecutedCells Of(SubmissionEvidence evidence) => new((evidence.Cells ?? []).ToDictionary(cell => cell.Id, StringComparer.Ordinal));

    private static DrawnFigure? Figure(string name, Report report, string question) =>
        report.EvidenceOf(question)?.Demonstration?.Figures?.FirstOrDefault(figure => figure.Name == name);

    private static CellTable Stable(CellTable table) => table with { Rows = [.. table.Rows.Select(row => row.Select(StableText.Of).ToList())] };

    private static HtmlText Show(CellTable table) =>
        new Table(
            "",
            table.Header,
            [.. Enumerable.Range(1, Math.Max(0, table.Header.Count - 1)).Where(column => table.Rows.All(row => IsNumber(row[column])))]
        ).Bare(table.Rows);

    private static string Plain(CellTable table) =>
        string.Join('\n', table.Rows.Select(row => string.Join("  ", row)).Prepend(string.Join("  ", table.Header)));

    private static bool IsNumber(string text) => text == "–" || double.TryParse(text, out _);
}
