namespace HitSongs.Grading.Grades;

/// <summary>A criterion whose score differs between two grades.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Criterion">The criterion's id.</param>
/// <param name="OldPoints">Null where the old grade does not have the criterion; likewise the others.</param>
/// <param name="Why">One sentence.</param>
public sealed record GradeChange(string Question, string Criterion, double? OldPoints, Status? OldStatus, double? NewPoints, Status? NewStatus, string Why);

/// <summary>Changes from one grade of a submission to the next.</summary>
public static class GradeComparison
{
    /// <summary>Criteria whose points, maximum or status differ: in the order of the new grade, then what is no longer there. Where one of the grades is of a
    /// selection of questions, the others are left out of both.</summary>
    public static IReadOnlyList<GradeChange> Between(Grade old, Grade @new)
    {
        var (before, after) = (ScoresOf(old, @new.Selection), ScoresOf(@new, old.Selection));
        var byId = before.ToDictionary(entry => (entry.Question, entry.Score.Id), entry => entry.Score);
        var changes = after
            .Select(entry => Change(entry.Question, byId.GetValueOrDefault((entry.Question, entry.Score.Id)), entry.Score))
            .OfType<GradeChange>()
            .ToList();
        var kept = after.Select(entry => (entry.Question, entry.Score.Id)).ToHashSet();
        changes.AddRange(
            before
                .Where(entry => !kept.Contains((entry.Question, entry.Score.Id)))
                .Select(entry => new GradeChange(
                    entry.Question,
                    entry.Score.Id,
                    entry.Score.Points,
                    entry.Score.Status,
                    null,
                    null,
                    "The rubric no longer has this criterion."
                ))
        );
        return changes;
    }

    private static GradeChange? Change(string question, Score? old, Score @new)
    {
        if (old is null)
        {
            return new GradeChange(question, @new.Id, null, null, @new.Points, @new.Status, $"The rubric has this criterion now. {@new.Feedback}");
        }

        if (old.Points == @new.Points && old.MaxPoints == @new.MaxPoints && old.Status == @new.Status)
        {
            return null;
        }

        if (old.Mark is { } gone && @new.Mark is null)
        {
            var because = @new.StaleMark is { } stale ? $"as {stale.Because}" : "as it was withdrawn";
            return new GradeChange(
                question, @new.Id, old.Points, old.Status, @new.Points, @new.Status, $"The mark of {gone.Reviewer} does not count, {because}. {@new.Feedback}");
        }

        var worth = old.MaxPoints == @new.MaxPoints ? "" : $"It is worth {@new.MaxPoints} points instead of {old.MaxPoints}. ";
        return new GradeChange(question, @new.Id, old.Points, old.Status, @new.Points, @new.Status, worth + @new.Feedback);
    }

    private static List<(string Question, Score Score)> ScoresOf(Grade grade, IReadOnlyList<string>? selection) =>
        [.. grade.Scores.Where(row => selection?.Contains(row.Question.Id) != false).Select(row => (row.Question.Id, row.Score))];
}
