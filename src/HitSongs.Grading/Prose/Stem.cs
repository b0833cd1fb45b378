using System.Collections.Frozen;

namespace HitSongs.Grading.Prose;

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

    private static readonly string[] Ise = ["isation", "isations", "iser", "isers", "ised", "ises", "ising", "ise"];

    private static readonly FrozenDictionary<string, string> Irregular = Forms(
        """
        be is are was were been being am; build built; keep kept; hold held; write wrote written; give gave given; go went gone; take took taken; make made;
        find found; lose lost; run ran; choose chose chosen; begin began begun; forget forgot forgotten; throw threw thrown; get got gotten; see saw seen;
        know knew known; tell told; say said; feed fed; send sent; come came; become became; fall fell fallen; grow grew grown; leave left; lie lay lain;
        draw drew drawn; shrink shrank shrunk; bring brought; think thought; show shown; mean meant; have has had; do does did done; leaf leaves leafs;
        index indices
        """);

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

        word = Irregular.GetValueOrDefault(word, word);
        word = Americanised(word);
        while (Cut(word) is { } shorter)
        {
            word = shorter;
        }

        return word.Length > ShortestStem && word[^1] == 'y' && !IsVowel(word[^2]) ? word[..^1] + 'i' : word;
    }

    // "optimiser" and "optimizer", "behaviour" and "behavior" are one.
    private static string Americanised(string word)
    {
        foreach (var ending in Ise)
        {
            if (word.Length > ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return string.Concat(word.AsSpan(0, word.Length - ending.Length), "iz", ending.AsSpan(2));
            }
        }

        return word.Length > 5 && word.EndsWith("our", StringComparison.Ordinal) ? word[..^2] + "r" : word;
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

    private static FrozenDictionary<string, string> Forms(string list) => list
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(forms => forms.Skip(1).Select(form => KeyValuePair.Create(form, forms[0])))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
