using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HitSongs.Reporting.Html;

namespace HitSongs.Reporting.Notebooks;

/// <summary>Cells and outputs of a notebook in format 4.5. Keys are written in the order of the alphabet, as Jupyter itself does.</summary>
internal static class Cell
{
    public static JsonObject Markdown(NotebookCell cell) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = cell.Id,
        ["metadata"] = new JsonObject { ["hitsongs"] = Origin(cell) },
        ["source"] = Lines(cell.Text),
    };

    /// <param name="count">Its place among the cells that were run, from 1; null where it was not run.</param>
    public static JsonObject Code(NotebookCell cell, int? count, IEnumerable<JsonObject> outputs) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = count,
        ["id"] = cell.Id,
        ["metadata"] = new JsonObject { ["hitsongs"] = Origin(cell), ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" } },
        ["outputs"] = new JsonArray([.. outputs]),
        ["source"] = Lines(cell.Text),
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
    /// <param name="count">The cell's, where this is the value of its last expression.</param>
    public static JsonObject Html(HtmlText html, string plain, int? count = null) => Display(new JsonObject { ["text/html"] = Lines(html.ToString()), ["text/plain"] = Lines(plain) }, count);

    public static JsonObject Text(string plain, int count) => Display(new JsonObject { ["text/plain"] = Lines(plain) }, count);

    public static JsonObject Image(ReadOnlyMemory<byte> png, string alt) =>
        Display(new JsonObject { ["image/png"] = Convert.ToBase64String(png.Span), ["text/plain"] = Lines(alt) }, metadata: new JsonObject { ["image/png"] = HalfSize(png.Span) });

    /// <summary>Pictures have twice as many pixels as they are wide and high on the page: sharp on every screen.</summary>
    private static JsonObject HalfSize(ReadOnlySpan<byte> png) => png.Length < 24
        ? []
        : new() { ["height"] = BinaryPrimitives.ReadInt32BigEndian(png[20..]) / 2, ["width"] = BinaryPrimitives.ReadInt32BigEndian(png[16..]) / 2 };

    private static JsonObject Display(JsonObject data, int? count = null, JsonObject? metadata = null) => count is null
        ? new() { ["data"] = data, ["metadata"] = metadata ?? [], ["output_type"] = "display_data" }
        : new() { ["data"] = data, ["execution_count"] = count, ["metadata"] = new JsonObject(), ["output_type"] = "execute_result" };

    /// <summary>What `hitsongs import` knows the cell by: headings of an answer cannot be mistaken for those of a question.</summary>
    private static JsonObject Origin(NotebookCell cell)
    {
        var origin = new JsonObject();
        if (cell.FrontMatter.Length > 0)
        {
            origin["frontMatter"] = cell.FrontMatter;
        }

        if (cell.HeadingsLowered > 0)
        {
            origin["headingsLowered"] = cell.HeadingsLowered;
        }

        origin["part"] = cell.Part;
        if (cell.Of.Length > 0)
        {
            origin["question"] = cell.Of;
        }

        return origin;
    }

    /// <param name="of">What the cell belongs to, such as a question's id: equal for equal submissions, so that files differ only where content does.</param>
    /// <param name="part">Which of its cells; letters and hyphens.</param>
    public static string Id(string of, string part) => $"{part}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..16]}";

    /// <summary>Text as the format wants it: one string per line, each but the last with its line end.</summary>
    private static JsonArray Lines(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
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
