using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Statements;

/// <summary>Statements that say an idea, and statements that use its words and say something else.</summary>
/// <remarks>What tells the first from the second, and from all statements of the question's other criteria, is learnt from them.</remarks>
internal sealed class Examples
{
    // Chosen with statements and marked answers that different people wrote.
    private const double Cost = 3;
    private const double CostOfOthers = 0.3;

    private readonly QuestionStatements question;
    private readonly IReadOnlySet<Statement> left;
    private readonly Lazy<LinearSvm> svm;
    private readonly Lazy<List<int>> wrongPlaces;

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
        svm = new Lazy<LinearSvm>(Learn);
        wrongPlaces = new Lazy<List<int>>(() => PlacesOf(Wrong.ToHashSet()));
    }

    public IReadOnlyList<Statement> Right { get; }

    public IReadOnlyList<Statement> Wrong { get; }

    public QuestionStatements Question => question;

    /// <summary>The same with fewer statements.</summary>
    public Examples Without(IReadOnlySet<Statement> statements) => new(Right, Wrong, question, statements);

    /// <summary>For each sentence the passage that most likely says the idea, in the answer's order, with the score of <see cref="LinearSvm.Score"/>.</summary>
    public IReadOnlyList<ScoredPassage> Saying(AnswerPassages answer) => [.. answer.Sentences.Select(sentence => BestOf(sentence, svm.Value))];

    /// <summary>For each sentence the cosine of the angle between it and the counterexample that it is most like, at most 1.</summary>
    public IReadOnlyList<ScoredPassage> Contradicting(AnswerPassages answer) =>
        Wrong.Count == 0
            ? []
            :
            [
                .. answer.Sentences.Select(sentence => new ScoredPassage(
                    sentence.Sentence,
                    sentence.Passages[0].Span,
                    wrongPlaces.Value.Max(place => sentence.Cosines[place])
                )),
            ];

    private static ScoredPassage BestOf(SentencePassages sentence, LinearSvm svm)
    {
        var (best, score) = (sentence.Passages[0], double.NegativeInfinity);
        foreach (var passage in sentence.Passages)
        {
            var found = svm.Score(passage.Vector);
            (best, score) = found > score ? (passage, found) : (best, score);
        }

        return new ScoredPassage(sentence.Sentence, best.Span, score);
    }

    private List<int> PlacesOf(HashSet<Statement> statements) =>
        [.. question.All.Index().Where(pair => statements.Contains(pair.Item)).Select(pair => pair.Index)];

    // Both sides weigh the same together. A text without any known word is one more example of what says nothing.
    private LinearSvm Learn()
    {
        var (isRight, isWrong) = (Right.ToHashSet(), Wrong.ToHashSet());
        LinearSvm.Role RoleOf(Statement statement) =>
            left.Contains(statement) ? new(-1, 0) : new(isRight.Contains(statement) ? 1 : -1, Cost * (isWrong.Contains(statement) ? 1 : CostOfOthers));

        LinearSvm.Role[] roles = [.. question.All.Select(RoleOf), new(-1, Cost * Right.Count)];
        var cost = roles.Where(role => role.Side < 0).Sum(role => role.Cost) / Right.Count;
        roles = Array.ConvertAll(roles, role => role.Side > 0 ? role with { Cost = cost } : role);
        return new LinearSvm(question.Products, roles, question.Vectors, question.Features.Count);
    }
}

/// <summary>A passage and how much it is like what was looked for.</summary>
/// <param name="Sentence">Index of the sentence that it is of.</param>
internal sealed record ScoredPassage(int Sentence, TextSpan Span, double Score);
