using System.Text.Json;
using System.Text.Json.Nodes;

namespace HitSongs.Collecting.Importing;

/// <summary>The JSON of a notebook of format 4: an object in which no key stands twice.</summary>
internal static class NotebookJson
{
    private const int Deepest = 512;

    private static readonly JsonReaderOptions Reading = new() { MaxDepth = 2 * Deepest };

    /// <exception cref="InvalidInputException">It is no JSON, or no notebook of format 4.</exception>
    public static JsonObject Parse(byte[] json, string file)
    {
        // As nodes only once it is known that no key stands twice: reading those would throw later, in the middle of the work.
        Check(json, file);
        if (JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest }) is not JsonObject notebook)
        {
            throw NoNotebook(file, "it is JSON, and no object");
        }

        if (notebook["nbformat"] is not { } format)
        {
            throw NoNotebook(file, notebook["cells"] is null ? "`nbformat` and `cells` are missing" : "`nbformat` is missing");
        }

        if (format is not JsonValue value || !value.TryGetValue<double>(out var number))
        {
            throw new InvalidInputException(file, null, "this is no notebook: `nbformat` is no number", "Write \"nbformat\": 4, without quotation marks");
        }

        return number != 4
            ? throw new InvalidInputException(
                file,
                null,
                FormattableString.Invariant($"the notebook has format {number}, and 4 is read"),
                "Convert it: jupyter nbconvert --to notebook --nbformat 4"
            )
            : notebook["cells"] is JsonArray ? notebook
            : throw NoNotebook(file, notebook.ContainsKey("cells") ? "`cells` is no list" : "`cells` is missing");
    }

    private static InvalidInputException NoNotebook(string file, string problem) =>
        new(file, null, $"this is no notebook: {problem}", "Save it from Jupyter or VS Code as .ipynb");

    private static void Check(byte[] json, string file)
    {
        var open = new Stack<HashSet<string>>();
        var reader = new Utf8JsonReader(json, Reading);
        while (reader.Read())
        {
            var line = json.AsSpan(0, (int)reader.TokenStartIndex);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= Deepest:
                    throw new InvalidInputException(file, LineAfter(line), $"it is nested more than {Deepest} deep", "Clear the outputs and save it again");
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when !open.Peek().Add(reader.GetString()!):
                    throw new InvalidInputException(
                        file,
                        LineAfter(line),
                        $"the key \"{Printable.Of(reader.GetString()!)}\" stands twice in one object",
                        "Remove one of the two"
                    );
            }
        }
    }

    private static int LineAfter(ReadOnlySpan<byte> above) => above.Count((byte)'\n') + 1;
}
