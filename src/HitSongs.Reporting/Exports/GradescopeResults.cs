using System.Text.Json.Nodes;
using HitSongs.Grading.Grades;
using HitSongs.Metrics;

namespace HitSongs.Reporting.Exports;

/// <summary>Gradescope's results.json (gradescope-autograders.readthedocs.io, "Autograder Specifications").</summary>
internal static class GradescopeResults
{
    private static readonly HashSet<string> LowerIsBetter =
        [MetricNames.LogLoss, MetricNames.BrierScore, MetricNames.ExpectedCalibrationError, MetricNames.RootMeanSquaredError, MetricNames.MeanAbsoluteError];

    public static string Write(Graded graded)
    {
        var grade = graded.Grade;
        return ExportJson.Write(new JsonObject
        {
            ["score"] = grade.Points,
            ["execution_time"] = graded.Run.Seconds,
            ["output"] = $"{graded.Result}. {graded.Caveat}".TrimEnd(),
            ["output_format"] = "text",
            ["test_output_format"] = "text",
            ["test_name_format"] = "text",
            ["visibility"] = "visible",
            ["tests"] = new JsonArray([.. Tests(grade)]),
            ["leaderboard"] = new JsonArray([.. grade.Metrics.Where(metric => double.IsFinite(metric.Value.Value)).Select(Row)]),
            ["extra_data"] = new JsonObject
            {
                ["schema"] = grade.Schema,
                ["rubric_sha256"] = grade.Rubric.Sha256,
                ["status"] = grade.Status.ToString(),
                ["passed"] = grade.Passed,
                ["ungraded_points"] = grade.UngradedPoints,
                ["commit"] = grade.Submission.Commit,
            },
        });
    }

    private static IEnumerable<JsonNode> Tests(Grade grade)
    {
        var number = 0;
        foreach (var question in grade.Sections.SelectMany(section => section.Questions))
        {
            number++;
            for (var i = 0; i < question.Criteria.Count; i++)
            {
                yield return Test(question, question.Criteria[i], $"{number}.{i + 1}");
            }
        }
    }

    private static JsonObject Test(QuestionGrade question, Score score, string number)
    {
        var test = new JsonObject
        {
            ["name"] = PlainText.OneLine($"{question.Title}: {CriterionName.Of(score)}", 300),
            ["number"] = number,
            ["output"] = score.Feedback,
            ["max_score"] = score.MaxPoints,
            ["tags"] = new JsonArray(score.Kind, score.Status.ToString()),
            ["visibility"] = "visible",
            ["extra_data"] = new JsonObject { ["question"] = question.Id, ["criterion"] = score.Id },
        };
        // Gradescope knows passed and failed alone: what waits for a person, or the harness failed at, is neither.
        if (score.Status is not (Status.Ungraded or Status.Error))
        {
            test["score"] = score.Points;
            test["status"] = score.Status == Status.Passed ? "passed" : "failed";
        }

        return test;
    }

    private static JsonNode Row(KeyValuePair<string, Metric> metric)
    {
        var row = new JsonObject { ["name"] = metric.Key, ["value"] = metric.Value.Value };
        if (LowerIsBetter.Contains(metric.Key))
        {
            row["order"] = "asc";
        }

        return row;
    }
}
