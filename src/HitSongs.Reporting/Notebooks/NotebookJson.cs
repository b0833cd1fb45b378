using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace HitSongs.Reporting.Notebooks;

/// <summary>A document as the text of a notebook. The library writes it; what readers of its files need otherwise is put right here.</summary>
internal static class NotebookJson
{
    public const string Png = "image/png";

    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="cells">What the document was made of, in its order.</param>
    public static string Write(InteractiveDocument document, IReadOnlyList<NotebookCell> cells)
    {
        var notebook = JsonNode.Parse(document.ToJupyterJson(Cell.Kernel))!.AsObject();
        foreach (var (written, cell) in notebook["cells"]!.AsArray().Zip(cells).Where(pair => pair.Second.Attachments.Count > 0))
        {
            // The library has no attachments.
            written!["attachments"] = new JsonObject(
                cell.Attachments.Select(picture => KeyValuePair.Create(picture.Key, (JsonNode?)new JsonObject { [Png] = picture.Value }))
            );
        }

        foreach (
            var data in notebook["cells"]!
                .AsArray()
                .SelectMany(cell => cell!["outputs"]?.AsArray() ?? [])
                .Select(output => output!["data"])
                .OfType<JsonObject>()
        )
        {
            // VS Code shows no picture whose base 64 is a list of lines.
            if (data[Png] is JsonArray lines)
            {
                data[Png] = string.Concat(lines.Select(line => (string)line!));
            }
        }

        // Where VS Code looks for the language of cells.
        notebook["metadata"]!["polyglot_notebook"] = new JsonObject
        {
            ["kernelInfo"] = new JsonObject
            {
                ["defaultKernelName"] = Cell.Kernel,
                ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["languageName"] = "C#", ["name"] = Cell.Kernel }),
            },
        };
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Format))
        {
            notebook.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
