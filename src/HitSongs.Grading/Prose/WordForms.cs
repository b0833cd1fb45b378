using System.Collections.Concurrent;

namespace HitSongs.Grading.Prose;

/// <summary>A word in lower case and its stem, worked out once for words that come again.</summary>
internal static class WordForms
{
    // Few words make up most of all texts; what hostile answers invent must not fill the memory.
    private const int MostKept = 20_000;
    private const int LongestKept = 24;

    private static readonly ConcurrentDictionary<string, (string Text, string Stem)> Kept = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, (string Text, string Stem)>.AlternateLookup<ReadOnlySpan<char>> BySpan = Kept.GetAlternateLookup<ReadOnlySpan<char>>();

    public static (string Text, string Stem) Of(ReadOnlySpan<char> written)
    {
        if (BySpan.TryGetValue(written, out var known))
        {
            return known;
        }

        var text = written.ToString().ToLowerInvariant().Replace('\u2019', '\'');
        var forms = (text, Stem.Of(text));
        if (text.Length <= LongestKept && Kept.Count < MostKept)
        {
            Kept.TryAdd(written.ToString(), forms);
        }

        return forms;
    }
}
