using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>A file of the submission as the report shows it, with an address for every line that something leads to.</summary>
/// <param name="File">Path relative to the submission.</param>
/// <param name="Id">Id of the whole; lines have ids below it.</param>
/// <param name="Note">What is not shown; null where all is.</param>
/// <param name="Linked">Lines that something leads to, from 1: only these have addresses.</param>
internal sealed record SourceView(string File, string Id, IReadOnlyList<string> Lines, string? Note, IReadOnlySet<int> Linked)
{
    private readonly HashSet<int> linkedBlocks = [];

    public static SourceView Of(string file, string id, string text, IReadOnlySet<int> linked)
    {
        var capped = Capped.Of(text);
        var lines = capped.Text.ReplaceLineEndings("\n").Split('\n');
        return new SourceView(file, id, lines.Length > 1 && lines[^1].Length == 0 ? lines[..^1] : lines, capped.Note, linked);
    }

    /// <summary>Of an answer that is shown as Markdown, the first lines of its blocks: they have the addresses. Null where every line is shown.</summary>
    public IReadOnlyList<int>? Blocks
    {
        get;
        init
        {
            field = value;
            linkedBlocks = value is null ? [] : [.. Linked.Select(line => AnswerBlocks.StartOf(value, line))];
        }
    }

    /// <param name="line">From 1.</param>
    public string LineId(int line) => $"{Id}/L{(Blocks is null ? line : AnswerBlocks.StartOf(Blocks, line))}";

    /// <summary>The id of the block that starts at a line; null where nothing leads to it.</summary>
    public string? BlockId(int start) => linkedBlocks.Contains(start) ? LineId(start) : null;

    public HtmlText Show(string summary, bool open) =>
        HtmlText.Of(
            $"""
            <details class="source"{HtmlText.When(open, HtmlText.Trusted(" open"))}><summary>{summary} <span class="muted">{File}, {Numbers.Count(
                Lines.Count,
                "line",
                "lines"
            )}</span></summary>
            <ol id="{Id}" tabindex="0" aria-label="{File}">{Lines.Select((line, index) => Line(line, index + 1))}</ol>
            {HtmlText.When(Note is not null, HtmlText.Of($"<p class=\"note\">{Note}</p>"))}
            </details>
            """
        );

    private HtmlText Line(string line, int number) => Linked.Contains(number)
        ? HtmlText.Of($"<li id=\"{LineId(number)}\">{line}</li>\n")
        : HtmlText.Of($"<li>{line}</li>\n");
}
