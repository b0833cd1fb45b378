namespace HitSongs.Grading;

/// <summary>Statements that say an idea, and statements that use its words and say something else.</summary>
/// <remarks>What tells the first from the second, and from all statements of the question's other criteria, is learnt from them.</remarks>
internal sealed class Examples
{
    // Chosen with statements and marked answers that different people wrote.
    private const double Cost = 3;
    private const double CostOfOthers = 0.3;

    private readonly QuestionStatements question;
    private readonly IReadOnlySet<Statement> left;
    private readonly Lazy<Separator> separator;
    private readonly Lazy<List<FeatureVector>> wrongVectors;

    public Examples(IReadOnlyList<Statement> right, IReadOnlyList<Statement> wrong, QuestionStatements question)
        : this(right, wrong, question, new HashSet<Statement>())
    {
    }

    // Statements that are left out take no part at all, as if the rubric did not have them.
    private Examples(IReadOnlyList<Statement> right, IReadOnlyList<Statement> wrong, QuestionStatements question, IReadOnlySet<Statement> left)
    {
        this.question = question;
        this.left = left;
        Right = [.. right.Where(statement => !left.Contains(statement))];
        Wrong = [.. wrong.Where(statement => !left.Contains(statement))];
        separator = new Lazy<Separator>(Learn);
        wrongVectors = new Lazy<List<FeatureVector>>(() => [.. Wrong.Select(statement => question.Features.Read(statement.Terms))]);
    }

    public IReadOnlyList<Statement> Right { get; }

    public IReadOnlyList<Statement> Wrong { get; }

    public QuestionStatements Question => question;

    /// <summary>The same with fewer statements.</summary>
    public Examples Without(IReadOnlySet<Statement> statements) => new(Right, Wrong, question, statements);

    /// <summary>For each sentence the passage that most likely says the idea, in the answer's order, with the score of <see cref="Separator.Score"/>.</summary>
    public IReadOnlyList<ScoredPassage> Saying(AnswerPassages answer) => Best(answer, separator.Value.Score);

    /// <summary>For each sentence the passage that is most like a counterexample, with the cosine of the angle between them, at most 1.</summary>
    public IReadOnlyList<ScoredPassage> Contradicting(AnswerPassages answer) => Wrong.Count == 0 ? [] : Best(answer, passage => wrongVectors.Value.Max(passage.Dot));

    private static List<ScoredPassage> Best(AnswerPassages answer, Func<FeatureVector, double> score) =>
    [
        .. answer.All
            .GroupBy(passage => passage.Sentence)
            .Select(sentence => sentence.Select(passage => new ScoredPassage(passage, score(passage.Vector))).MaxBy(scored => scored.Score)!),
    ];

    // Both sides weigh the same together. A text without any known word is one more example of what says nothing.
    private Separator Learn()
    {
        var (isRight, isWrong) = (Right.ToHashSet(), Wrong.ToHashSet());
        var others = question.All
            .Where(pair => !isRight.Contains(pair.Statement) && !left.Contains(pair.Statement))
            .Select(pair => (pair.Vector, IsIn: false, Cost: Cost * (isWrong.Contains(pair.Statement) ? 1 : CostOfOthers)))
            .Append((FeatureVector.Empty, IsIn: false, Cost: Cost * Right.Count))
            .ToList();
        var cost = others.Sum(example => example.Cost) / Right.Count;
        return new Separator([.. question.All.Where(pair => isRight.Contains(pair.Statement)).Select(pair => (pair.Vector, IsIn: true, cost)), .. others], question.Features.Count);
    }
}

/// <summary>A passage and how much it is like what was looked for.</summary>
internal sealed record ScoredPassage(Passage Passage, double Score);
