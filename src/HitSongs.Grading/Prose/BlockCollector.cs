using Markdig.Helpers;
using Markdig.Syntax;

namespace HitSongs.Grading.Prose;

/// <summary>Turns the leaves of a Markdown document into blocks of text, each with what it stands under.</summary>
/// <param name="lineCount">Lines of the document.</param>
internal sealed class BlockCollector(int lineCount)
{
    private const int MostWordsOfHeading = 12;
    private const int MostWordsOfLead = 25;
    private const int MostWordsOfLabel = 3;

    private readonly List<TextBlock> blocks = [];
    private readonly List<LeftOut> leftOut = [];
    private readonly bool[] isCode = new bool[lineCount];
    private string heading = "";

    public MarkdownReading Done() => new(blocks, isCode, leftOut);

    public void Add(LeafBlock leaf)
    {
        switch (leaf)
        {
            case HeadingBlock title:
                AddHeading(title);
                break;
            case ParagraphBlock:
                AddParagraph(LinesOf(leaf).ToArray(), LeadOf(leaf), IsQuoted(leaf));
                break;
            case FencedCodeBlock { ClosingFencedCharCount: 0 } fence:
                AddOpenFence(fence);
                break;
            case FencedCodeBlock fence:
                MarkCode(fence, 2);
                blocks.AddRange(CodeComments.Read(LinesOf(fence).ToArray(), fence.Info ?? "").Select(block => block with { Heading = heading }));
                break;
            case CodeBlock:
                MarkCode(leaf, 0);
                leftOut.Add(new LeftOut("code that is set off by four spaces", leaf.Line + 1, Last(leaf)));
                break;
            case HtmlBlock html:
                AddHtml(html);
                break;
        }
    }

    private void AddHeading(HeadingBlock leaf)
    {
        var lines = LinesOf(leaf).ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var block = InlineText.Read(TextBlockKind.Heading, lines, leftOut);
        var isSentence = block.Text.Split(' ').Length > MostWordsOfHeading;
        heading = isSentence || leaf.Level == 1 ? "" : block.Text.Trim();
        blocks.Add(isSentence ? block with { Kind = TextBlockKind.Prose } : block);
    }

    private void AddParagraph((int Number, string Text)[] lines, string lead, bool isQuoted)
    {
        foreach (var part in ParagraphParts.Split(lines, leftOut))
        {
            blocks.Add(part with { Heading = heading, Lead = lead, IsQuoted = isQuoted });
        }
    }

    private void AddOpenFence(FencedCodeBlock fence)
    {
        MarkCode(fence, 1);
        leftOut.Add(
            new LeftOut(
                $"what follows the code mark of line {fence.Line + 1}, which is not closed",
                fence.Line + 1,
                Math.Min(lineCount, fence.Line + 1 + fence.Lines.Count)
            )
        );
    }

    private void AddHtml(HtmlBlock html)
    {
        MarkCode(html, 0);
        var lines = LinesOf(html).ToArray();
        if (html.Type == HtmlBlockType.Comment)
        {
            leftOut.Add(new LeftOut("an HTML comment", html.Line + 1, Last(html)));
        }
        else if (html.Type == HtmlBlockType.ScriptPreOrStyle || lines.Length == 0)
        {
            leftOut.Add(new LeftOut("an HTML block", html.Line + 1, Last(html)));
        }
        else
        {
            AddParagraph(lines, "", isQuoted: false);
        }
    }

    private void MarkCode(LeafBlock leaf, int fences) => isCode.AsSpan(leaf.Line, Math.Min(leaf.Lines.Count + fences, lineCount - leaf.Line)).Fill(true);

    private int Last(LeafBlock leaf) => Math.Min(lineCount, leaf.Line + Math.Max(1, leaf.Lines.Count));

    // Of an item of a list, the paragraph before the list; of a further paragraph of an item, its first one. Where that is a word or two of an item
    // itself, what leads in to it stands before it.
    private static string LeadOf(LeafBlock leaf)
    {
        if (leaf.Parent is not ListItemBlock item)
        {
            return "";
        }

        var first = item.Count > 0 && item[0] != leaf ? item[0] : null;
        var list = (ListBlock)item.Parent!;
        var place = list.Parent!.IndexOf(list);
        if ((first ?? (place > 0 ? list.Parent[place - 1] : null)) is not ParagraphBlock lead)
        {
            return "";
        }

        var text = LeadText(lead);
        return text.Split(' ').Length <= MostWordsOfLabel && LeadOf(lead) is { Length: > 0 } above && above.Split(' ').Length <= MostWordsOfHeading
            ? $"{above}: {text}"
            : text;
    }

    // The last sentence of it: what ends with a colon, or else a short one.
    private static string LeadText(ParagraphBlock lead)
    {
        var text = InlineText.Read(TextBlockKind.Prose, [.. LinesOf(lead)], []).Text.Trim();
        var start = text.AsSpan().TrimEnd(".:").LastIndexOf(". ".AsSpan());
        text = (start < 0 ? text : text[(start + 2)..]).TrimEnd(':', '.', ' ', '\u2014', '-');
        return text.Split(' ').Length <= MostWordsOfLead ? text : "";
    }

    private static bool IsQuoted(Block block)
    {
        for (Block? parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is QuoteBlock)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(int Number, string Text)> LinesOf(LeafBlock leaf)
    {
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            StringLine line = leaf.Lines.Lines[i];
            yield return (line.Line + 1, line.Slice.ToString());
        }
    }
}
