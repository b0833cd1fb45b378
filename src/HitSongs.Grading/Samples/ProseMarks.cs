using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Readers;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;

namespace HitSongs.Grading.Samples;

/// <summary>Grades an answer by its prose alone: no demonstration, no model, no data.</summary>
public static class ProseMarks
{
    /// <summary>A score for each of <see cref="Question.ProseCriteria"/>; the same answer always gets the same scores.</summary>
    /// <param name="encoder">What encodes the answer's passages; null where the question's prose is read by words.</param>
    /// <param name="second">What a second reader said of it; null where none was asked.</param>
    public static IReadOnlyList<Score> Of(Question question, string answer, IPassageEncoder? encoder = null, SecondReading? second = null)
    {
        var prose = question with { Criteria = question.ProseCriteria, Demonstration = null, Model = null };
        var text = TextOf(answer);
        var evidence = new QuestionEvidence(question.Id, text, null, null)
        {
            Vectors = encoder is null ? null : question.Encode(text, encoder),
            SecondReading = second,
        };
        return Grader.GradeQuestion(prose, evidence, new SubmissionEvidence(new SubmissionIdentity("answer", null), [evidence], null, NoRun)).Criteria;
    }

    /// <summary>A loose answer, as if it were one of a submission.</summary>
    public static AnswerText TextOf(string answer) => new("answer.md", answer);

    private static RunInfo NoRun { get; } = new(DateTimeOffset.UnixEpoch, 0, "", "", 0, new Dictionary<string, string>());
}
