using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using HitSongs.Cli.Terminal;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Regrading;
using HitSongs.Reporting.Text;

namespace HitSongs.Cli.Commands;

/// <summary>Tells who moved and why: of one submission every criterion, of a cohort a summary with the farthest first.</summary>
internal static class RegradeOutput
{
    private const int ShownCriteria = 20;
    private const int ShownReasons = 3;
    private const int ShownMoves = 20;
    private const int ShownOfAReason = 300;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static void Tell(TextWriter output, IReadOnlyList<Move> moves)
    {
        if (moves is [var only])
        {
            output.WriteLine(Line(only));
            only.Changes.ToList().ForEach(change => output.WriteLine($"  {Place(change)}: {Told(change)}. {Plain(change.Why)}"));
            foreach (var near in only.Near)
            {
                output.WriteLine($"  {near.Question}/{near.Criterion}: a person should look, as {Plain(near.Why)}");
            }

            return;
        }

        TellSummary(output, MoveSummary.Of(moves));
        var (criteria, submissions) = (moves.Sum(move => move.Near.Count), moves.Count(move => move.Near.Count > 0));
        if (criteria > 0)
        {
            output.WriteLine(
                $"A person should look at {Numbers.Count(criteria, "criterion", "criteria")} of "
                    + $"{Numbers.Count(submissions, "submission", "submissions")}: within noise, or with a stale mark. `hitsongs review` lists them."
            );
        }
    }

    /// <summary>One list, in the order of the folders.</summary>
    public static string Json(IReadOnlyList<Move> moves) => new JsonArray([.. moves.Select(Json)]).ToJsonString(Options) + "\n";

    private static void TellSummary(TextWriter output, MoveSummary summary)
    {
        output.WriteLine(
            $"{Numbers.Count(summary.Submissions, "submission", "submissions")} graded again: {summary.Moved.Count:N0} moved, {summary.NowPassed:N0} now pass, "
                + $"{summary.NoLongerPassed:N0} no longer do");
        foreach (var criterion in summary.Criteria.Take(ShownCriteria))
        {
            output.WriteLine($"{criterion.Question}/{criterion.Criterion}: {criterion.Count:N0} moved by {Signed(criterion.Difference)} points");
            foreach (var reason in criterion.Reasons.Take(ShownReasons))
            {
                output.WriteLine($"  {reason.Count:N0} × {Told(reason.From, null)} → {Told(reason.To, null)}, such as: {Plain(reason.Example)}");
            }

            More(output, "  ", criterion.Reasons.Count - ShownReasons, "reason", "reasons");
        }

        More(output, "", summary.Criteria.Count - ShownCriteria, "criterion", "criteria");
        if (summary.Moved.Count > 0)
        {
            output.WriteLine("Moved farthest:");
            summary.Moved.Take(ShownMoves).ToList().ForEach(move => output.WriteLine($"  {Line(move)}: {Signed(move.Difference)}"));
            More(output, "  ", summary.Moved.Count - ShownMoves, "submission", "submissions");
        }
    }

    private static void More(TextWriter output, string indent, int left, string one, string many)
    {
        if (left > 0)
        {
            output.WriteLine($"{indent}and {Numbers.Count(left, one, many)} more, by --json");
        }
    }

    private static JsonObject Json(Move move) =>
        new()
        {
            ["submission"] = move.Submission,
            ["evidence"] = move.Evidence,
            ["before"] = move.Before is { } before ? Json(before) : null,
            ["now"] = Json(move.Now),
            ["changes"] = new JsonArray([.. move.Changes.Select(change => new JsonObject
            {
                ["question"] = change.Question,
                ["criterion"] = change.Criterion,
                ["before"] = Json(change.OldStatus, change.OldPoints),
                ["now"] = Json(change.NewStatus, change.NewPoints),
                ["why"] = change.Why,
            })]),
            ["personShouldLook"] = new JsonArray(
                [.. move.Near.Select(near => new JsonObject { ["question"] = near.Question, ["criterion"] = near.Criterion, ["why"] = near.Why })]),
        };

    private static JsonObject Json(PointsOfGrade grade) =>
        new()
        {
            ["status"] = grade.Status.ToString(),
            ["points"] = grade.Points,
            ["maxPoints"] = grade.MaxPoints,
            ["ungradedPoints"] = grade.UngradedPoints,
            ["passed"] = grade.Passed,
        };

    private static JsonObject? Json(Status? status, double? points) =>
        status is null ? null : new JsonObject { ["status"] = status.ToString(), ["points"] = points };

    private static string Line(Move move) =>
        $"{Plain(move.Submission)}: {Points(move.Now)}, {(move.Now.Passed ? "passed" : "not passed")}"
        + (move.Before is { } before ? $" (before: {Points(before)})" : "");

    private static string Points(PointsOfGrade grade) => $"{Numbers.Points(grade.Points)} of {Numbers.Points(grade.MaxPoints)} points";

    private static string Place(GradeChange change) => $"{change.Question}/{change.Criterion}";

    private static string Told(GradeChange change) => $"{Told(change.OldStatus, change.OldPoints)} → {Told(change.NewStatus, change.NewPoints)}";

    private static string Told(Status? status, double? points) => status is null ? "not in the rubric" : $"{status} {points:0.##}".TrimEnd();

    private static string Signed(double points) => points < 0 ? $"−{Numbers.Points(-points)}" : $"+{Numbers.Points(points)}";

    /// <summary>On one line; no character of a submission may steer the terminal.</summary>
    private static string Plain(string text)
    {
        var line = ScoreTable.Harmless(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return line.Length <= ShownOfAReason ? line : Capped.Of(line, ShownOfAReason).Text + "\u2026";
    }
}
