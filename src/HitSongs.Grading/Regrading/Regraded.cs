using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;

namespace HitSongs.Grading.Regrading;

/// <summary>The grade of kept evidence by the rubric as it is now.</summary>
/// <param name="Evidence">The folder of the evidence.</param>
/// <param name="Before">The grade that lies beside it; null where there is none.</param>
/// <param name="Now">The grade by the rubric as it is.</param>
/// <param name="Run">The run that the evidence was collected in.</param>
public sealed record Regraded(string Evidence, Grade? Before, Grade Now, RunInfo Run)
{
    internal GradeBasis? Basis { get; init; }

    /// <summary>Marks of criteria that the rubric does not have: they count nowhere.</summary>
    public IReadOnlyList<Mark> Unmatched { get; init; } = [];

    /// <summary>Writes it as the grade beside the evidence.</summary>
    /// <returns>The path.</returns>
    public string Write() => KeptGrade.Write(Evidence, Now, Run, Basis!);
}
