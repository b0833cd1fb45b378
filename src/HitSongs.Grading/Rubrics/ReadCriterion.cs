namespace HitSongs.Grading.Rubrics;

/// <summary>A criterion of prose as a second reader is told of it.</summary>
/// <param name="IsMistake">Whether it is a misconception, which an answer should not state.</param>
/// <param name="Name">What an answer may state, in the rubric's words.</param>
/// <param name="Says">A few sentences that state it.</param>
/// <param name="SaysElse">A few that use its words and state something else.</param>
public sealed record ReadCriterion(string Id, bool IsMistake, string Name, IReadOnlyList<string> Says, IReadOnlyList<string> SaysElse)
{
    private const int MostExamples = 3;

    internal static IReadOnlyList<ReadCriterion> AllOf(Question question) =>
        [.. question.Criteria
            .Where(criterion => (criterion.Expected ?? criterion.Mistake) is not null)
            .Select(criterion => new ReadCriterion(
                criterion.Id,
                criterion.Mistake is not null,
                criterion.Name,
                [.. (criterion.Examples?.Right ?? []).Take(MostExamples).Select(statement => statement.Text)],
                [.. (criterion.Examples?.Wrong ?? []).Take(MostExamples).Select(statement => statement.Text)]))];
}
