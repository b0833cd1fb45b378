namespace HitSongs.Grading;

/// <summary>What a criterion may look at.</summary>
public sealed class GradingContext
{
    private readonly Dictionary<string, Score> scores = new(StringComparer.Ordinal);
    private readonly Dictionary<Idea, IdeaFindings> findings = new(ReferenceEqualityComparer.Instance);
    private AnswerTerms? terms;
    private Standing? standing;
    private (bool IsKnown, string? Text) request;

    internal GradingContext(Question question, QuestionEvidence? evidence, SubmissionEvidence submission)
    {
        Question = question;
        Evidence = evidence;
        Submission = submission;
        if (evidence?.Answer is { } answer && !string.IsNullOrWhiteSpace(answer.Text))
        {
            Answer = AnswerReading.Read(answer, $"{question.Id}\n\n{question.Title}\n\n{question.Prompt}");
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

    /// <summary>The terms of the answer, which must not be missing.</summary>
    internal AnswerTerms TermsFor(Vocabulary vocabulary) => terms ??= new AnswerTerms(Answer!, vocabulary);

    /// <summary>What the answer says of an idea of the question; looked for once.</summary>
    internal IdeaFindings FindingsOf(Idea idea) => findings.TryGetValue(idea, out var known) ? known : findings[idea] = idea.Find(this, Answer!);

    /// <summary>How long the answer may be; null where there is no limit.</summary>
    internal WordLimit? Words => Question.Words;

    /// <summary>What is asked of the author of an answer that is not graded as it is; null where it is.</summary>
    internal string? Request => (request = request.IsKnown ? request : (true, ProseGate.Find(this, Answer!))).Text;

    /// <summary>How much of what the question asks for is said clearly.</summary>
    internal Standing Standing => standing ??= Standing.Of(this);

    internal void Add(Score score) => scores.Add(score.Id, score);
}
