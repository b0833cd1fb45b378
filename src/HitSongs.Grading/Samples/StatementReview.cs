using HitSongs.Grading.Criteria;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Statements;

namespace HitSongs.Grading.Samples;

/// <summary>A rubric's grading of one of its own statements while that is held out.</summary>
/// <param name="Criterion">Whose statement it is.</param>
/// <param name="IsRight">Whether it is one of the criterion's `examples`.</param>
/// <param name="Share">Of the criterion's points that it earned, 0 to 1; for a misconception, 1 where the mistake was found.</param>
public sealed record StatementReview(Question Question, Criterion Criterion, string Text, bool IsRight, double Share)
{
    private const int Tenths = 10;

    /// <summary>Whether an example earned something, and a counterexample did not earn it all.</summary>
    public bool IsGradedRightly => IsRight ? Share > 0 : Share < 0.5;

    /// <summary>Grades every statement of a question as an answer, by its criterion without a tenth of its statements, this one among them.</summary>
    public static IEnumerable<StatementReview> InTenths(Question question)
    {
        foreach (var criterion in question.LearntCriteria)
        {
            var statements = StatementsOf(criterion).ToList();
            for (var tenth = 0; tenth < Tenths; tenth++)
            {
                var held = statements.Where((_, i) => i % Tenths == tenth).ToList();
                var without = question with { Criteria = [Without(criterion, held.Select(pair => pair.Statement).ToHashSet())], Weights = null };
                foreach (var (statement, isRight) in held)
                {
                    var score = ProseMarks.Of(without, statement.Text)[0];
                    var share = criterion is MisconceptionCriterion ? (score.Status == Status.Failed ? 1 : 0) : score.Points / score.MaxPoints;
                    yield return new StatementReview(question, criterion, statement.Text, isRight, share);
                }
            }
        }
    }

    private static IEnumerable<(Statement Statement, bool IsRight)> StatementsOf(Criterion criterion) =>
        criterion.Examples is { } examples ? [.. examples.Right.Select(s => (s, true)), .. examples.Wrong.Select(s => (s, false))] : [];

    private static Criterion Without(Criterion criterion, HashSet<Statement> statements)
    {
        var examples = criterion.Examples!;
        var others = examples.Without(statements);
        return criterion switch
        {
            ConceptCriterion concept => concept with { Idea = concept.Idea with { Examples = others } },
            MisconceptionCriterion misconception => misconception with { Idea = misconception.Idea with { Examples = others } },
            _ => criterion,
        };
    }
}
