using System.Globalization;
using System.Text.Json.Nodes;
using HitSongs.Grading.Grades;

namespace HitSongs.Reporting.Exports;

/// <summary>The result.json of Classroom 50 (github.com/foundation50/classroom50/wiki/Advanced-Autograding), schema classroom50/result/v1.</summary>
/// <remarks>Its scores are whole numbers: points are told in hundredths, so that none is lost or won by rounding.</remarks>
internal static class Classroom50Result
{
    private const int Hundredths = 100;

    /// <param name="variable">
    /// What Classroom 50's runner says in the environment: CLASSROOM, ASSIGNMENT, SUBMISSION_TAG, COMMIT_URL, RELEASE_URL, REVIEW_URL.
    /// </param>
    public static string Write(Graded graded, Func<string, string?> variable)
    {
        var tests = graded.Rows.Select(row => Test(row.Question, row.Score)).ToList();
        var commit = Said("COMMIT_URL", graded.Grade.Submission.Commit);
        return ExportJson.Write(new JsonObject
        {
            ["schema"] = "classroom50/result/v1",
            ["classroom"] = Said("CLASSROOM", null),
            ["assignment"] = Said("ASSIGNMENT", graded.Grade.Rubric.Title),
            // The runner knows better and writes its own.
            ["assignment_type"] = "individual",
            ["owner"] = graded.Grade.Submission.Name,
            ["submission"] = Said("SUBMISSION_TAG", graded.Grade.Submission.Name),
            ["commit"] = commit,
            ["release"] = Said("RELEASE_URL", null),
            ["review"] = Said("REVIEW_URL", commit),
            ["datetime"] = Time(graded.Run.Started),
            ["graded_at"] = Time(graded.Run.Started.AddSeconds(graded.Run.Seconds)),
            ["score"] = tests.Sum(test => test["score"]!.GetValue<int>()),
            ["max-score"] = tests.Sum(test => test["max-score"]!.GetValue<int>()),
            ["tests"] = new JsonArray([.. tests]),
        });

        // Its collector refuses empty texts.
        string Said(string name, string? otherwise) => variable(name) is { Length: > 0 } said ? said : otherwise is { Length: > 0 } ? otherwise : "unknown";
    }

    private static JsonObject Test(QuestionGrade question, Score score) => new()
    {
        ["test-name"] = PlainText.OneLine($"{question.Id}/{score.Id}", 300),
        ["passed"] = score.Status == Status.Passed,
        ["score"] = Whole(score.Points),
        ["max-score"] = Whole(score.MaxPoints),
        ["status"] = score.Status.ToString(),
        ["feedback"] = score.Feedback,
    };

    private static int Whole(double points) => (int)Math.Round(points * Hundredths);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
