namespace HitSongs.Grading;

/// <summary>Every statement of a question, and what its answers are compared by.</summary>
/// <remarks>Grows while the question is read, and only then.</remarks>
internal sealed class QuestionStatements
{
    private readonly List<Statement> statements = [];
    private readonly Lazy<FeatureSpace> features;
    private readonly Lazy<IReadOnlyList<(Statement, FeatureVector)>> vectors;
    private readonly Lazy<StatementIndex> index;

    public QuestionStatements(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        features = new Lazy<FeatureSpace>(() => new FeatureSpace(statements));
        vectors = new Lazy<IReadOnlyList<(Statement, FeatureVector)>>(() => statements.ConvertAll(statement => (statement, Features.Read(statement.Terms))));
        index = new Lazy<StatementIndex>(() => new StatementIndex(All.Select(pair => pair.Vector), Features.Count));
    }

    public Vocabulary Vocabulary { get; }

    public FeatureSpace Features => features.Value;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<(Statement Statement, FeatureVector Vector)> All => vectors.Value;

    /// <summary>Finds how like each of <see cref="All"/> is to a passage.</summary>
    public StatementIndex Index => index.Value;

    public Statement Add(string text)
    {
        var statement = Statement.Read(text, Vocabulary);
        statements.Add(statement);
        return statement;
    }
}
