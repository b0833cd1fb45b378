using HitSongs.Grading.Grades;

namespace HitSongs.Reporting.PullRequests;

/// <summary>Whether numbers of a grade that a stranger may have written fit together. It does not say that they are true.</summary>
internal static class PlausibleGrade
{
    private const int MaxCriteria = 5000;
    private const double MaxPoints = 100_000;

    // Points have two decimals.
    private const double Slack = 0.005;

    /// <summary>Fault, in words of our own; null where there is none.</summary>
    public static string? FaultOf(Grade grade)
    {
        var questions = grade.Sections.SelectMany(section => section.Questions).ToList();
        var scores = questions.SelectMany(question => question.Criteria).ToList();
        if (scores.Count > MaxCriteria)
        {
            return $"the grade has more than {MaxCriteria} criteria";
        }

        if (scores.Exists(score => !(score.Points >= 0 && score.Points <= score.MaxPoints && score.MaxPoints <= MaxPoints)))
        {
            return "a criterion has points that are none, or more than it is worth";
        }

        if (scores.Exists(score => score.Mark is not null || score.StaleMark is not null))
        {
            return "it says that a person marked it, and no person marks where it was made";
        }

        if (!questions.TrueForAll(question => Same(question.Points, question.Criteria.Sum(score => score.Points)))
            || !questions.TrueForAll(question => Same(question.MaxPoints, question.Criteria.Sum(score => score.MaxPoints)))
            || !grade.Sections.All(section => Same(section.Points, section.Questions.Sum(question => question.Points)))
            || !Same(grade.Points, scores.Sum(score => score.Points))
            || !Same(grade.MaxPoints, scores.Sum(score => score.MaxPoints))
            || !Same(grade.UngradedPoints, scores.Where(score => score.Status == Status.Ungraded).Sum(score => score.MaxPoints)))
        {
            return "its totals are not the sums of its parts";
        }

        var passes = grade.PassMark is >= 0 and <= 1 && grade.Points > 0 && grade.Points + Slack >= grade.PassMark * (grade.MaxPoints - grade.UngradedPoints);
        return grade.Passed && !passes ? "it says that it is passed, and its points say that it is not" : null;
    }

    private static bool Same(double a, double b) => Math.Abs(a - b) <= Slack;
}
