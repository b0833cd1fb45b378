using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HitSongs.Cli.Reporting;

/// <summary>The submission as a Jupyter notebook (format 4.5, kernel .NET C#) with the outputs of the graded run.</summary>
public static class Notebook
{
    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the notebook; equal evidence gives equal text.</summary>
    public static string Write(Report report)
    {
        var cells = new JsonArray([TitleCells.Of(report), .. report.Grade.Sections.SelectMany(section => QuestionCells.OfSection(report, section)), .. ChartCells.Of(report)]);
        var notebook = new JsonObject { ["cells"] = cells, ["metadata"] = Metadata(), ["nbformat"] = 4, ["nbformat_minor"] = 5 };
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Format))
        {
            notebook.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
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
