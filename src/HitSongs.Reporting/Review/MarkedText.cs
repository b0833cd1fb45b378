using HitSongs.Grading.Grades;
using HitSongs.Reporting.Html;

namespace HitSongs.Reporting.Review;

/// <summary>A text as it was handed in, in which the passages that a score rests on are marked.</summary>
internal static class MarkedText
{
    /// <param name="text">Line ends of any kind.</param>
    /// <param name="quotes">Each with the line on which it begins; white space and marks of Markdown may differ.</param>
    public static HtmlText Show(string text, IEnumerable<EvidenceQuote> quotes)
    {
        text = text.ReplaceLineEndings("\n");
        var (parts, at) = (new List<HtmlText>(), 0);
        foreach (var (start, end) in Joined(quotes.Select(quote => Find(text, quote)).OfType<(int, int)>()))
        {
            parts.Add(HtmlText.Of($"{text[at..start]}<mark>{text[start..end]}</mark>"));
            at = end;
        }

        parts.Add(HtmlText.Of($"{text[at..]}"));
        return HtmlText.Join(parts);
    }

    /// <summary>Where a quote stands: from its first word to its last; the whole line where its words are not found.</summary>
    internal static (int Start, int End)? Find(string text, EvidenceQuote quote)
    {
        if (StartOf(text, quote.Line) is not { } line)
        {
            return null;
        }

        var (words, wanted) = (WordsOf(text, line), WordsOf(quote.Quote, 0).ConvertAll(word => quote.Quote[word.Start..word.End]));
        for (var first = 0; wanted.Count > 0 && first + wanted.Count <= words.Count; first++)
        {
            if (wanted.Index().All(word => text.AsSpan()[words[first + word.Index].Start..words[first + word.Index].End].SequenceEqual(word.Item)))
            {
                return (words[first].Start, words[first + wanted.Count - 1].End);
            }
        }

        var end = text.IndexOf('\n', line);
        return (line, end < 0 ? text.Length : end);
    }

    private static int? StartOf(string text, int line)
    {
        var at = 0;
        for (var number = 1; number < line; number++)
        {
            at = text.IndexOf('\n', at) + 1;
            if (at == 0)
            {
                return null;
            }
        }

        return line >= 1 && at < text.Length ? at : null;
    }

    private static List<(int Start, int End)> WordsOf(string text, int from)
    {
        var words = new List<(int, int)>();
        for (var at = from; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                words.Add((start, at));
            }
            else
            {
                at++;
            }
        }

        return words;
    }

    // Passages that overlap become one.
    private static IEnumerable<(int Start, int End)> Joined(IEnumerable<(int Start, int End)> places)
    {
        (int Start, int End)? open = null;
        foreach (var place in places.Order())
        {
            if (open is { } before && place.Start > before.End)
            {
                yield return before;
                open = null;
            }

            open = open is { } own ? (own.Start, Math.Max(own.End, place.End)) : place;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }
}
