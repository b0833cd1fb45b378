namespace HitSongs.Reporting.Exports;

/// <summary>One row per submission and criterion.</summary>
internal static class CriteriaTable
{
    private static readonly string[] Header =
        ["submission", "commit", "question", "criterion", "kind", "status", "points", "maxPoints", "feedback", "file", "line", "reviewer"];

    public static string Write(IReadOnlyList<Graded> grades) => CsvTable.Write(Header, grades.SelectMany(Rows));

    private static IEnumerable<IReadOnlyList<object?>> Rows(Graded graded) => graded.Rows.Select(row => (IReadOnlyList<object?>)
    [
        graded.Grade.Submission.Name,
        graded.Grade.Submission.Commit,
        row.Question.Id,
        row.Score.Id,
        row.Score.Kind,
        row.Score.Status.ToString(),
        // Neither 0 nor full points: what waits for a person, or failed by the harness's fault, has none.
        row.Score.Status is Grading.Grades.Status.Ungraded or Grading.Grades.Status.Error ? null : row.Score.Points,
        row.Score.MaxPoints,
        row.Score.Feedback,
        row.Score.Evidence is [var first, ..] ? first.File : null,
        row.Score.Evidence is [var same, ..] ? same.Line : null,
        row.Score.Mark?.Reviewer,
    ]);
}
