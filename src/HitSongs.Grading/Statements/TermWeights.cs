namespace HitSongs.Grading;

/// <summary>What each term tells of an idea, for the statements of one side.</summary>
internal sealed class TermWeights
{
    // Chosen by grading each statement without itself, and the samples for tuning.
    private const double InOne = 0.15;
    private const double InTwo = 0.7;
    private const double OfOpposed = 0.25;
    private const double OfOthers = 0.07;

    private readonly double[] foreign;

    /// <param name="statements">Of this side.</param>
    /// <param name="opposed">Of the other side.</param>
    /// <param name="bySupport">Whether a term counts more where several statements have it: then what only one has is its wording.</param>
    public TermWeights(IReadOnlyList<Statement> statements, IReadOnlyList<Statement> opposed, StatementWeights weights, bool bySupport)
    {
        var own = new Dictionary<int, double>();
        foreach (var group in statements.SelectMany(statement => statement.Terms).GroupBy(term => term.Id))
        {
            var support = !bySupport ? 1 : group.Count() switch { 1 => InOne, 2 => InTwo, _ => 1 };
            own.Add(group.Key, support * weights[group.Key]);
        }

        var others = opposed.SelectMany(statement => statement.Terms).Select(term => term.Id).ToHashSet();
        foreign = new double[weights.Vocabulary.Count];
        for (var id = 0; id < foreign.Length; id++)
        {
            foreign[id] = own.ContainsKey(id) ? 0 : (others.Contains(id) ? OfOpposed : OfOthers) * weights[id];
        }

        Statements = [.. statements.Select(statement => new WeighedStatement(statement, own, weights.Vocabulary))];
    }

    /// <summary>Those of this side.</summary>
    public IReadOnlyList<WeighedStatement> Statements { get; }

    /// <summary>For each place of an answer how much all terms before it speak for other statements than these.</summary>
    public double[] ForeignUpTo(Term[] terms)
    {
        var sums = new double[terms.Length + 1];
        for (var i = 0; i < terms.Length; i++)
        {
            sums[i + 1] = sums[i] + (terms[i].Id < 0 ? 0 : foreign[terms[i].Id]);
        }

        return sums;
    }
}
