namespace HitSongs.Grading.Prose;

/// <summary>Words that say the opposite of one another.</summary>
internal static class Antonyms
{
    private static readonly (string One, string Other)[] Pairs =
    [
        ("before", "after"),
        ("increase", "decrease"),
        ("increases", "decreases"),
        ("with", "without"),
        ("always", "never"),
        ("all", "none"),
        ("more", "less"),
        ("faster", "slower"),
        ("fast", "slowly"),
        ("same", "different"),
        ("small", "large"),
        ("smaller", "larger"),
        ("first", "last"),
        ("forward", "backward"),
        ("forwards", "backwards"),
        ("add", "remove"),
        ("added", "removed"),
        ("adds", "removes"),
        ("keep", "discard"),
        ("keeps", "discards"),
        ("kept", "discarded"),
        ("on", "off"),
        ("train", "test"),
        ("training", "testing"),
        ("input", "output"),
        ("inputs", "outputs"),
        ("start", "end"),
        ("starts", "ends"),
        ("new", "old"),
        ("save", "waste"),
        ("saves", "wastes"),
        ("known", "unknown"),
        ("short", "long"),
        ("higher", "lower"),
        ("high", "low"),
        ("own", "foreign"),
        ("each", "no"),
        ("every", "no"),
        ("can", "cannot"),
        ("is", "is not"),
        ("are", "are not"),
        ("needed", "superfluous"),
        ("easy", "difficult"),
        ("better", "worse"),
        ("good", "bad"),
        ("frozen", "trained"),
        ("freeze", "train"),
        ("accumulate", "overwrite"),
        ("accumulates", "overwrites"),
        ("up", "down"),
    ];

    private static readonly Dictionary<string, string> ByWord = Pairs
        .SelectMany(pair => new[] { pair, (One: pair.Other, Other: pair.One) })
        .GroupBy(pair => pair.One, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Other, StringComparer.Ordinal);

    /// <summary>The word that says the opposite; null where none is known.</summary>
    /// <param name="word">In small letters, without marks.</param>
    public static string? Of(string word) => ByWord.GetValueOrDefault(word);
}
