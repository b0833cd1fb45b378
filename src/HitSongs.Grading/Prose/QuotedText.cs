using System.Text;

namespace HitSongs.Grading.Prose;

/// <summary>Finds a quote in a text, whatever its white space, capitals and marks.</summary>
internal static class QuotedText
{
    private const int FewestWords = 3;

    /// <summary>The letters and digits of a text, in lower case.</summary>
    public static string Letters(string text) => Cut(text).Letters;

    /// <summary>The line on which the quote starts, 1 for the first; null where the text does not hold it from the start of a word to the end of one.</summary>
    /// <remarks>What is shorter than three words is no quote, unless it is a whole line: "of the" stands in every text.</remarks>
    public static int? LineOf(string quote, string text)
    {
        var (sought, within) = (Cut(quote), Cut(text));
        if (sought.Letters.Length == 0)
        {
            return null;
        }

        for (var at = 0; (at = within.Letters.IndexOf(sought.Letters, at, StringComparison.Ordinal)) >= 0; at++)
        {
            var end = at + sought.Letters.Length;
            var isOfWords = within.Starts[at] && (end == within.Letters.Length || within.Starts[end]);
            var (first, last) = (within.Lines[at], within.Lines[end - 1]);
            var isWholeLines = (at == 0 || within.Lines[at - 1] < first) && (end == within.Letters.Length || within.Lines[end] > last);
            if (isOfWords && (sought.Starts.Count(start => start) >= FewestWords || isWholeLines))
            {
                return first;
            }
        }

        return null;
    }

    private static (string Letters, List<bool> Starts, List<int> Lines) Cut(string text)
    {
        var (letters, starts, lines) = (new StringBuilder(), new List<bool>(), new List<int>());
        var (line, isBetween) = (1, true);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            line += c == '\n' ? 1 : 0;
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
            {
                isBetween = true;
                continue;
            }

            letters.Append(char.ToLowerInvariant(c));
            starts.Add(isBetween);
            lines.Add(line);
            isBetween = false;
        }

        return (letters.ToString(), starts, lines);
    }
}
