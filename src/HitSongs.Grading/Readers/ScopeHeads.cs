using HitSongs.Grading.Excerpts;

namespace HitSongs.Grading.Readers;

/// <summary>Classifiers of an author's stance on a passage: a part of <c>reading.json</c>, learnt from <c>scope.yaml</c>.</summary>
/// <param name="LearntFrom">SHA-256 of the file that it was learnt from.</param>
/// <param name="Unstated">That he does not state it.</param>
/// <param name="RejectsBefore">That it calls wrong what stands before it.</param>
/// <param name="RejectsAfter">That it calls wrong what follows.</param>
/// <param name="Jumbled">That its words stand in no order; null where this was not learnt.</param>
public sealed record ScopeHeads(string LearntFrom, ReadingHead Unstated, ReadingHead RejectsBefore, ReadingHead RejectsAfter, ReadingHead? Jumbled = null)
{
    internal ScopeReading Read(PassageVector vector) =>
        new(
            Unstated.Read(vector).States,
            RejectsBefore.Read(vector).States,
            RejectsAfter.Read(vector).States,
            Jumbled?.Read(vector).States ?? ScopeReading.Unknown);
}
