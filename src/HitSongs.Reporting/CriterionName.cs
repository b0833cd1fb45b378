using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting;

/// <summary>Display name of a criterion.</summary>
internal static class CriterionName
{
    /// <summary>Its name as a sentence begins; of a misconception, what became of it.</summary>
    public static string Of(Score score) => (score.Kind, score.Status) switch
    {
        ("misconception", Status.Passed) => $"Avoided: {Contradiction(score)}",
        ("misconception", Status.Failed) => $"Stated: {Contradiction(score)}",
        _ => Plain(score),
    };

    /// <summary>The same where a badge beside it tells what became of a misconception.</summary>
    public static string BesideBadge(Score score) =>
        score is { Kind: "misconception", Status: Status.Passed or Status.Failed } ? Words.Sentence(Contradiction(score)) : Plain(score);

    /// <summary>Its name as a sentence begins, whatever became of it.</summary>
    public static string Plain(Score score) => score.Name.Length > 0 ? Words.Sentence(score.Name) : Words.Title(score.Id);

    private static string Contradiction(Score score) => $"a contradiction of \u201c{Plain(score)}\u201d";
}
