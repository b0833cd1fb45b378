using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Excerpts;

/// <summary>An answer as passages that can each say something: sentences, their clauses, neighbours, items with their lead-in, cells with their heads,
/// comments.</summary>
internal static class ExcerptReader
{
    /// <summary>Limit on the excerpts read; an answer of 300 words has about 50.</summary>
    public const int MostExcerpts = 500;

    private const int LongestText = 420;
    private const int FewestLetters = 5;

    /// <param name="witness">What has been learnt of scope; without it, turns of phrase decide alone. The passages are the same.</param>
    public static IReadOnlyList<Excerpt> Read(AnswerReading answer, ScopeWitness? witness = null)
    {
        var units = UnitReader.Read(answer);
        var byCues = ScopeReader.Read(units, _ => null);
        var scopes = witness is null ? byCues : ScopeReader.Read(units, text => witness(Fitted(text)));
        var excerpts = new List<Excerpt>();
        for (var i = 0; i < units.Count && excerpts.Count < MostExcerpts; i++)
        {
            // What is taken back lends no words to the sentence behind it; a question does.
            var follows = i > 0 && (byCues[i - 1] == UnitScope.Stated || ScopeCues.IsQuestion(units[i - 1].Text));
            excerpts.AddRange(Of(i, units[i], byCues[i].StatedPart, follows).Select(excerpt => excerpt with { Scope = ScopeOf(excerpt, scopes, i, witness) }));
        }

        return excerpts;
    }

    // A part of a sentence, and one together with the sentence before it, can be unstated where the sentence itself is not.
    private static Scope ScopeOf(Excerpt excerpt, UnitScope[] scopes, int unit, ScopeWitness? witness) =>
        excerpt.Scope == Scope.NotStated && scopes[unit].StatedPart is not null ? Scope.NotStated
        : scopes[unit].Scope == Scope.Stated && witness?.Invoke(excerpt.Text) is { } reading && ScopeReader.IsUnstated(reading) ? Scope.NotStated
        : scopes[unit].Scope;

    private static IEnumerable<Excerpt> Of(int index, Unit unit, string? statedPart, bool follows)
    {
        // Where only a part is stated, the rest is kept as what is not.
        var stated = statedPart ?? unit.Text;
        IEnumerable<string> texts = statedPart is null
            ? [unit.Text, .. unit.Joined, .. follows && unit.AfterPrevious is { } after ? [after] : Array.Empty<string>(), .. Clauses.Of(unit.Text)]
            : [stated, .. Clauses.Of(stated)];
        var rest = statedPart is null ? [] : new[] { new Excerpt(index, unit.Line, Fitted(unit.Text), unit.Text, Scope.NotStated) };
        return texts
            .Select(Fitted)
            .Where(text => text.Count(char.IsLetter) >= FewestLetters)
            .Distinct(StringComparer.Ordinal)
            .Select(text => new Excerpt(index, unit.Line, text, unit.Text, Scope.Stated))
            .Concat(rest);
    }

    // White space is one blank, so that a line break moves nothing.
    public static string Fitted(string text)
    {
        var joined = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return joined.Length <= LongestText ? joined : joined[..(char.IsHighSurrogate(joined[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
