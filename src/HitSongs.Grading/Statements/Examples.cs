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
    private readonly Lazy<TermOdds> odds = new(() => new TermOdds(right, wrong, weights));
    private readonly Lazy<TermOdds> oddsAgainst = new(() => new TermOdds(wrong, right, weights));
    private readonly Lazy<TermWeights> forWrong = new(() => new TermWeights(wrong, right, weights, bySupport: false));

    public IReadOnlyList<Statement> Right => right;

    public IReadOnlyList<Statement> Wrong => wrong;

    public Vocabulary Vocabulary => weights.Vocabulary;

    /// <summary>The same with one statement less.</summary>
    public Examples Without(Statement statement) => new([.. right.Where(s => s != statement)], [.. wrong.Where(s => s != statement)], weights);

    /// <summary>What an answer says of the idea.</summary>
    public ExampleFindings Find(AnswerTerms answer)
    {
        var forIt = Weighed(answer, Likeness.Best(answer, forRight.Value, Least), odds.Value);
        var against = Weighed(answer, Likeness.Best(answer, forWrong.Value, AtTouched), oddsAgainst.Value);
        var findings = new ExampleFindings([], [], [], []);
        foreach (var (sentence, likeness) in forIt.OrderBy(pair => pair.Key))
        {
            if (likeness.Share > ShareAt(against, sentence) + Margin)
            {
                var span = new TextSpan(likeness.First, likeness.Last);
                findings.Touched.Add(span);
                AddIf(likeness.Share >= AtSaid, findings.Said, span);
                AddIf(likeness.Share >= AtPlain, findings.Plain, span);
            }
        }

        foreach (var (sentence, likeness) in against.OrderBy(pair => pair.Key))
        {
            AddIf(likeness.Share >= AtDenied && likeness.Share > ShareAt(forIt, sentence) + MarginOfDenied, findings.Denied, new TextSpan(likeness.First, likeness.Last));
        }

        return findings;
    }

    private Dictionary<int, Likeness> Weighed(AnswerTerms answer, Dictionary<int, Likeness> best, TermOdds odds)
    {
        var strangeness = answer.StrangenessAt(weights.Familiarity);
        var weighed = new Dictionary<int, Likeness>();
        foreach (var (sentence, likeness) in best)
        {
            var share = likeness.Share + (WorthOfOdds * odds.Of(answer, likeness, sentence)) - strangeness;
            if (share >= AtTouched)
            {
                weighed.Add(sentence, likeness with { Share = share });
            }
        }

        return weighed;
    }

    private static double ShareAt(Dictionary<int, Likeness> best, int sentence) => best.TryGetValue(sentence, out var found) ? found.Share : 0;

    private static void AddIf(bool isFound, List<TextSpan> spans, TextSpan span)
    {
        if (isFound)
        {
            spans.Add(span);
        }
    }
}

/// <summary>Passages of an answer by what they say of an idea, in its order.</summary>
/// <param name="Plain">It is said beyond doubt.</param>
/// <param name="Said">It is said.</param>
/// <param name="Touched">It is said, or nearly.</param>
/// <param name="Denied">Something else is said with its words.</param>
internal sealed record ExampleFindings(List<TextSpan> Plain, List<TextSpan> Said, List<TextSpan> Touched, List<TextSpan> Denied)
{
    public static ExampleFindings None => new([], [], [], []);
}
