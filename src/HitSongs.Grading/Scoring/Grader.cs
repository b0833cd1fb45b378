using System.Text.RegularExpressions;
using HitSongs.Grading.Copies;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.Rubrics;
using HitSongs.Metrics;

namespace HitSongs.Grading.Scoring;

/// <summary>The pure function from a rubric, evidence and marks to a grade: no clock, disk, process or randomness.</summary>
public static class Grader
{
    /// <summary>Grades every question of the rubric, or those that the evidence was collected for where that was a selection; evidence of questions that the
    /// rubric does not have is left out.</summary>
    /// <param name="marks">What persons wrote down; null for nothing.</param>
    public static Grade Grade(Rubric rubric, SubmissionEvidence evidence, SubmissionMarks? marks = null)
    {
        rubric = evidence.Selection is { } selection ? rubric.Select(selection) : rubric;
        var byId = evidence.Questions.ToDictionary(question => question.Question, StringComparer.Ordinal);
        var graded = rubric
            .Questions.AsParallel()
            .AsOrdered()
            .Select(question => GradeQuestion(question, byId.GetValueOrDefault(question.Id), evidence, marks))
            .ToList();
        var gradedById = graded.ToDictionary(question => question.Id, StringComparer.Ordinal);
        var sections = rubric.Sections.Select(section =>
            GradeTotals.Section(section.Id, section.Title, section.PassMark, [.. section.Questions.Select(question => gradedById[question.Id])])
        );
        return GradeTotals.Of(evidence.Submission, new RubricIdentity(rubric.Title, rubric.Sha256), rubric.PassMark, [.. sections]) with
        {
            Metrics = MetricsOf(rubric, byId),
            Copies = CopyReview.Within(rubric, evidence),
            Selection = evidence.Selection,
        };
    }

    /// <summary>Grades one question.</summary>
    /// <param name="evidence">Null where nothing was collected for it.</param>
    internal static QuestionGrade GradeQuestion(
        Question question,
        QuestionEvidence? evidence,
        SubmissionEvidence submission,
        SubmissionMarks? marks = null
    )
    {
        var context = new GradingContext(question, evidence, submission);
        var handedIn = new Lazy<string>(() => HandedIn.Sha256(evidence));
        foreach (var criterion in question.Criteria.OrderBy(criterion => criterion.IsGradedLast))
        {
            // What depends on it sees a person's judgement as it sees the harness's.
            var automatic = GradeCriterion(criterion, context);
            var own = marks?.Of(question.Id, criterion.Id) ?? [];
            context.Add(own.Any() ? MarkedScore.Of(automatic, own, handedIn.Value) : automatic);
        }

        var scores = question.Criteria.Select(criterion => context.Scores[criterion.Id]).ToList();
        return GradeTotals.Question(question.Id, question.Title, scores);
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
            return criterion.Error("A regular expression takes too long on this answer. This is not the author's fault.");
        }
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
}
