using System.Collections.Concurrent;

namespace HitSongs.Grading.Prose;

/// <summary>A word in lower case and its stem, worked out once for words that come again.</summary>
/// <remarks>What is kept is what would be worked out anew: it moves no grade.</remarks>
internal sealed class WordForms
{
    // Few words make up most of all texts; what hostile answers invent must not fill the memory.
    private const int MostKept = 20_000;
    private const int LongestKept = 24;

    private static readonly WordForms Known = new();

    private readonly ConcurrentDictionary<string, (string Text, string Stem)> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Text, string Stem)>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    // Counting takes every lock of the dictionary: not for each of a hostile text's new words.
    private volatile bool isFull;

    private WordForms() => bySpan = kept.GetAlternateLookup<ReadOnlySpan<char>>();

    public static (string Text, string Stem) Of(ReadOnlySpan<char> written) => Known.FormsOf(written);

    private (string Text, string Stem) FormsOf(ReadOnlySpan<char> written)
    {
        if (bySpan.TryGetValue(written, out var known))
        {
            return known;
        }

        var text = written.ToString().ToLowerInvariant().Replace('\u2019', '\'');
        var forms = (text, Stem.Of(text));
        if (!isFull && text.Length <= LongestKept)
        {
            kept.TryAdd(written.ToString(), forms);
            isFull = kept.Count >= MostKept;
        }

        return forms;
    }
}
