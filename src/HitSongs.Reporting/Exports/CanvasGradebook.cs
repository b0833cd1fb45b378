namespace HitSongs.Reporting.Exports;

/// <summary>A CSV that Canvas's gradebook imports: five columns that say who, one per assignment, and the points possible as the first row.</summary>
/// <remarks>Students are found by login, which is the submission's name; Canvas's own ids are not known here. Empty cells change nothing in Canvas.</remarks>
internal static class CanvasGradebook
{
    private static readonly string[] Who = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];

    public static string Write(IReadOnlyList<Graded> grades)
    {
        // One column per rubric: grades by another one are another assignment.
        var assignments = grades.Select(graded => graded.Grade.Rubric.Title).Distinct(StringComparer.Ordinal).ToList();
        var worth = assignments.Select(title => (object?)grades.First(graded => graded.Grade.Rubric.Title == title).Grade.MaxPoints);
        IReadOnlyList<object?> possible = ["Points Possible", null, null, null, null, .. worth];
        return CsvTable.Write([.. Who, .. assignments], grades.Select(graded => Row(graded, assignments)).Prepend(possible));
    }

    private static IReadOnlyList<object?> Row(Graded graded, List<string> assignments) =>
    [
        graded.Grade.Submission.Name, null, null, graded.Grade.Submission.Name, null,
        .. assignments.Select(title => title == graded.Grade.Rubric.Title && graded.HasScore ? (object?)graded.Grade.Points : null),
    ];
}
