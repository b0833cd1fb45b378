using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HitSongs.Cli.Reporting;

/// <summary>Cells and outputs of a notebook in format 4.5. Keys are written in the order of the alphabet, as Jupyter itself does.</summary>
internal static class Cell
{
    /// <param name="of">What the cell belongs to, such as a question's id: equal for equal submissions, so that files differ only where content does.</param>
    /// <param name="part">Which of its cells; letters and hyphens.</param>
    public static JsonObject Markdown(string of, string part, string text) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = Id(of, part),
        ["metadata"] = new JsonObject(),
        ["source"] = Lines(text),
    };

    public static JsonObject Code(string of, string part, string source, IEnumerable<JsonObject> outputs) => new()
    {
        ["cell_type"] = "code",
        // The outputs are those of the graded run, not of a kernel that counts its cells.
        ["execution_count"] = null,
        ["id"] = Id(of, part),
        ["metadata"] = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" } },
        ["outputs"] = new JsonArray([.. outputs]),
        ["source"] = Lines(source),
    };

    public static JsonObject Stream(string text) => new() { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = Lines(text) };

    public static JsonObject Error(string name, string message) => new()
    {
        ["ename"] = name,
        ["evalue"] = message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray($"{name}: {message}"),
    };

    /// <param name="plain">For readers that show text only.</param>
    public static JsonObject Html(Html html, string plain) => Display(new JsonObject { ["text/html"] = Lines(html.ToString()), ["text/plain"] = Lines(plain) });

    public static JsonObject Image(ReadOnlyMemory<byte> png, string alt) =>
        Display(new JsonObject { ["image/png"] = Convert.ToBase64String(png.Span), ["text/plain"] = Lines(alt) });

    private static JsonObject Display(JsonObject data) => new() { ["data"] = data, ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };

    private static string Id(string of, string part) => $"{part}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..16]}";

    /// <summary>Text as the format wants it: one string per line, each but the last with its line end.</summary>
    private static JsonArray Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var array = new JsonArray();
        foreach (var (index, line) in lines.Index())
        {
            var whole = index < lines.Length - 1 ? line + "\n" : line;
            if (whole.Length > 0)
            {
                array.Add(whole);
            }
        }

        return array;
    }
}
