namespace HitSongs.Grading;

/// <summary>How much more likely each term is in a statement of one side than in any other of the question.</summary>
/// <remarks>A term that is denied is another term: "not needed" speaks for what "needed" speaks against.</remarks>
internal sealed class TermOdds
{
    // Chosen by grading each statement without itself, and the samples for tuning.
    private const double Smoothing = 0.7;
    private const double Prior = 0.1;
    private const double Background = 0.01;
    private const double OfUnseen = -0.1;
    private const double Most = 6;
    private const int Around = 4;

    private readonly double[] odds;

    public TermOdds(IReadOnlyList<Statement> side, IReadOnlyList<Statement> opposed, StatementWeights weights)
    {
        var (own, against) = (Shares(side), Shares(opposed));
        var members = side.ToHashSet(ReferenceEqualityComparer.Instance);
        var others = Shares([.. weights.All.Where(statement => !members.Contains(statement))]);
        odds = new double[2 * weights.Vocabulary.Count];
        Array.Fill(odds, OfUnseen);
        foreach (var key in own.Keys.Union(others.Keys))
        {
            odds[key] = Math.Log(
                ((own.GetValueOrDefault(key) * side.Count) + (Smoothing * Prior)) / (side.Count + Smoothing)
                / (((against.GetValueOrDefault(key) + others.GetValueOrDefault(key)) / 2) + Background));
        }
    }

    /// <summary>For a passage and the few words around it: from −1, where all speaks for another statement, to 1.</summary>
    public double Of(AnswerTerms answer, Likeness passage, int sentence)
    {
        var terms = answer.Terms;
        var sum = 0.0;
        var start = answer.FirstFrom(passage.First - Around);
        while (start < terms.Length && terms[start].Sentence < sentence)
        {
            start++;
        }

        for (var i = start; i < terms.Length && terms[i].Token <= passage.Last + Around && terms[i].Sentence <= sentence + 1; i++)
        {
            // Each term once.
            if (terms[i].Id >= 0 && answer.PreviousOf(i) < start)
            {
                sum += odds[terms[i].Key];
            }
        }

        return Math.Clamp(sum, -Most, Most) / Most;
    }

    private static Dictionary<int, double> Shares(IReadOnlyList<Statement> statements) => statements
        .SelectMany(statement => statement.Terms)
        .GroupBy(term => term.Key)
        .ToDictionary(group => group.Key, group => group.Count() / (double)statements.Count);
}
