using HitSongs.Notebooks;
using Microsoft.DotNet.Interactive.Documents;

namespace HitSongs.Reporting.Notebooks;

/// <summary>The submission as a Jupyter notebook (format 4.5, kernel .NET C#) with the outputs of its cells.</summary>
public static class Notebook
{
    /// <summary>Writes the notebook; equal reports and results give equal text.</summary>
    public static string Write(Report report) => Write(report, ExecutedCells.Of(report.Evidence));

    internal static string Write(Report report, ExecutedCells executed)
    {
        var (document, count) = (new InteractiveDocument([]), 0);
        var cells = Cells(report);
        foreach (var cell in cells)
        {
            var result = executed.ById.GetValueOrDefault(cell.Id);
            document.Add(
                cell.Kind == CellKind.Markdown
                    ? Cell.Markdown(cell)
                    : Cell.Code(
                        cell,
                        result is null && cell.Kind != CellKind.Chart ? null : ++count,
                        result is null ? cell.Stored : ExecutedCells.Outputs(result, count, report, cell.Of)
                    )
            );
        }

        return NotebookJson.Write(document, cells);
    }

    /// <summary>The cells that are run when evidence is collected.</summary>
    internal static IReadOnlyList<CodeCell> ToRun(Report report) =>
        [.. Cells(report).Where(cell => cell.Runs).Select(cell => new CodeCell(cell.Id, cell.Text, cell.Kind == CellKind.Program, cell.Seconds))];

    /// <summary>The cells from top to bottom.</summary>
    internal static IReadOnlyList<NotebookCell> Cells(Report report)
    {
        NotebookCell[] content = [.. report.Grade.Sections.SelectMany(section => QuestionCells.OfSection(report, section)), .. ChartCells.Of(report)];
        return [TitleCell.Of(report), .. content.Any(cell => cell.Runs) ? [SetUpCell.Of] : Array.Empty<NotebookCell>(), .. content];
    }
}
