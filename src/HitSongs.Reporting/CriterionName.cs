using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting;

/// <summary>What a criterion is called where people read its score.</summary>
internal static class CriterionName
{
    /// <summary>Its name as a sentence begins; of a misconception, what became of it.</summary>
    public static string Of(Score score)
    {
        var told = Plain(score);
        return (score.Kind, score.Status) switch
        {
            ("misconception", Status.Passed) => $"Avoided: the opposite of \u201c{told}\u201d",
            ("misconception", Status.Failed) => $"Stated: the opposite of \u201c{told}\u201d",
            _ => told,
        };
    }

    /// <summary>Its name as a sentence begins, whatever became of it.</summary>
    public static string Plain(Score score) => score.Name.Length > 0 ? Words.Sentence(score.Name) : Words.Title(score.Id);
}
