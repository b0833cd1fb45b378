using System.Text.RegularExpressions;
using HitSongs.Grading.Prose;
using Markdig;
using Markdig.Syntax;

namespace HitSongs.Collecting.Importing;

/// <summary>A piece of a Markdown cell: a heading with what stands below it, or what stands above the first one.</summary>
/// <param name="Title">Null where nothing heads it.</param>
/// <param name="Level">1 to 6; 0 for what might be a question that is quoted or in bold letters, and is a heading only if it is one.</param>
/// <param name="Heading">The heading as it was written.</param>
/// <param name="Body">What stands below it.</param>
internal sealed record MarkdownSegment(HeadingText? Title, int Level, string Heading, string Body);

/// <summary>Cuts a Markdown cell at its headings: with hash marks, underlined, or in HTML; and at quotations and bold lines, which may hold a
/// question.</summary>
internal static partial class MarkdownSegments
{
    // A paragraph that is longer is no question.
    private const int LongestQuestion = 4_000;

    private const int LongestAnchor = 1_000;

    private static readonly MarkdownPipeline Pipeline = BlockPipeline.Create();

    /// <returns>Null where it is nested too deep to be read, or takes too long.</returns>
    public static IReadOnlyList<MarkdownSegment>? Of(string markdown)
    {
        try
        {
            return SegmentsOf(Prepared(markdown.ReplaceLineEndings("\n")));
        }
        catch (Exception problem) when (problem is ArgumentException or RegexMatchTimeoutException)
        {
            // Markdig refuses what is nested more than a hundred deep; nobody writes that to be read.
            return null;
        }
    }

    private static List<MarkdownSegment> SegmentsOf(string text)
    {
        var cuts = Cuts(text);
        var segments = new List<MarkdownSegment>();
        var first = cuts.Count == 0 ? text.Length : cuts[0].Start;
        if (cuts.Count == 0 || WithoutAnchor(text[..first]).Trim().Length > 0)
        {
            segments.Add(new MarkdownSegment(null, 0, "", text[..first]));
        }

        for (var i = 0; i < cuts.Count; i++)
        {
            var end = i + 1 < cuts.Count ? cuts[i + 1].Start : text.Length;
            segments.Add(new MarkdownSegment(cuts[i].Title, cuts[i].Level, text[cuts[i].Start..cuts[i].End], text[cuts[i].End..end]));
        }

        return segments;
    }

    /// <summary>The text without an anchor at its end: that belongs to the heading below.</summary>
    public static string WithoutAnchor(string text)
    {
        var end = Math.Max(0, text.Length - LongestAnchor);
        return text[..end] + Anchor().Replace(text[end..], "");
    }

    private static List<(int Start, int End, int Level, HeadingText Title)> Cuts(string text)
    {
        var cuts = new List<(int, int, int, HeadingText)>();
        foreach (var block in Markdown.Parse(text, Pipeline))
        {
            var (start, end) = (block.Span.Start, Math.Min(block.Span.End + 1, text.Length));
            var written = text[start..end];
            switch (block)
            {
                case HeadingBlock heading:
                    end = text.IndexOf('\n', end) is var lineEnd and >= 0 ? lineEnd : text.Length; // behind closing hash marks
                    cuts.Add((start, end, heading.Level, HeadingText.Of(TitleIn(heading, written))));
                    break;
                case HtmlBlock:
                    cuts.AddRange(HtmlCuts(text, start, end));
                    break;
                case QuoteBlock or ParagraphBlock or ListBlock when written.Length > LongestQuestion:
                    break;
                case QuoteBlock:
                    cuts.Add((start, end, 0, HeadingText.Of(QuoteMarks().Replace(written, " "))));
                    break;
                case ParagraphBlock when !TagsAlone().IsMatch(written) && !TableRule().IsMatch(written):
                    cuts.Add((start, end, 0, HeadingText.Of(written)));
                    break;
                case ListBlock { IsOrdered: true, Count: 1 } list when list[0] is ListItemBlock { Count: 1 } item && item[0] is ParagraphBlock:
                    cuts.Add((start, end, 0, HeadingText.Of(written)));
                    break;
            }
        }

        return cuts;
    }

    private static string TitleIn(HeadingBlock heading, string written)
    {
        var title = heading.IsSetext ? written[..written.TrimEnd().LastIndexOf('\n')] : written;
        return title[..Math.Min(title.Length, LongestQuestion)];
    }

    // With the tags that are around a heading and around nothing else.
    private static List<(int Start, int End, int Level, HeadingText Title)> HtmlCuts(string text, int start, int end)
    {
        var written = text[start..end];
        var headings = HtmlHeading().Matches(written);
        if (headings.Count == 0)
        {
            return BoldAlone().Match(written) is { Success: true } bold ? [(start, end, 0, HeadingText.Of(bold.Groups["text"].Value))] : [];
        }

        var cuts = new List<(int, int, int, HeadingText)>();
        foreach (var (index, heading) in headings.Index())
        {
            var first = index == 0 && Wrapping().IsMatch(written[..heading.Index]) ? 0 : heading.Index;
            var last = heading.Index + heading.Length;
            last = index == headings.Count - 1 && Wrapping().IsMatch(written[last..]) ? written.Length : last;
            cuts.Add((start + first, start + last, heading.Groups["level"].ValueSpan[0] - '0', HeadingText.Of(heading.Groups["text"].Value)));
        }

        return cuts;
    }

    /// <summary>Whether a paragraph is one line in bold letters.</summary>
    public static bool IsBold(string paragraph) =>
        paragraph.Trim().TrimEnd(':') is ['*', '*', _, .., '*', '*'] or ['_', '_', _, .., '_', '_'] || BoldAlone().IsMatch(paragraph);

    /// <summary>Whether a paragraph that may be a question is quoted, in bold letters, or has a number.</summary>
    public static bool IsSetApart(string paragraph) =>
        paragraph.TrimStart() is ['>' or (>= '0' and <= '9'), ..] or ['*', '*', ..] or ['_', '_', ..] or ['Q', ..] || BoldAlone().IsMatch(paragraph);

    // Some write a heading straight below an anchor, or without the blank that it needs: readers take both for headings.
    private static string Prepared(string text)
    {
        var (lines, fence) = (text.Split('\n'), "");
        for (var i = 0; i < lines.Length; i++)
        {
            var mark = Fence().Match(lines[i]).Value.Trim();
            if (mark.Length > 0 && (fence.Length == 0 || mark.StartsWith(fence, StringComparison.Ordinal)))
            {
                fence = fence.Length == 0 ? mark : "";
            }
            else if (fence.Length == 0 && Unspaced().Match(lines[i]) is { Success: true } heading)
            {
                lines[i] = lines[i].Insert(heading.Groups["marks"].Length, " ");
            }
            else if (fence.Length == 0 && i + 1 < lines.Length && TagsAlone().IsMatch(lines[i]) && lines[i + 1].StartsWith('#'))
            {
                lines[i] += "\n";
            }
        }

        return string.Join('\n', lines);
    }

    // The line below a table's header.
    [GeneratedRegex(@"\n *\|?( *:?-+:? *\|)+( *:?-+:?)? *(\n|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^ {0,3}(`{3,}|~{3,})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<marks>#{2,6})(?=[\p{L}\p{N}*])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unspaced();

    [GeneratedRegex(@"^\s*(</?[a-z][^<>]*>\s*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TagsAlone();

    [GeneratedRegex(@"\s*(<a\s[^<>]*>\s*(</a>)?\s*)+\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Anchor();

    [GeneratedRegex(
        @"<h(?<level>[1-6])\b[^<>]*>(?<text>.*?)</h\k<level>>",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex HtmlHeading();

    // Tags that show nothing by themselves.
    [GeneratedRegex(
        @"^\s*(</?(div|center|p|section|article|header|span|font|br|hr|b|strong|u|a)\b[^<>]*>\s*)*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Wrapping();

    [GeneratedRegex(
        @"^\s*(<(p|div|center|font|span)\b[^<>]*>\s*)*<(?<bold>b|strong|u)\b[^<>]*>(?<text>[^\n]{1,300})</\k<bold>>\s*(</(p|div|center|font|span)>\s*)*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex BoldAlone();

    [GeneratedRegex(@"(^|\n)\s{0,3}>\s?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuoteMarks();
}
