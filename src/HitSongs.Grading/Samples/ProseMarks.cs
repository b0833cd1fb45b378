using HitSongs.Grading.Criteria;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Samples;

/// <summary>Grades an answer by its prose alone: no demonstration, no model, no data.</summary>
public static class ProseMarks
{
    /// <summary>The criteria that can be graded so.</summary>
    public static IReadOnlyList<Criterion> CriteriaOf(Question question) => [.. question.Criteria.Where(c => c is AnswerCriterion and not (ClaimCriterion or FigureCriterion))];

    /// <summary>A score for each of <see cref="CriteriaOf"/>; the same answer always gets the same scores.</summary>
    public static IReadOnlyList<Score> Of(Question question, string answer)
    {
        var prose = question with { Criteria = CriteriaOf(question), Demonstration = null, Model = null };
        var evidence = new QuestionEvidence(question.Id, new AnswerText("answer.md", answer), null, null);
        return Grader.GradeQuestion(prose, evidence, new SubmissionEvidence(new SubmissionIdentity("answer", null), [evidence], null, NoRun)).Criteria;
    }

    private static RunInfo NoRun { get; } = new(DateTimeOffset.UnixEpoch, 0, "", "", 0, new Dictionary<string, string>());
}
