namespace HitSongs.Grading;

/// <summary>Statements that say an idea, and statements that use its words and say something else.</summary>
/// <remarks>Both are compared with each sentence of an answer: where it is like both, the nearer one decides.</remarks>
internal sealed class Examples(IReadOnlyList<Statement> right, IReadOnlyList<Statement> wrong, StatementWeights weights)
{
    private static double AtSaid => Knobs.Said;
    private static double AtTouched => Knobs.Touched;
    private static double AtDenied => Knobs.DeniedAt;
    private static double Margin => Knobs.Margin;

    private readonly Lazy<TermWeights> forRight = new(() => new TermWeights(right, wrong, weights, bySupport: true));
    private readonly Lazy<TermWeights> forWrong = new(() => new TermWeights(wrong, right, weights, bySupport: false));

    public IReadOnlyList<Statement> Right => right;

    public IReadOnlyList<Statement> Wrong => wrong;

    public Vocabulary Vocabulary => weights.Vocabulary;

    /// <summary>The same with one statement less.</summary>
    public Examples Without(Statement statement) => new([.. right.Where(s => s != statement)], [.. wrong.Where(s => s != statement)], weights);

    /// <summary>What an answer says of the idea.</summary>
    public ExampleFindings Find(AnswerTerms answer)
    {
        var forIt = Best(answer, right, forRight.Value);
        var against = Best(answer, wrong, forWrong.Value);
        var touched = forIt.Where(pair => pair.Value.Share > ShareAt(against, pair.Key) + Margin).ToList();
        var denied = against.Where(pair => pair.Value.Share >= AtDenied && pair.Value.Share > ShareAt(forIt, pair.Key) + Knobs.MarginD);
        return new ExampleFindings(Spans(touched.Where(pair => pair.Value.Share >= AtSaid)), Spans(touched), Spans(denied));
    }

    private static double ShareAt(Dictionary<int, Likeness> best, int sentence) => best.TryGetValue(sentence, out var found) ? found.Share : 0;

    private static List<TextSpan> Spans(IEnumerable<KeyValuePair<int, Likeness>> found) =>
        [.. found.OrderBy(pair => pair.Key).Select(pair => new TextSpan(pair.Value.First, pair.Value.Last))];

    private static Dictionary<int, Likeness> Best(AnswerTerms answer, IEnumerable<Statement> statements, TermWeights weights)
    {
        var best = new Dictionary<int, Likeness>();
        foreach (var (sentence, likeness) in statements.SelectMany(statement => Likeness.Find(answer, statement, weights, AtTouched)))
        {
            if (!best.TryGetValue(sentence, out var known) || likeness.Share > known.Share)
            {
                best[sentence] = likeness;
            }
        }

        return best;
    }
}

/// <summary>Passages of an answer by what they say of an idea, in its order.</summary>
/// <param name="Said">It is said.</param>
/// <param name="Touched">It is said, or nearly.</param>
/// <param name="Denied">Something else is said with its words.</param>
internal sealed record ExampleFindings(IReadOnlyList<TextSpan> Said, IReadOnlyList<TextSpan> Touched, IReadOnlyList<TextSpan> Denied)
{
    public static ExampleFindings None { get; } = new([], [], []);
}
