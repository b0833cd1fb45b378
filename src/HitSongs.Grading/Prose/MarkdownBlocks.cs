using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace HitSongs.Grading.Prose;

/// <summary>Reads a Markdown document block by block, as a person does: with the headings, the lead-ins of lists, tables, comments in code,
/// footnotes.</summary>
internal static partial class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = BlocksOnly();

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

    // Inlines are not parsed: their text with line numbers is all that is needed, and InlineText reads it in linear time.
    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder();
        foreach (var parser in builder.BlockParsers)
        {
            parser.Closed += (_, block) =>
            {
                if (block is LeafBlock leaf)
                {
                    leaf.ProcessInlines = false;
                }
            };
        }

        return builder.Build();
    }

    [GeneratedRegex(@"^ {0,3}\[\^[^\[\]]{1,200}\]:\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^ {0,3}\[[^\[\]]{1,200}\]:\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition();
}
