using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Documents;
using Microsoft.DotNet.Interactive.Documents.Jupyter;

namespace HitSongs.Collecting.Importing;

/// <summary>Reads notebooks of format 4, of any kernel, written by Jupyter, VS Code or the harness: by the library of .NET Interactive, after what it
/// would lose or fall over is taken from the file.</summary>
internal static class NotebookFile
{
    private const long MostBytes = 64 << 20;

    /// <exception cref="InvalidInputException">It is missing, too large, no JSON, or no notebook of format 4.</exception>
    public static IReadOnlyList<ImportedCell> Read(string path)
    {
        var file = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        if (RegularFile.Fault(path) is { } fault)
        {
            throw new InvalidInputException(file, null, fault, "Name the notebook to import");
        }

        return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? Of(target, file) : Of(new FileInfo(path), file);
    }

    private static IReadOnlyList<ImportedCell> Of(FileInfo info, string file) =>
        info.Length > MostBytes
            ? throw new InvalidInputException(
                file,
                null,
                $"the notebook has {info.Length >> 20} MiB and may have {MostBytes >> 20}",
                "Clear its outputs and save it again"
            )
            : Parse(File.ReadAllBytes(info.FullName), file);

    /// <param name="file">How messages name it.</param>
    /// <exception cref="InvalidInputException">It is no JSON, or no notebook of format 4.</exception>
    public static IReadOnlyList<ImportedCell> Parse(byte[] json, string file)
    {
        try
        {
            var notebook = NotebookJson.Parse(NotebookText.Utf8Of(json, file), file);
            var cells = notebook["cells"]!.AsArray().Select((cell, index) => CellJson(cell, index + 1, file)).ToList();
            NotebookBounds.Check([.. cells.Select(cell => Source(cell["source"])!)], file);
            var document = Notebook.Parse(WithoutWhatIsLost(notebook, cells).ToJsonString(), new KernelInfoCollection());
            var language = CellLanguage.OfNotebook(notebook["metadata"]);
            return [.. document.Elements.Zip(cells).SelectMany((pair, index) => Read(pair.First, pair.Second, index + 1, language))];
        }
        catch (InvalidOperationException problem)
        {
            throw new InvalidInputException(
                file,
                null,
                "a text of the notebook holds half of a character (a lone surrogate such as \\ud800)",
                "Find it, remove it, and save the notebook again",
                problem
            );
        }
        catch (JsonException problem)
        {
            throw new InvalidInputException(file, (int?)problem.LineNumber + 1, "this is no JSON that can be read", "Save the notebook again", problem);
        }
        catch (Exception problem) when (problem is InvalidOperationException or NotSupportedException or ArgumentException)
        {
            throw new InvalidInputException(file, null, "a text in it is not Unicode", "Save the notebook again", problem);
        }
    }

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject CellJson(JsonNode? node, int number, string file) =>
        node is JsonObject cell && Text(cell["cell_type"]) is not null && Source(cell["source"]) is not null
            ? cell
            : throw new InvalidInputException(file, null, $"cell {number} has no cell_type or no source", "Save the notebook again");

    /// <summary>Outputs are not imported, and those of a kind that the library does not know end its reading; so does metadata that is no object.</summary>
    private static JsonObject WithoutWhatIsLost(JsonObject notebook, IEnumerable<JsonObject> cells) =>
        new()
        {
            ["nbformat"] = 4,
            ["metadata"] = notebook["metadata"] is JsonObject metadata
                ? new JsonObject { ["kernelspec"] = (metadata["kernelspec"] as JsonObject)?.DeepClone() }
                : new JsonObject(),
            ["cells"] = new JsonArray([
                .. cells.Select(cell => new JsonObject
                {
                    ["cell_type"] = Text(cell["cell_type"]),
                    ["metadata"] = cell["metadata"] is JsonObject own ? OfKernel(own) : new JsonObject(),
                    ["source"] = Source(cell["source"]),
                }),
            ]),
        };

    private static JsonObject OfKernel(JsonObject metadata) =>
        new(
            metadata
                .Where(pair => pair.Key is "polyglot_notebook" or "dotnet_interactive")
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))
        );

    private static IEnumerable<ImportedCell> Read(InteractiveDocumentElement element, JsonObject cell, int number, string notebookLanguage)
    {
        // The library makes code of raw cells, and knows nothing of pictures that are attached to a cell.
        var kind = Text(cell["cell_type"])!;
        var own = (cell["metadata"] as JsonObject)?["hitsongs"] as JsonObject;
        var text = Source(cell["source"])!.Replace("\r\n", "\n", StringComparison.Ordinal);
        var whole = new ImportedCell(number, kind, text, Text(own?["question"]), Text(own?["part"]), Text(own?["frontMatter"]) ?? "")
        {
            HeadingsLowered = Number(own?["headingsLowered"]) ?? 0,
            TagSign = Text(own?["tagSign"]) ?? "",
            Attachments = (cell["attachments"] as JsonObject ?? []).ToDictionary(
                attachment => attachment.Key,
                attachment => PictureIn(attachment.Value as JsonObject),
                StringComparer.Ordinal
            ),
        };
        if (kind != "code")
        {
            return [whole];
        }

        var parts = CellLanguage.Parts(text, CellLanguage.OfCell(element.KernelName ?? "", cell["metadata"], notebookLanguage)).ToList();
        var pictures = cell["outputs"] is JsonArray outputs
            ? outputs.Select(output => PictureIn((output as JsonObject)?["data"] as JsonObject)).OfType<CellPicture>().ToList()
            : [];
        return parts.Select((part, index) => whole with { Language = part.Language, Text = part.Code, Pictures = index == parts.Count - 1 ? pictures : [] });
    }

    private static CellPicture? PictureIn(JsonObject? data) =>
        Source(data?["image/png"]) is { } png ? new CellPicture(".png", Unbroken(png))
        : Source(data?["image/jpeg"]) is { } jpeg ? new CellPicture(".jpg", Unbroken(jpeg))
        : null;

    private static string Unbroken(string base64) => string.Concat(base64.Where(character => !char.IsWhiteSpace(character)));

    private static string? Source(JsonNode? source) =>
        source switch
        {
            JsonArray lines when lines.All(line => Text(line) is not null) => string.Concat(lines.Select(Text)),
            _ => Text(source),
        };

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
