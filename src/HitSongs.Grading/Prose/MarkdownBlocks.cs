using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace HitSongs.Grading.Prose;

/// <summary>Reads a Markdown document block by block, as a person does: with the headings, the lead-ins of lists, tables, comments in code,
/// footnotes.</summary>
internal static partial class MarkdownBlocks
{
    // InlineText reads the text of blocks, in linear time.
    private static readonly MarkdownPipeline Pipeline = BlockPipeline.Create();

    /// <returns>Null where the document is nested too deep to be read.</returns>
    public static MarkdownReading? Read(string[] lines)
    {
        if (LeavesOf(lines) is not { } leaves)
        {
            return null;
        }

        var blocks = new BlockCollector(lines.Length);
        foreach (var leaf in leaves)
        {
            blocks.Add(leaf);
        }

        return blocks.Done();
    }

    private static IEnumerable<LeafBlock>? LeavesOf(string[] lines)
    {
        try
        {
            return Markdown.Parse(string.Join('\n', lines.Select(Prepared)), Pipeline).Descendants<LeafBlock>();
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested more than a hundred deep; nobody writes that to be read.
            return null;
        }
    }

    // Definitions of links are no prose, and the parser takes long over thousands of them. Those of footnotes are: each becomes an item of a list.
    private static string Prepared(string line) =>
        Footnote().Match(line) is { Success: true } note ? "* " + line[note.Length..]
        : Definition().IsMatch(line) ? ""
        : line;

    [GeneratedRegex(@"^ {0,3}\[\^[^\[\]]{1,200}\]:\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^ {0,3}\[[^\[\]]{1,200}\]:\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition();
}
