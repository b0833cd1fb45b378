using System.Text.RegularExpressions;
using HitSongs.Grading.Copies;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Metrics;

namespace HitSongs.Grading.Scoring;

/// <summary>The pure function from a rubric and evidence to a grade: no clock, disk, process or randomness.</summary>
public static class Grader
{
    /// <summary>Grades every question of the rubric; evidence of questions that it does not have is left out.</summary>
    public static Grade Grade(Rubric rubric, SubmissionEvidence evidence)
    {
        var byId = evidence.Questions.ToDictionary(question => question.Question, StringComparer.Ordinal);
        var graded = rubric
            .Questions.AsParallel()
            .AsOrdered()
            .Select(question => GradeQuestion(question, byId.GetValueOrDefault(question.Id), evidence))
            .ToList();
        var sections = rubric.Sections.Select(section => SectionOf(section, graded)).ToList();
        var scores = sections.SelectMany(section => section.Questions).SelectMany(question => question.Criteria).ToList();
        var (points, most) = (Sum(scores, score => score.Points), Sum(scores, score => score.MaxPoints));
        var ungraded = Sum(scores.Where(score => score.Status == Status.Ungraded), score => score.MaxPoints);
        var isGraded = scores.Exists(score => score.Status is Status.Passed or Status.Partial or Status.Failed);
        return new Grade(
            Grades.Grade.CurrentSchema,
            evidence.Submission,
            new RubricIdentity(rubric.Title, rubric.Sha256),
            StatusOf(scores),
            points,
            most,
            ungraded,
            rubric.PassMark,
            isGraded
                && points > 0
                && points + SectionGrade.RoundingSlack >= rubric.PassMark * (most - ungraded)
                && sections.TrueForAll(section => section.ReachesItsMark),
            sections,
            MetricsOf(rubric, byId))
        {
            Copies = CopyReview.Within(rubric, evidence),
        };
    }

    /// <summary>Grades one question.</summary>
    /// <param name="evidence">Null where nothing was collected for it.</param>
    internal static QuestionGrade GradeQuestion(Question question, QuestionEvidence? evidence, SubmissionEvidence submission)
    {
        var context = new GradingContext(question, evidence, submission);
        foreach (var criterion in question.Criteria.OrderBy(criterion => criterion.IsGradedLast))
        {
            context.Add(GradeCriterion(criterion, context));
        }

        var scores = question.Criteria.Select(criterion => context.Scores[criterion.Id]).ToList();
        return new QuestionGrade(question.Id, question.Title, Sum(scores, score => score.Points), Sum(scores, score => score.MaxPoints), scores);
    }

    private static SectionGrade SectionOf(RubricSection section, List<QuestionGrade> graded)
    {
        var ids = section.Questions.Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        var questions = graded.Where(question => ids.Contains(question.Id)).ToList();
        return new SectionGrade(
            section.Id,
            section.Title,
            Sum(questions, question => question.Points),
            Sum(questions, question => question.MaxPoints),
            questions
        )
        {
            PassMark = section.PassMark,
        };
    }

    private static Score GradeCriterion(Criterion criterion, GradingContext context)
    {
        var missing = criterion.DependsOn.FirstOrDefault(id =>
            context.Scores.TryGetValue(id, out var score) && score.Status is Status.Failed or Status.Blocked or Status.Error
        );
        if (missing is not null)
        {
            return criterion.Blocked($"This depends on {missing}, which did not pass: see there first.");
        }

        try
        {
            return criterion.Grade(context);
        }
        catch (RegexMatchTimeoutException)
        {
            return criterion.Error("A regular expression of the rubric takes too long on this answer. This is not the author's fault.");
        }
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

    // Where two questions computed the same metric, the first of the rubric names it.
    private static SortedDictionary<string, Metric> MetricsOf(Rubric rubric, Dictionary<string, QuestionEvidence> evidence)
    {
        var metrics = new SortedDictionary<string, Metric>(StringComparer.Ordinal);
        foreach (var model in rubric.Questions.Select(question => evidence.GetValueOrDefault(question.Id)?.Model).OfType<ModelRun>())
        {
            foreach (var (name, metric) in model.Metrics)
            {
                metrics.TryAdd(name, metric);
            }
        }

        return metrics;
    }

    private static double Sum<T>(IEnumerable<T> parts, Func<T, double> points) => Math.Round(parts.Sum(points), 2);
}
