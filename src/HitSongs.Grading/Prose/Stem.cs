namespace HitSongs.Grading;

/// <summary>Cuts the endings of English words, so that "accumulates" and "accumulation" are one.</summary>
/// <remarks>Both the rubric's words and the answer's go through it: it needs to be consistent, not pretty.</remarks>
internal static class Stem
{
    private const int ShortestStem = 3;
    private const int LongestWord = 40;

    // Longest first. What is cut leaves at least three letters with a vowel among them.
    private static readonly string[] Endings =
    [
        "ization", "isation", "ations", "ation", "ating", "ators", "ator", "ated", "ates", "ate",
        "ments", "ment", "ings", "ing", "edly", "ions", "ion", "ed", "es", "ly", "s", "e",
    ];

    /// <param name="word">In lower case.</param>
    public static string Of(string word)
    {
        if (word.Length > LongestWord)
        {
            return word;
        }

        if (word.EndsWith("'s", StringComparison.Ordinal))
        {
            word = word[..^2];
        }

        while (Cut(word) is { } shorter)
        {
            word = shorter;
        }

        return word.Length > ShortestStem && word[^1] == 'y' && !IsVowel(word[^2]) ? word[..^1] + 'i' : word;
    }

    private static string? Cut(string word)
    {
        foreach (var ending in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal) || (ending == "s" && word.Length > 1 && word[^2] is 's' or 'u' or 'i'))
            {
                continue;
            }

            var stem = word[..^ending.Length];
            if (stem.Length < ShortestStem || !stem.Any(IsVowel))
            {
                continue;
            }

            var doubled = ending is "ing" or "ed" or "ings" && stem.Length > ShortestStem && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z');
            return doubled ? stem[..^1] : stem;
        }

        return null;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
