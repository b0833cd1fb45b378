using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Excerpts;

/// <summary>Cuts a long sentence where one thought ends and the next begins.</summary>
internal static class Clauses
{
    private const int FewestWordsToCut = 13;
    private const int FewestWords = 4;
    private const int MostClauses = 12;

    private static readonly HashSet<string> Connectives = new(StringComparer.Ordinal)
    {
        "and",
        "but",
        "while",
        "whereas",
        "so",
        "because",
        "which",
        "then",
        "or",
        "since",
        "as",
        "therefore",
        "instead",
        "rather",
        "where",
        "for",
        "not",
        "though",
        "although",
        "yet",
        "hence",
        "until",
    };

    /// <returns>The sentence's parts of four words or more; none where it is short or has one part.</returns>
    public static IReadOnlyList<string> Of(string sentence)
    {
        var words = Word.AllOf(sentence);
        if (words.Count < FewestWordsToCut)
        {
            return [];
        }

        var starts = new List<int> { 0 };
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].AfterCut && IsCut(sentence.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End), words[i].Text))
            {
                starts.Add(i);
            }
        }

        starts.Add(words.Count);
        return starts.Count <= 2 ? [] : [.. Parts(sentence, words, starts).Take(MostClauses)];
    }

    private static bool IsCut(ReadOnlySpan<char> between, string next) => between.IndexOfAny(";:\u2014\u2013(") >= 0 || Connectives.Contains(next);

    private static IEnumerable<string> Parts(string sentence, List<Word> words, List<int> starts)
    {
        for (var part = 0; part + 1 < starts.Count; part++)
        {
            var (first, end) = (starts[part], starts[part + 1]);
            if (end - first >= FewestWords)
            {
                yield return sentence[words[first].Start..words[end - 1].End];
            }
        }
    }
}
