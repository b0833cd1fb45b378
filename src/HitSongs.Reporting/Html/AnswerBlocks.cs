using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace HitSongs.Reporting.Html;

/// <summary>Paragraphs, items and rows of an answer: where a line of its file is found on the page.</summary>
internal static class AnswerBlocks
{
    /// <summary>The first line of each block, from 1, in order; null where the text is not shown as Markdown.</summary>
    public static IReadOnlyList<int>? Starts(string markdown) =>
        MarkdownHtml.Parse(markdown) is { } document ? [.. Blocks(document).Select(block => block.Line + 1)] : null;

    /// <summary>The first line of the block that holds a line, or of the first block below it.</summary>
    /// <param name="starts">As <see cref="Starts"/> gives them; at least one.</param>
    public static int StartOf(IReadOnlyList<int> starts, int line)
    {
        var (low, high) = (0, starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = starts[middle] <= line ? (middle, high) : (low, middle - 1);
        }

        return starts[low];
    }

    /// <summary>Gives blocks their ids.</summary>
    /// <param name="idOf">The id of the block that starts at a line, from 1; null for one that nothing leads to.</param>
    public static void Name(MarkdownDocument document, Func<int, string?> idOf)
    {
        foreach (var block in Blocks(document))
        {
            if (idOf(block.Line + 1) is { } id)
            {
                block.GetAttributes().Id = id;
            }
        }
    }

    private static IEnumerable<Block> Blocks(MarkdownDocument document) =>
        document
            .Descendants<Block>()
            .Where(block => Rank(block) > 0)
            .GroupBy(block => block.Line)
            .Select(group => group.MaxBy(Rank)!)
            .OrderBy(block => block.Line);

    // Of those that start together, the one that surely has an element of its own: paragraphs of a tight list have none.
    private static int Rank(Block block) => block switch
    {
        TableRow => 5,
        ListItemBlock => 4,
        HeadingBlock => 3,
        CodeBlock => 2,
        ParagraphBlock { Parent: MarkdownDocument or QuoteBlock } => 1,
        _ => 0,
    };
}
