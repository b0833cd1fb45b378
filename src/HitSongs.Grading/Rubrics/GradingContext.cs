using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Ideas;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Readers;

namespace HitSongs.Grading.Rubrics;

/// <summary>Inputs for grading a criterion.</summary>
public sealed class GradingContext
{
    private readonly Dictionary<string, Score> scores = new(StringComparer.Ordinal);
    private IdeaReadings? ideas;
    private (bool IsKnown, string? Text) request;
    private AnswerReader? reader;

    internal GradingContext(Question question, QuestionEvidence? evidence, SubmissionEvidence submission)
    {
        Question = question;
        Evidence = evidence;
        Submission = submission;
        if (evidence?.Answer is { } answer && !string.IsNullOrWhiteSpace(answer.Text))
        {
            Answer = question.Read(answer);
        }
    }

    public Question Question { get; }

    /// <summary>Null where nothing was collected for the question.</summary>
    public QuestionEvidence? Evidence { get; }

    public SubmissionEvidence Submission { get; }

    /// <summary>Null where the answer is missing or blank.</summary>
    public AnswerReading? Answer { get; }

    /// <summary>Scores of the question's criteria that are graded already, by id.</summary>
    public IReadOnlyDictionary<string, Score> Scores => scores;

    /// <summary>Where the answer is, or should be.</summary>
    public string AnswerFile => Evidence?.Answer?.File ?? $"answers/{Question.Id}/answer.md";

    /// <summary>The run that numbers in the prose are about: the question's own, or else the first of the submission.</summary>
    public ModelRun? Model => Evidence?.Model ?? Submission.Questions.Select(question => question.Model).FirstOrDefault(model => model is not null);

    /// <summary>Readings of the question's ideas in the answer, which must not be missing.</summary>
    internal IdeaReadings Ideas => ideas ??= new IdeaReadings(Answer!, [.. Question.Criteria.Select(criterion => criterion.Expected).OfType<Idea>()]);

    /// <summary>Readings of the answer by criterion; null where its vectors are missing. Only for a question that has weights.</summary>
    internal AnswerReader? Reader => reader ??= Question.ReadVectors(Answer!, Evidence?.Vectors);

    /// <summary>Request to the author of an answer that is not graded as it is; null where it is.</summary>
    internal string? Request => (request = request.IsKnown ? request : (true, ProseGate.Find(Question, Answer!))).Text;

    internal void Add(Score score) => scores.Add(score.Id, score);
}
