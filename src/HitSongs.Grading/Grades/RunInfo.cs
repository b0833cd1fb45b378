namespace HitSongs.Grading.Grades;

/// <summary>Time, machine and versions of a run; the only part of a grade that differs between equal runs.</summary>
/// <param name="Seed">What the inputs of this run were drawn from.</param>
public sealed record RunInfo(
    DateTimeOffset Started,
    double Seconds,
    string Machine,
    string Sandbox,
    long Seed,
    IReadOnlyDictionary<string, string> Versions);
