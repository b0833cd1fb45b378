using HitSongs.Grading.Grades;

namespace HitSongs.Grading.Regrading;

/// <summary>Change of a submission's grade by regrading, and its reasons; small, so that those of a large cohort can be kept.</summary>
/// <param name="Submission">Its name.</param>
/// <param name="Evidence">The folder of its evidence.</param>
/// <param name="Before">Null where it had no grade.</param>
/// <param name="Now">Its grade.</param>
/// <param name="Changes">Criterion by criterion.</param>
/// <param name="Near">Criteria whose points are within noise, or whose mark is stale: a person should look.</param>
public sealed record Move(
    string Submission,
    string Evidence,
    PointsOfGrade? Before,
    PointsOfGrade Now,
    IReadOnlyList<GradeChange> Changes,
    IReadOnlyList<PersonShouldLook> Near)
{
    /// <summary>By how many points it is better than before, over the questions of both grades; negative where it is worse.</summary>
    public double Difference => Math.Round(Changes.Sum(change => (change.NewPoints ?? 0) - (change.OldPoints ?? 0)), 2);

    public static Move Of(Regraded regraded) =>
        new(
            regraded.Now.Submission.Name,
            regraded.Evidence,
            regraded.Before is { } before ? PointsOfGrade.Of(before) : null,
            PointsOfGrade.Of(regraded.Now),
            regraded.Before is { } old ? GradeComparison.Between(old, regraded.Now) : [],
            [.. regraded.Now.Scores.Select(row => PersonShouldLook.At(row.Question.Id, row.Score)).OfType<PersonShouldLook>()]);
}

/// <summary>A grade in a line.</summary>
public sealed record PointsOfGrade(Status Status, double Points, double MaxPoints, double UngradedPoints, bool Passed)
{
    public static PointsOfGrade Of(Grade grade) => new(grade.Status, grade.Points, grade.MaxPoints, grade.UngradedPoints, grade.Passed);
}

/// <param name="Why">As the end of a sentence.</param>
public sealed record PersonShouldLook(string Question, string Criterion, string Why)
{
    internal static PersonShouldLook? At(string question, Score score) => score switch
    {
        { NearThreshold: { } near } => new(question, score.Id, $"the threshold {near.Threshold} lies within the metric's interval"),
        { StaleMark: { } stale } => new(question, score.Id, $"the mark of {stale.Reviewer} does not count: {stale.Because}"),
        _ => null,
    };
}
