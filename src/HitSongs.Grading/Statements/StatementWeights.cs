namespace HitSongs.Grading;

/// <summary>How much each term tells: those of few statements of a question more than those of all.</summary>
internal sealed class StatementWeights
{
    private readonly List<Statement> statements = [];
    private readonly Lazy<double[]> weights;

    public StatementWeights(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        weights = new Lazy<double[]>(Count);
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>Inverse document frequency; by id.</summary>
    public double this[int id] => weights.Value[id];

    /// <summary>Every statement of the question.</summary>
    public IReadOnlyList<Statement> All => statements;

    public Statement Add(string text)
    {
        var statement = Statement.Read(text, Vocabulary);
        statements.Add(statement);
        return statement;
    }

    private double[] Count()
    {
        var counts = new int[Vocabulary.Count];
        foreach (var term in statements.SelectMany(statement => statement.Terms))
        {
            counts[term.Id]++;
        }

        return [.. counts.Select(count => Math.Log(1 + ((statements.Count + 1.0) / (count + 1.0))))];
    }
}
