namespace HitSongs.Reporting.Exports;

/// <summary>Text of a submission in Markdown that GitHub shows: as a code span, where no link, mention, picture or HTML comes to life.</summary>
/// <remarks>Backslashes would not do: GitHub looks for mentions and addresses after it has removed them.</remarks>
internal static class MarkdownText
{
    /// <summary>On one line, at most <paramref name="limit"/> characters of it.</summary>
    public static string Code(string text, int limit = 300)
    {
        var line = PlainText.OneLine(text, limit);
        if (line.Length == 0)
        {
            return "–";
        }

        var fence = new string('`', LongestRun(line) + 1);
        // A space on either side is not shown, and keeps the text's own backticks from the fence.
        return $"{fence} {line} {fence}";
    }

    /// <summary>The same for a cell of a table, in which a bar would begin the next cell even within code.</summary>
    public static string Cell(string text, int limit = 120) => Code(text.Replace('|', '\u00A6'), limit);

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
