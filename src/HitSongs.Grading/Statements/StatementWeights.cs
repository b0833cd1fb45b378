namespace HitSongs.Grading;

/// <summary>How much each term tells: those of few statements of a question more than those of all.</summary>
internal sealed class StatementWeights
{
    private readonly List<Statement> statements = [];
    private readonly Lazy<double[]> weights;
    private readonly Lazy<double> familiarity;

    public StatementWeights(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        weights = new Lazy<double[]>(Count);
        familiarity = new Lazy<double>(MeasureFamiliarity);
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>Inverse document frequency; by id.</summary>
    public double this[int id] => weights.Value[id];

    /// <summary>Every statement of the question.</summary>
    public IReadOnlyList<Statement> All => statements;

    /// <summary>Share of its terms that a statement has in common with any other, 0 to 1: what an answer to the question can be expected to have.</summary>
    public double Familiarity => familiarity.Value;

    public Statement Add(string text)
    {
        var statement = Statement.Read(text, Vocabulary);
        statements.Add(statement);
        return statement;
    }

    private double[] Count()
    {
        var counts = Occurrences();
        return [.. counts.Select(count => Math.Log(1 + ((statements.Count + 1.0) / (count + 1.0))))];
    }

    private double MeasureFamiliarity()
    {
        var counts = Occurrences();
        return statements.Average(statement => statement.Terms.Count(term => counts[term.Id] > 1) / (double)statement.Terms.Count);
    }

    private int[] Occurrences()
    {
        var counts = new int[Vocabulary.Count];
        foreach (var term in statements.SelectMany(statement => statement.Terms))
        {
            counts[term.Id]++;
        }

        return counts;
    }
}
