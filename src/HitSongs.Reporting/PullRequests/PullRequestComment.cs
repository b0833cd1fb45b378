using HitSongs.Reporting.Exports;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.PullRequests;

/// <summary>Comment on a pull request with its grade.</summary>
internal static class PullRequestComment
{
    /// <summary>Marker by which the comment is found again.</summary>
    public const string Mark = "<!-- hitsongs: grade of this pull request -->";

    private const string Foreign = "**This was graded by another rubric than this repository's.**\n\n";

    /// <summary>GitHub takes 65,536 characters.</summary>
    private const int MaxCharacters = 60_000;

    /// <param name="graded">Null where the run left no grade.</param>
    /// <param name="refusal">Why not, in words of our own.</param>
    /// <param name="rubric">The hash of the repository's own rubric.</param>
    /// <param name="head">The commit that was graded.</param>
    public static string Write(Graded? graded, string? refusal, string rubric, string head)
    {
        var body = graded is null
            ? $"### No grade\n\nThe run of `{head}` left none that can be read: {refusal}.\n"
            : (graded.Grade.Rubric.Sha256 == rubric ? "" : Foreign) + MarkdownSummary.Write([graded]);
        var shown = Capped.Of(body, MaxCharacters);
        return $"{Mark}\n{shown.Text}{(shown.Note is null ? "" : "\n\n" + shown.Note)}\n---\n"
            + $"Commit `{head}`. **Advisory**: a pull request controls the workflow that computed this. "
            + "The score of record is made by the evaluator, see docs/forks.md.\n";
    }

    /// <summary>The check's title: the points in a few words.</summary>
    public static string Title(Graded? graded) => graded is null
        ? "no grade"
        : $"{Numbers.Points(graded.Grade.Points)} of {Numbers.Points(graded.Grade.MaxPoints)} points (advisory)";
}
