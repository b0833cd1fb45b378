using HitSongs.Metrics;

namespace HitSongs.Grading.Grades;

/// <summary>Adds scores up: to questions, sections and the whole.</summary>
internal static class GradeTotals
{
    public static QuestionGrade Question(string id, string title, IReadOnlyList<Score> scores) =>
        new(id, title, Sum(scores, score => score.Points), Sum(scores, score => score.MaxPoints), scores);

    public static SectionGrade Section(string id, string title, double? passMark, IReadOnlyList<QuestionGrade> questions) =>
        new(id, title, Sum(questions, question => question.Points), Sum(questions, question => question.MaxPoints), questions) { PassMark = passMark };

    /// <summary>The whole without metrics and copies, which no points depend on.</summary>
    public static Grade Of(SubmissionIdentity submission, RubricIdentity rubric, double passMark, IReadOnlyList<SectionGrade> sections)
    {
        var scores = sections.SelectMany(section => section.Questions).SelectMany(question => question.Criteria).ToList();
        var (points, most) = (Sum(scores, score => score.Points), Sum(scores, score => score.MaxPoints));
        var ungraded = Sum(scores.Where(score => score.Status == Status.Ungraded), score => score.MaxPoints);
        var isGraded = scores.Exists(score => score.Status is Status.Passed or Status.Partial or Status.Failed);
        return new Grade(
            Grade.CurrentSchema,
            submission,
            rubric,
            StatusOf(scores),
            points,
            most,
            ungraded,
            passMark,
            isGraded
                && points > 0
                && points + SectionGrade.RoundingSlack >= passMark * (most - ungraded)
                && sections.All(section => section.ReachesItsMark),
            sections,
            new Dictionary<string, Metric>()
        );
    }

    private static Status StatusOf(List<Score> scores)
    {
        var graded = scores.Where(score => score.Status != Status.Ungraded).ToList();
        return graded switch
        {
            _ when graded.Exists(score => score.Status == Status.Error) => Status.Error,
            [] => Status.Ungraded,
            _ when graded.TrueForAll(score => score.Status == Status.Passed) => Status.Passed,
            _ when graded.Exists(score => score.Points > 0) => Status.Partial,
            _ => Status.Failed,
        };
    }

    private static double Sum<T>(IEnumerable<T> parts, Func<T, double> points) => Math.Round(parts.Sum(points), 2);
}
