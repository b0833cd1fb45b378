using System.Text.RegularExpressions;

namespace HitSongs.Collecting.Importing;

/// <summary>The code of a Python cell without what speaks to the notebook alone: <c>%%time</c>, <c>%matplotlib inline</c>, <c>!pip install</c>,
/// <c>df?</c>.</summary>
internal static partial class PythonCell
{
    /// <summary>The code that Python itself can parse, and the lines that are not in it.</summary>
    public static (string Code, IReadOnlyList<string> LeftOut) Clean(string code)
    {
        var (kept, leftOut, quote) = (new List<string>(), new List<string>(), "");
        foreach (var line in code.Split('\n'))
        {
            if (quote.Length == 0 && Magic().Match(line) is { Success: true } magic)
            {
                leftOut.Add(line.Trim());
                if (magic.Groups["indent"].Length > 0)
                {
                    kept.Add($"{magic.Groups["indent"].Value}pass"); // it may be all that a block has
                }

                continue;
            }

            quote = QuoteAfter(line, quote);
            kept.Add(line);
        }

        return (leftOut.Count == 0 ? code : string.Join('\n', kept).Trim('\n'), leftOut);
    }

    // Whether a string of several lines is open behind a line, and by which marks.
    private static string QuoteAfter(string line, string quote)
    {
        foreach (Match mark in TripleQuote().Matches(line))
        {
            quote = quote.Length == 0 ? mark.Value : mark.Value == quote ? "" : quote;
        }

        return quote;
    }

    [GeneratedRegex(@"^(?<indent>[ \t]*)(%{1,2}[A-Za-z]|![^=]|\?{1,2}[A-Za-z_]|[A-Za-z_][\w.]*\?{1,2}\s*$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Magic();

    [GeneratedRegex("\"\"\"|'''", RegexOptions.None, 1000)]
    private static partial Regex TripleQuote();
}
