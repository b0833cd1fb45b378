namespace HitSongs.Grading;

/// <summary>Every statement of a question, and what its answers are compared by.</summary>
/// <remarks>Grows while the question is read, and only then.</remarks>
internal sealed class QuestionStatements
{
    private readonly List<Statement> statements = [];
    private readonly Lazy<FeatureSpace> features;
    private readonly Lazy<IReadOnlyList<(Statement, FeatureVector)>> vectors;

    public QuestionStatements(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        features = new Lazy<FeatureSpace>(() => new FeatureSpace(statements));
        vectors = new Lazy<IReadOnlyList<(Statement, FeatureVector)>>(() => statements.ConvertAll(statement => (statement, Features.Read(statement.Terms))));
    }

    public Vocabulary Vocabulary { get; }

    public FeatureSpace Features => features.Value;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<(Statement Statement, FeatureVector Vector)> All => vectors.Value;

    public Statement Add(string text)
    {
        var statement = Statement.Read(text, Vocabulary);
        statements.Add(statement);
        return statement;
    }
}
