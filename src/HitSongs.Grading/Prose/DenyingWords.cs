using System.Collections.Frozen;

namespace HitSongs.Grading.Prose;

/// <summary>Words that deny in other ways than "not".</summary>
internal static class DenyingWords
{
    private static readonly FrozenSet<string> Verdicts = Set(
        "wrong",
        "false",
        "untrue",
        "incorrect",
        "myth",
        "mistaken",
        "mistake",
        "misconception",
        "error",
        "nonsense"
    );

    private static readonly FrozenSet<string> Affirmations = Set("true", "case", "right", "correct");

    private static readonly FrozenSet<string> Beliefs = Set(
        "say",
        "says",
        "said",
        "think",
        "thinks",
        "believe",
        "believes",
        "assume",
        "assumes",
        "claim",
        "claims",
        "suppose",
        "expect"
    );

    private static readonly FrozenSet<string> Others = Set(
        "some",
        "many",
        "people",
        "often",
        "one",
        "might",
        "would",
        "could",
        "may",
        "others",
        "beginners",
        "students",
        "most"
    );

    private static readonly FrozenSet<(string First, string Second)> Pairs = new[]
    {
        ("instead", "of"),
        ("rather", "than"),
        ("no", "longer"),
        ("fails", "to"),
        ("fail", "to"),
        ("forgets", "to"),
        ("forget", "to"),
        ("refuses", "to"),
        ("far", "from"),
    }.ToFrozenSet();

    /// <summary>Whether two words together deny what follows.</summary>
    public static bool IsPair(string first, string second) => Pairs.Contains((first, second));

    /// <summary>Whether the word calls a statement untrue.</summary>
    public static bool IsVerdict(string word) => Verdicts.Contains(word);

    /// <summary>Whether the word, negated, calls a statement untrue.</summary>
    public static bool IsAffirmation(string word) => Affirmations.Contains(word);

    /// <summary>Whether the word reports what somebody holds.</summary>
    public static bool IsBelief(string word) => Beliefs.Contains(word);

    /// <summary>Whether the word before a belief says that it is not the author's.</summary>
    public static bool IsOther(string word) => Others.Contains(word);

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
