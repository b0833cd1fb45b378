using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting;

/// <summary>What a criterion is called where people read its score.</summary>
internal static class CriterionName
{
    /// <param name="name">As the rubric has it; a misconception's says what is so.</param>
    public static string Of(Score score, string? name)
    {
        var told = name is { Length: > 0 } && name != score.Id.Replace('-', ' ') ? char.ToUpperInvariant(name[0]) + name[1..] : Words.Title(score.Id);
        return (score.Kind, score.Status) switch
        {
            ("misconception", Status.Passed) => $"Avoided: the opposite of \u201c{told}\u201d",
            ("misconception", Status.Failed) => $"Stated: the opposite of \u201c{told}\u201d",
            _ => told,
        };
    }
}
