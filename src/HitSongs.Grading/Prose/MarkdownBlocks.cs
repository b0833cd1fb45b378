using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace HitSongs.Grading.Prose;

/// <summary>The prose of a Markdown document, block by block; code, HTML and formulas are left out.</summary>
internal static partial class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = BlocksOnly();

    /// <param name="lines">The document.</param>
    /// <param name="blocks">Prose and table rows in the order of the document.</param>
    /// <returns>For each line whether it is code, HTML or a formula; null where the document is nested too deep to be read.</returns>
    public static bool[]? Read(string[] lines, out List<TextBlock> blocks)
    {
        blocks = [];
        var unread = new bool[lines.Length];
        if (LeavesOf(lines) is not { } leaves)
        {
            return null;
        }

        foreach (var leaf in leaves)
        {
            if (leaf is ParagraphBlock or HeadingBlock)
            {
                blocks.AddRange(Split([.. LinesOf(leaf)]));
            }
            else if (leaf is CodeBlock or HtmlBlock)
            {
                var fences = leaf is FencedCodeBlock ? 2 : 0;
                unread.AsSpan(leaf.Line, Math.Min(leaf.Lines.Count + fences, lines.Length - leaf.Line)).Fill(true);
            }
        }

        return unread;
    }

    private static IEnumerable<LeafBlock>? LeavesOf(string[] lines)
    {
        try
        {
            // Definitions of links are no prose, and the parser takes long over thousands of them.
            return Markdown.Parse(string.Join('\n', lines.Select(line => Definition().IsMatch(line) ? "" : line)), Pipeline).Descendants<LeafBlock>();
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested more than a hundred deep; nobody writes that to be read.
            return null;
        }
    }

    private static IEnumerable<(int Number, string Text)> LinesOf(LeafBlock leaf)
    {
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            yield return (leaf.Lines.Lines[i].Line + 1, leaf.Lines.Lines[i].Slice.ToString());
        }
    }

    private static IEnumerable<TextBlock> Split((int Number, string Text)[] lines)
    {
        var prose = new List<(int, string)>();
        foreach (var line in lines)
        {
            if (TaskLine.IsTask(line.Text))
            {
                continue;
            }

            if (!line.Text.StartsWith('|'))
            {
                prose.Add(line);
                continue;
            }

            if (prose.Count > 0)
            {
                yield return InlineText.Read(TextBlockKind.Prose, prose);
                prose = [];
            }

            yield return InlineText.Read(TextBlockKind.TableRow, [line]);
        }

        if (prose.Count > 0)
        {
            yield return InlineText.Read(TextBlockKind.Prose, prose);
        }
    }

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

    [GeneratedRegex(@"^ {0,3}\[[^\[\]]{1,200}\]:\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition();
}
