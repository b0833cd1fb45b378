namespace HitSongs.Grading.Statements;

/// <summary>Every statement of a question, and what its answers are compared by.</summary>
/// <remarks>Grows while the question is read, and only then.</remarks>
internal sealed class QuestionStatements
{
    private readonly List<Statement> statements = [];
    private readonly Lazy<FeatureSpace> features;
    private readonly Lazy<IReadOnlyList<FeatureVector>> vectors;
    private readonly Lazy<StatementIndex> index;
    private readonly Lazy<double[][]> products;

    public QuestionStatements(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        features = new Lazy<FeatureSpace>(() => new FeatureSpace(statements));
        vectors = new Lazy<IReadOnlyList<FeatureVector>>(() => [.. statements.Select(statement => Features.Read(statement.Terms)), FeatureVector.Empty]);
        index = new Lazy<StatementIndex>(() => new StatementIndex(Vectors, Features.Count));
        products = new Lazy<double[][]>(() => [.. Vectors.Select(Index.CosinesWith)]);
    }

    public Vocabulary Vocabulary { get; }

    public FeatureSpace Features => features.Value;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Statement> All => statements;

    /// <summary>Of all statements, and then of a text without any known word.</summary>
    public IReadOnlyList<FeatureVector> Vectors => vectors.Value;

    /// <summary>For each of <see cref="Vectors"/> its products with all of them: as many as their square.</summary>
    public double[][] Products => products.Value;

    /// <summary>Finds how like each of <see cref="Vectors"/> is to a passage.</summary>
    public StatementIndex Index => index.Value;

    public Statement Add(string text)
    {
        var statement = Statement.Read(text, Vocabulary);
        statements.Add(statement);
        return statement;
    }
}
