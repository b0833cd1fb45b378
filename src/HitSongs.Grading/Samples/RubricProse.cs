using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Samples;

/// <summary>The sentences that a rubric itself is written in.</summary>
public static class RubricProse
{
    /// <summary>Prompts, examples and counterexamples, in the order of the rubric.</summary>
    public static IEnumerable<string> Of(Rubric rubric) =>
        rubric.Questions.SelectMany(question => question.Criteria.SelectMany(StatementReview.TextsOf).Prepend(question.Prompt));
}
