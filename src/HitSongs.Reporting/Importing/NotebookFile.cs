using System.Text.Json;
using System.Text.Json.Nodes;

namespace HitSongs.Reporting.Importing;

/// <summary>Reads notebooks of format 4, of any kernel, written by Jupyter, VS Code or the harness.</summary>
internal static class NotebookFile
{
    private const long MostBytes = 64 << 20;

    /// <exception cref="InvalidInputException">It is missing, too large, no JSON, or no notebook of format 4.</exception>
    public static IReadOnlyList<ImportedCell> Read(string path)
    {
        var (file, info) = (Path.GetFileName(path), new FileInfo(path));
        if (!info.Exists)
        {
            throw new InvalidInputException(file, null, "there is no such file", "Name the notebook to import");
        }

        return info.Length > MostBytes
            ? throw new InvalidInputException(file, null, $"the notebook has {info.Length >> 20} MiB and may have {MostBytes >> 20}", "Clear its outputs and save it again")
            : Parse(File.ReadAllBytes(path), file);
    }

    /// <param name="file">How messages name it.</param>
    /// <exception cref="InvalidInputException">It is no JSON, or no notebook of format 4.</exception>
    public static IReadOnlyList<ImportedCell> Parse(byte[] json, string file)
    {
        try
        {
            // As nodes only once it is known that no key stands twice: reading those would throw later, in the middle of the work.
            if (JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is not JsonObject notebook
                || Number(notebook["nbformat"]) is not { } format || notebook["cells"] is not JsonArray cells && format == 4)
            {
                throw new InvalidInputException(file, null, "this is no notebook: `nbformat` and `cells` are missing", "Save it from Jupyter or VS Code as .ipynb");
            }

            if (format != 4)
            {
                throw new InvalidInputException(file, null, $"the notebook has format {format}, and 4 is read", "Convert it: jupyter nbconvert --to notebook --nbformat 4");
            }

            var language = CellLanguage.OfNotebook(notebook["metadata"]);
            return [.. notebook["cells"]!.AsArray().Select((cell, index) => Read(cell, index + 1, language, file))];
        }
        catch (JsonException problem)
        {
            throw new InvalidInputException(file, (int?)problem.LineNumber + 1, "this is no JSON that can be read", "Save the notebook again", problem);
        }
    }

    private static ImportedCell Read(JsonNode? node, int number, string notebookLanguage, string file)
    {
        if (node is not JsonObject cell || Text(cell["cell_type"]) is not { } kind || Source(cell["source"]) is not { } source)
        {
            throw new InvalidInputException(file, null, $"cell {number} has no cell_type or no source", "Save the notebook again");
        }

        var own = (cell["metadata"] as JsonObject)?["hitsongs"] as JsonObject;
        var text = source.Replace("\r\n", "\n", StringComparison.Ordinal);
        var language = kind switch
        {
            "code" => CellLanguage.OfCell(cell["metadata"], text, notebookLanguage),
            _ => kind,
        };
        return new ImportedCell(number, language, kind == "code" ? CellLanguage.WithoutMagic(text) : text, Text(own?["question"]), Text(own?["part"]), Text(own?["frontMatter"]) ?? "") { HeadingsLowered = Number(own?["headingsLowered"]) ?? 0 };
    }

    private static string? Source(JsonNode? source) => source switch
    {
        JsonArray lines when lines.All(line => Text(line) is not null) => string.Concat(lines.Select(Text)),
        _ => Text(source),
    };

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
