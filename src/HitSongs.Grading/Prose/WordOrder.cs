using System.Collections.Frozen;

namespace HitSongs.Grading.Prose;

/// <summary>Tells sentences from shuffled words: after an article, a preposition or an auxiliary verb many small words cannot stand in English.</summary>
/// <remarks>The cuts lie between what marked answers have and what their words have in random order.</remarks>
internal static class WordOrder
{
    private const int FewestWords = 30;
    private const int FewestFaults = 2;
    private const double MostFaults = 0.09;

    private const string Finite = "is are was were has have had do does did ";
    private const string Modals = "can could will would should may might must cannot ";
    private const string Articles = "a an the ";
    private const string Possessives = "my your its their our his ";
    private const string Prepositions = "of from into with by at than for ";

    // For each small word those that cannot follow it.
    private static readonly FrozenDictionary<string, FrozenSet<string>> CannotFollow = new (string Words, string Followers)[]
    {
        (
            Articles + Possessives + "every",
            Finite + Modals + Articles + Possessives + "be been of in on at by for with from to into and or but because if that than as then so it they he she "
                + "we you i this these those there not which who what when where why how"
        ),
        (Prepositions, Finite + Modals + "am be been of and or but because if then so he she they we i"),
        (
            Modals,
            Articles + Possessives + Prepositions + Modals
                + "is are was were has had does did and or but because to been there so which in on"
        ),
        ("and or but because if when while although than whether", "been"),
        ("is are was were", Finite + Modals + "be they we he because"),
        ("be", Finite + Modals + "be been of they he we"),
        ("to", "is are was were has had does did " + Modals + "of to and or but because if been from for so they he we"),
        ("has have had", "is are was were has have " + Modals + "be of they we because"),
        ("it they he she we i", "been of he they we it be"),
    }
        .SelectMany(rule => Split(rule.Words).Select(word => (word, rule.Followers)))
        .DistinctBy(rule => rule.word)
        .ToFrozenDictionary(rule => rule.word, rule => Split(rule.Followers).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether the words stand in no order that sentences have. Fewer than thirty are not looked at.</summary>
    public static bool IsBroken(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count < FewestWords)
        {
            return false;
        }

        var (pairs, faults) = (0, 0);
        for (var i = 1; i < tokens.Count; i++)
        {
            var (before, after) = (tokens[i - 1], tokens[i]);
            if (Adjoin(before, after) && CannotFollow.TryGetValue(before.Word.Text, out var wrong))
            {
                pairs++;
                faults += wrong.Contains(after.Word.Text) ? 1 : 0;
            }
        }

        return faults >= FewestFaults && faults > MostFaults * pairs;
    }

    // What a comma parts, or words that are not read, says nothing of order.
    private static bool Adjoin(Token before, Token after) =>
        after.Sentence == before.Sentence && after.Position == before.Position + 1 && !after.Word.AfterCut;

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
