using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Patterns;

/// <summary>Something that the rubric looks for in an answer.</summary>
internal abstract record TextPattern
{
    /// <summary>Every place where the answer says it, in the order of the answer.</summary>
    /// <param name="skipDenied">Whether a term does not count where a negation stands before it.</param>
    public abstract IReadOnlyList<TextSpan> Find(AnswerReading reading, bool skipDenied);

    protected static IReadOnlyList<TextSpan> Sorted(IEnumerable<TextSpan> spans) => [.. spans.Distinct().OrderBy(span => span.First).ThenBy(span => span.Last)];
}

/// <summary>At least one of several.</summary>
internal sealed record AnyPattern(IReadOnlyList<TextPattern> Patterns) : TextPattern
{
    public override IReadOnlyList<TextSpan> Find(AnswerReading reading, bool skipDenied) =>
        Sorted(Patterns.SelectMany(pattern => pattern.Find(reading, skipDenied)));
}

/// <summary>Each of several, anywhere; found are the first places of each.</summary>
internal sealed record AllPattern(IReadOnlyList<TextPattern> Patterns) : TextPattern
{
    public override IReadOnlyList<TextSpan> Find(AnswerReading reading, bool skipDenied)
    {
        var found = Patterns.Select(pattern => pattern.Find(reading, skipDenied)).ToList();
        return found.Exists(spans => spans.Count == 0) ? [] : Sorted(found.Select(spans => spans[0]));
    }
}
