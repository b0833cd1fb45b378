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

    private readonly Dictionary<int, double> odds;

    public TermOdds(IReadOnlyList<Statement> side, IReadOnlyList<Statement> opposed, IReadOnlyList<Statement> all)
    {
        var (own, against) = (Shares(side), Shares(opposed));
        var members = side.ToHashSet(ReferenceEqualityComparer.Instance);
        var others = Shares([.. all.Where(statement => !members.Contains(statement))]);
        odds = own.Keys.Union(others.Keys).ToDictionary(key => key, key => Math.Log(
            ((own.GetValueOrDefault(key) * side.Count) + (Smoothing * Prior)) / (side.Count + Smoothing)
            / (((against.GetValueOrDefault(key) + others.GetValueOrDefault(key)) / 2) + Background)));
    }

    /// <summary>For a passage and the few words around it: from −1, where all speaks for another statement, to 1.</summary>
    public double Of(AnswerTerms answer, Likeness passage, int sentence)
    {
        var sum = 0.0;
        var seen = new HashSet<int>();
        for (var i = answer.FirstFrom(passage.First - Around); i < answer.Terms.Count && answer.Terms[i].Token <= passage.Last + Around; i++)
        {
            var term = answer.Terms[i];
            if (term.Id >= 0 && term.Sentence >= sentence && term.Sentence <= sentence + 1 && seen.Add(Key(term)))
            {
                sum += odds.GetValueOrDefault(Key(term), OfUnseen);
            }
        }

        return Math.Clamp(sum, -Most, Most) / Most;
    }

    private static Dictionary<int, double> Shares(IReadOnlyList<Statement> statements) => statements
        .SelectMany(statement => statement.Terms)
        .GroupBy(Key)
        .ToDictionary(group => group.Key, group => group.Count() / (double)statements.Count);

    private static int Key(Term term) => (term.Id * 2) + (term.IsDenied ? 1 : 0);
}
