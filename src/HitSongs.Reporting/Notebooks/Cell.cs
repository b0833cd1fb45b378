using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HitSongs.Reporting.Html;
using Microsoft.DotNet.Interactive.Documents;

namespace HitSongs.Reporting.Notebooks;

/// <summary>Cells and outputs of a notebook, as the library has them that writes it.</summary>
internal static class Cell
{
    public const string MarkdownKernel = "markdown";
    public const string Kernel = "csharp";

    public static InteractiveDocumentElement Markdown(NotebookCell cell) => new(Lines(cell.Text), MarkdownKernel) { Id = cell.Id, Metadata = Metadata(cell) };

    /// <param name="count">Its place among the cells that were run, from 1; null where it was not run.</param>
    public static InteractiveDocumentElement Code(NotebookCell cell, int? count, IEnumerable<InteractiveDocumentOutputElement> outputs) =>
        new(Lines(cell.Text), Kernel, outputs) { Id = cell.Id, ExecutionOrder = count ?? 0, Metadata = Metadata(cell) };

    public static InteractiveDocumentOutputElement Stream(string text) => new TextElement(Lines(text), "stdout");

    public static InteractiveDocumentOutputElement Error(string name, string message) => new ErrorElement(message, name, [$"{name}: {message}"]);

    /// <param name="plain">For readers that show text only.</param>
    /// <param name="count">The cell's, where this is the value of its last expression.</param>
    public static InteractiveDocumentOutputElement Html(HtmlText html, string plain, int? count = null) =>
        Display(new Dictionary<string, object>(StringComparer.Ordinal) { ["text/html"] = Lines(html.ToString()), ["text/plain"] = Lines(plain) }, count);

    public static InteractiveDocumentOutputElement Text(string plain, int count) =>
        Display(new Dictionary<string, object>(StringComparer.Ordinal) { ["text/plain"] = Lines(plain) }, count);

    public static InteractiveDocumentOutputElement Image(ReadOnlyMemory<byte> png, string alt)
    {
        var image = new DisplayElement(
            new Dictionary<string, object>(StringComparer.Ordinal) { [NotebookJson.Png] = Convert.ToBase64String(png.Span), ["text/plain"] = Lines(alt) }
        );
        image.Metadata[NotebookJson.Png] = HalfSize(png.Span);
        return image;
    }

    /// <param name="of">What the cell belongs to, such as a question's id: equal for equal submissions, so that files differ only where content does.</param>
    /// <param name="part">Which of its cells; letters and hyphens.</param>
    public static string Id(string of, string part) => $"{part}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..16]}";

    /// <summary>Pictures have twice as many pixels as they are wide and high on the page: sharp on every screen.</summary>
    private static Dictionary<string, object> HalfSize(ReadOnlySpan<byte> png) =>
        png.Length < 24
            ? []
            : new(StringComparer.Ordinal)
            {
                ["height"] = BinaryPrimitives.ReadInt32BigEndian(png[20..]) / 2,
                ["width"] = BinaryPrimitives.ReadInt32BigEndian(png[16..]) / 2,
            };

    private static InteractiveDocumentOutputElement Display(Dictionary<string, object> data, int? count)
    {
        if (count is not { } place)
        {
            return new DisplayElement(data);
        }

        var value = new ReturnValueElement { ExecutionOrder = place };
        foreach (var (type, content) in data)
        {
            value.Data.Add(type, content);
        }

        return value;
    }

    /// <summary>Cell metadata for `hitsongs import`: headings of an answer cannot be mistaken for those of a question.</summary>
    private static Dictionary<string, object> Metadata(NotebookCell cell)
    {
        var origin = new SortedDictionary<string, object>(StringComparer.Ordinal) { ["part"] = cell.Part };
        if (cell.FrontMatter.Length > 0)
        {
            origin["frontMatter"] = cell.FrontMatter;
        }

        if (cell.HeadingsLowered > 0)
        {
            origin["headingsLowered"] = cell.HeadingsLowered;
        }

        if (cell.Of.Length > 0)
        {
            origin["question"] = cell.Of;
        }

        if (cell.TagSign.Length > 0)
        {
            origin["tagSign"] = cell.TagSign;
        }

        var metadata = new Dictionary<string, object>(StringComparer.Ordinal) { ["hitsongs"] = origin };
        if (cell.Folded)
        {
            // Read by JupyterLab, Notebook 7 and VS Code.
            metadata["jupyter"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["source_hidden"] = true };
        }

        return metadata;
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
