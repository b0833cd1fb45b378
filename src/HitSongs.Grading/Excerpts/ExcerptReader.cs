using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Excerpts;

/// <summary>An answer as passages that can each say something: sentences, their clauses, neighbours, items with their lead-in, cells with their heads,
/// comments.</summary>
internal static class ExcerptReader
{
    /// <summary>What is beyond is not read; an answer of 300 words has about 50.</summary>
    public const int MostExcerpts = 500;

    private const int LongestText = 420;
    private const int FewestLetters = 5;

    public static IReadOnlyList<Excerpt> Read(AnswerReading answer)
    {
        var units = UnitReader.Read(answer);
        var scopes = ScopeReader.Read(units);
        var excerpts = new List<Excerpt>();
        for (var i = 0; i < units.Count && excerpts.Count < MostExcerpts; i++)
        {
            // What is taken back lends no words to the sentence behind it; a question does.
            var follows = i > 0 && (scopes[i - 1] == UnitScope.Stated || ScopeCues.IsQuestion(units[i - 1].Text));
            excerpts.AddRange(Of(i, units[i], scopes[i], follows));
        }

        return excerpts;
    }

    private static IEnumerable<Excerpt> Of(int index, Unit unit, UnitScope scope, bool follows)
    {
        // Where only a part is stated, the rest is kept as what is not.
        var stated = scope.StatedPart ?? unit.Text;
        IEnumerable<string> texts = scope.StatedPart is null
            ? [unit.Text, .. unit.Joined, .. follows && unit.AfterPrevious is { } after ? [after] : Array.Empty<string>(), .. Clauses.Of(unit.Text)]
            : [stated, .. Clauses.Of(stated)];
        var rest = scope.StatedPart is null ? [] : new[] { new Excerpt(index, unit.Line, Fitted(unit.Text), unit.Text, Scope.NotStated) };
        return texts
            .Select(Fitted)
            .Where(text => text.Count(char.IsLetter) >= FewestLetters)
            .Distinct(StringComparer.Ordinal)
            .Select(text => new Excerpt(index, unit.Line, text, unit.Text, scope.Scope))
            .Concat(rest);
    }

    // White space is one blank, so that a line break moves nothing.
    private static string Fitted(string text)
    {
        var joined = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return joined.Length <= LongestText ? joined : joined[..(char.IsHighSurrogate(joined[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
