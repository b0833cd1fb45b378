namespace HitSongs.Reporting.Exports;

/// <summary>The columns of nbgrader's CSV export (nbgrader, plugins/export.py).</summary>
/// <remarks>Dates, names and penalties are the gradebook's business and stay empty or 0.</remarks>
internal static class NbgraderGrades
{
    private static readonly string[] Header =
        ["assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score", "late_submission_penalty", "score", "max_score"];

    public static string Write(IReadOnlyList<Graded> grades) => CsvTable.Write(Header, grades.Select(Row));

    private static IReadOnlyList<object?> Row(Graded graded)
    {
        double? points = graded.HasScore ? graded.Grade.Points : null;
        return [graded.Grade.Rubric.Title, null, null, graded.Grade.Submission.Name, null, null, null, points, 0, points, graded.Grade.MaxPoints];
    }
}
