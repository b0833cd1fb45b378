namespace HitSongs.Grading;

/// <summary>Statements that say an idea, and statements that use its words and say something else.</summary>
/// <remarks>Both are compared with each sentence of an answer: where it is like both, the nearer one decides.</remarks>
internal sealed class Examples(IReadOnlyList<Statement> right, IReadOnlyList<Statement> wrong, StatementWeights weights)
{
    // Chosen by grading each statement without itself, and the samples for tuning.
    private const double AtPlain = 0.7;
    private const double AtSaid = 0.58;
    private const double AtTouched = 0.42;
    private const double Least = 0.3;
    private const double WorthOfOdds = 0.25;
    private const double AtDenied = 0.85;
    private const double Margin = 0.04;
    private const double MarginOfDenied = 0.2;

    private readonly Lazy<TermWeights> forRight = new(() => new TermWeights(right, wrong, weights, bySupport: true));
    private readonly Lazy<TermOdds> odds = new(() => new TermOdds(right, wrong, weights.All));
    private readonly Lazy<TermOdds> oddsAgainst = new(() => new TermOdds(wrong, right, weights.All));
    private readonly Lazy<TermWeights> forWrong = new(() => new TermWeights(wrong, right, weights, bySupport: false));

    public IReadOnlyList<Statement> Right => right;

    public IReadOnlyList<Statement> Wrong => wrong;

    public Vocabulary Vocabulary => weights.Vocabulary;

    /// <summary>The same with one statement less.</summary>
    public Examples Without(Statement statement) => new([.. right.Where(s => s != statement)], [.. wrong.Where(s => s != statement)], weights);

    /// <summary>What an answer says of the idea.</summary>
    public ExampleFindings Find(AnswerTerms answer)
    {
        var forIt = Weighed(answer, Best(answer, right, forRight.Value, Least), odds.Value);
        var against = Weighed(answer, Best(answer, wrong, forWrong.Value, AtTouched), oddsAgainst.Value);
        var touched = forIt.Where(pair => pair.Value.Share > ShareAt(against, pair.Key) + Margin).ToList();
        var denied = against.Where(pair => pair.Value.Share >= AtDenied && pair.Value.Share > ShareAt(forIt, pair.Key) + MarginOfDenied);
        return new ExampleFindings(Spans(touched.Where(pair => pair.Value.Share >= AtPlain)), Spans(touched.Where(pair => pair.Value.Share >= AtSaid)), Spans(touched), Spans(denied));
    }

    private static Dictionary<int, Likeness> Weighed(AnswerTerms answer, Dictionary<int, Likeness> best, TermOdds odds) => best
        .Select(pair => (Sentence: pair.Key, Likeness: pair.Value with { Share = pair.Value.Share + (WorthOfOdds * odds.Of(answer, pair.Value, pair.Key)) }))
        .Where(pair => pair.Likeness.Share >= AtTouched)
        .ToDictionary(pair => pair.Sentence, pair => pair.Likeness);

    private static double ShareAt(Dictionary<int, Likeness> best, int sentence) => best.TryGetValue(sentence, out var found) ? found.Share : 0;

    private static List<TextSpan> Spans(IEnumerable<KeyValuePair<int, Likeness>> found) =>
        [.. found.OrderBy(pair => pair.Key).Select(pair => new TextSpan(pair.Value.First, pair.Value.Last))];

    private static Dictionary<int, Likeness> Best(AnswerTerms answer, IEnumerable<Statement> statements, TermWeights weights, double least)
    {
        var best = new Dictionary<int, Likeness>();
        foreach (var (sentence, likeness) in statements.SelectMany(statement => Likeness.Find(answer, statement, weights, least)))
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
/// <param name="Plain">It is said beyond doubt.</param>
/// <param name="Said">It is said.</param>
/// <param name="Touched">It is said, or nearly.</param>
/// <param name="Denied">Something else is said with its words.</param>
internal sealed record ExampleFindings(IReadOnlyList<TextSpan> Plain, IReadOnlyList<TextSpan> Said, IReadOnlyList<TextSpan> Touched, IReadOnlyList<TextSpan> Denied)
{
    public static ExampleFindings None { get; } = new([], [], [], []);
}
