using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using HitSongs.Notebooks;

namespace HitSongs.Reporting.Notebooks;

/// <summary>HTML in somebody's Markdown: a notebook's reader would act on it, load its pictures or hide what it hides. Its tags are shown as text.</summary>
internal static class RawMarkup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    /// <returns>The text, and what stands in it for each bracket that began a tag; empty where it has none.</returns>
    public static (string Text, string Sign) Defuse(string markdown)
    {
        var places = Places(markdown);
        if (places.Count == 0)
        {
            return (markdown, "");
        }

        var sign = TagSigns.NotIn(markdown);
        var text = new StringBuilder(markdown);
        foreach (var place in places.OrderDescending())
        {
            text.Remove(place, 1).Insert(place, sign);
        }

        return (text.ToString(), sign);
    }

    private static HashSet<int> Places(string markdown)
    {
        if (!markdown.Contains('<'))
        {
            return [];
        }

        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return [.. Brackets(markdown, 0, markdown.Length)]; // nested deeper than anybody writes
        }

        return
        [
            .. document.Descendants()
                .Where(node => node is HtmlBlock or HtmlInline)
                .SelectMany(node => Brackets(markdown, node.Span.Start, Math.Min(node.Span.End + 1, markdown.Length))),
        ];
    }

    private static IEnumerable<int> Brackets(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] == '<')
            {
                yield return i;
            }
        }
    }
}
