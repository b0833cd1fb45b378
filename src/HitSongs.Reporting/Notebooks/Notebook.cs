using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Programs.Notebooks;

namespace HitSongs.Reporting.Notebooks;

/// <summary>The submission as a Jupyter notebook (format 4.5, kernel .NET C#) with the outputs of its cells.</summary>
public static class Notebook
{
    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the notebook; equal reports and results give equal text.</summary>
    public static string Write(Report report) => Write(report, ExecutedCells.Of(report.Evidence));

    internal static string Write(Report report, ExecutedCells executed)
    {
        var (cells, count) = (new JsonArray(), 0);
        foreach (var cell in Cells(report))
        {
            var result = executed.ById.GetValueOrDefault(cell.Id);
            cells.Add(cell.Kind == CellKind.Markdown
                ? Cell.Markdown(cell)
                : Cell.Code(cell, result is null && cell.Kind != CellKind.Chart ? null : ++count, result is null ? cell.Stored : ExecutedCells.Outputs(result, count, report)));
        }

        var notebook = new JsonObject { ["cells"] = cells, ["metadata"] = Metadata(), ["nbformat"] = 4, ["nbformat_minor"] = 5 };
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Format))
        {
            notebook.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>The cells that are run when evidence is collected.</summary>
    internal static IReadOnlyList<CodeCell> ToRun(Report report) =>
        [.. Cells(report).Where(cell => cell.Runs).Select(cell => new CodeCell(cell.Id, cell.Text, cell.Kind == CellKind.Program, cell.Seconds))];

    /// <summary>The cells from top to bottom.</summary>
    internal static IReadOnlyList<NotebookCell> Cells(Report report)
    {
        NotebookCell[] content = [.. report.Grade.Sections.SelectMany(section => QuestionCells.OfSection(report, section)), .. ChartCells.Of(report)];
        return [TitleCells.Title(report), .. content.Any(cell => cell.Runs) ? [TitleCells.SetUp] : Array.Empty<NotebookCell>(), .. content];
    }

    private static JsonObject Metadata() => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "C#",
            ["pygments_lexer"] = "csharp",
        },
        ["polyglot_notebook"] = new JsonObject
        {
            ["kernelInfo"] = new JsonObject
            {
                ["defaultKernelName"] = "csharp",
                ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["languageName"] = "C#", ["name"] = "csharp" }),
            },
        },
    };
}
