namespace HitSongs.Grading;

/// <summary>What each term tells of an idea, for the statements of one side.</summary>
internal sealed class TermWeights
{
    // Chosen by grading each statement without itself, and the samples for tuning.
    private const double InOne = 0.15;
    private const double InTwo = 0.7;
    private const double OfOpposed = 0.25;
    private const double OfOthers = 0.07;

    private readonly Dictionary<int, double> own = [];
    private readonly HashSet<int> others = [];
    private readonly StatementWeights weights;

    /// <param name="statements">Of this side.</param>
    /// <param name="opposed">Of the other side.</param>
    /// <param name="bySupport">Whether a term counts more where several statements have it: then what only one has is its wording.</param>
    public TermWeights(IReadOnlyList<Statement> statements, IReadOnlyList<Statement> opposed, StatementWeights weights, bool bySupport)
    {
        this.weights = weights;
        foreach (var group in statements.SelectMany(statement => statement.Terms).GroupBy(term => term.Id))
        {
            var support = !bySupport ? 1 : group.Count() switch { 1 => InOne, 2 => InTwo, _ => 1 };
            own.Add(group.Key, support * weights[group.Key]);
        }

        others.UnionWith(opposed.SelectMany(statement => statement.Terms).Select(term => term.Id).Where(id => !own.ContainsKey(id)));
    }

    public Vocabulary Vocabulary => weights.Vocabulary;

    /// <summary>For a term of one of the statements.</summary>
    public double this[int id] => own[id];

    /// <summary>How much a term speaks for another statement than one of these.</summary>
    public double Foreign(int id) => id < 0 || own.ContainsKey(id) ? 0 : (others.Contains(id) ? OfOpposed : OfOthers) * weights[id];
}
