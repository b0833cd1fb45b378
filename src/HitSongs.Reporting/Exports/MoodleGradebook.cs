using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Exports;

/// <summary>A CSV that Moodle's gradebook imports, with the columns of its own export: map "ID number", and the grade together with its feedback.</summary>
/// <remarks>Moodle forgets grades whose feedback is imported alone, so both are written for every row or neither.</remarks>
internal static class MoodleGradebook
{
    private static readonly string[] Who = ["First name", "Last name", "ID number", "Institution", "Department", "Email address"];

    public static string Write(IReadOnlyList<Graded> grades)
    {
        var items = grades.Select(graded => graded.Grade.Rubric.Title).Distinct(StringComparer.Ordinal).ToList();
        var columns = items.SelectMany(title => (string[])[$"{title} (Real)", $"{title} (Feedback)"]);
        return CsvTable.Write([.. Who, .. columns], grades.Select(graded => Row(graded, items)));
    }

    private static IReadOnlyList<object?> Row(Graded graded, List<string> items) =>
    [
        null, null, graded.Grade.Submission.Name, null, null, null,
        .. items.SelectMany(title => title == graded.Grade.Rubric.Title ? Cells(graded) : [null, null]),
    ];

    private static object?[] Cells(Graded graded) => graded.HasScore ? [graded.Grade.Points, Feedback(graded)] : [null, null];

    private static string Feedback(Graded graded) =>
        $"{Numbers.Points(graded.Grade.Points)} of {Numbers.Points(graded.Grade.MaxPoints)} points. {graded.Caveat}".TrimEnd();
}
