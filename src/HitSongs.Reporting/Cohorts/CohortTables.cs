using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Exports;

namespace HitSongs.Reporting.Cohorts;

/// <summary>The cohort's grades for other programs.</summary>
internal static class CohortTables
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>A row for each submission, with the points of each question.</summary>
    public static string Csv(Cohort cohort)
    {
        var questions = cohort.Grades is [var first, ..]
            ? first.Sections.SelectMany(section => section.Questions).Select(question => question.Id).ToList()
            : [];
        return CsvTable.Write(
            ["submission", "commit", "status", "points", "maxPoints", "ungradedPoints", "passed", "fault", .. questions],
            cohort.Members.Select(member => Row(member, questions)));
    }

    /// <summary>All that the grades say but for what differs between equal runs: one list, in the order of the names.</summary>
    public static string Json(Cohort cohort)
    {
        var list = new JsonArray([.. cohort.Members.Select(member => new JsonObject
        {
            ["submission"] = member.Name,
            ["fault"] = member.Fault,
            ["grade"] = member.Json is { } grade ? JsonNode.Parse(grade) : null,
        })]);
        return list.ToJsonString(Indented) + "\n";
    }

    private static IReadOnlyList<object?> Row(CohortMember member, List<string> questions)
    {
        if (member.Grade is not { } grade)
        {
            return [member.Name, null, nameof(Status.Error), null, null, null, null, member.Fault, .. questions.Select(_ => (object?)null)];
        }

        // A fault of the harness must cost nobody points: a gradebook is told none.
        var told = grade.Status != Status.Error;
        var points = grade
            .Sections.SelectMany(section => section.Questions)
            .ToDictionary(question => question.Id, question => question.Points, StringComparer.Ordinal);
        return
        [
            member.Name,
            grade.Submission.Commit,
            grade.Status.ToString(),
            told ? grade.Points : null,
            grade.MaxPoints,
            grade.UngradedPoints,
            told ? (grade.Passed ? "yes" : "no") : null,
            null,
            .. questions.Select(id => points.TryGetValue(id, out var of) ? (object?)of : null),
        ];
    }
}
