using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdigTable = Markdig.Extensions.Tables.Table;

namespace HitSongs.Reporting.Html;

/// <summary>Somebody's Markdown as markup that cannot run, load or send anything.</summary>
internal static class MarkdownHtml
{
    // Some texts take the parser time that grows with the square of their length: a second at this length, a quarter of a minute at four times it.
    private const int Limit = 50_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().DisableHtml().Build();

    /// <param name="under">Level of the heading that the text stands under; its own start one below, without gaps.</param>
    /// <param name="figure">Where the figure that a picture's address names stands in the page; null for one that does not.</param>
    /// <param name="idOf">The id of the block that starts at a line, from 1; null for one that needs none.</param>
    public static HtmlText Render(string markdown, int under, Func<string, string?>? figure = null, Func<int, string?>? idOf = null)
    {
        markdown = HtmlHandler.Visible(markdown);
        if (markdown.Length > Limit)
        {
            return HtmlText.Of($"<p class=\"note\">Longer than {Limit:N0} characters: shown as it was written.</p><pre tabindex=\"0\">{markdown}</pre>");
        }

        if (Parse(markdown) is not { } document)
        {
            return HtmlText.Of($"<pre tabindex=\"0\">{markdown}</pre>");
        }

        AnswerBlocks.Name(document, idOf ?? (_ => null));
        ShiftHeadings(document, under);
        foreach (var table in document.Descendants<MarkdigTable>())
        {
            AlignByClass(table);
        }

        foreach (var inline in document.Descendants<LinkInline>().ToList())
        {
            Neutralise(inline, figure);
        }

        foreach (var inline in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !Leads(link.Url)).ToList())
        {
            inline.ReplaceBy(new LiteralInline(inline.Url));
        }

        // What is too wide is scrolled, by keyboard too.
        foreach (var code in document.Descendants<CodeBlock>())
        {
            code.GetAttributes().AddProperty("tabindex", "0");
        }

        var wide = document.Descendants<MarkdigTable>().Any();
        return HtmlText.Of(
            $"""<div class="prose"{HtmlText.When(wide, HtmlText.Trusted(" tabindex=\"0\""))}>{HtmlText.Trusted(document.ToHtml(Pipeline))}</div>"""
        );
    }

    /// <summary>Null for what is too long to be parsed, or nested too deeply.</summary>
    public static MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return markdown.Length > Limit ? null : Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void ShiftHeadings(MarkdownDocument document, int under)
    {
        var open = new Stack<int>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            while (open.TryPeek(out var above) && above >= heading.Level)
            {
                open.Pop();
            }

            open.Push(heading.Level);
            heading.Level = Math.Min(6, under + open.Count);
        }
    }

    /// <summary>Markdig aligns by a style attribute, which the page's policy does not let work.</summary>
    private static void AlignByClass(MarkdigTable table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (index, cell) in row.OfType<TableCell>().Index())
            {
                if (index < table.ColumnDefinitions.Count && table.ColumnDefinitions[index].Alignment == TableColumnAlign.Right)
                {
                    cell.GetAttributes().AddClass("number");
                }
            }
        }

        table.ColumnDefinitions.ForEach(column => column.Alignment = null);
    }

    /// <summary>Pictures become their description; links lead to web pages or to nowhere.</summary>
    private static void Neutralise(LinkInline link, Func<string, string?>? figure)
    {
        if (link.IsImage)
        {
            var description = string.Concat(link.Descendants<LiteralInline>().Select(part => part.Content.ToString()));
            var text = new LiteralInline($"[image: {(description.Length > 0 ? description : link.Url)}]");
            link.ReplaceBy(figure?.Invoke(link.Url ?? "") is { } place ? LinkTo(place, text) : text, copyChildren: false);
        }
        else if (Leads(link.Url))
        {
            link.GetAttributes().AddProperty("rel", "noopener noreferrer nofollow");
        }
        else
        {
            link.ReplaceBy(new ContainerInline());
        }
    }

    private static LinkInline LinkTo(string place, LiteralInline text)
    {
        var link = new LinkInline($"#{place}", "");
        link.AppendChild(text);
        return link;
    }

    /// <summary>Nothing but a full web or mail address: "javascript:", "data:" and paths that do not exist here do not lead anywhere.</summary>
    private static bool Leads(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);
}
