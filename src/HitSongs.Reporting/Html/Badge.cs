using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>A status in words, with a colour and a sign beside them.</summary>
internal static class Badge
{
    public static HtmlText Show(Status status) =>
        Show(
            Words.Of(status),
            Css(status),
            status switch
            {
                Status.Passed => "✓",
                Status.Partial => "◐",
                Status.Failed => "✕",
                Status.Blocked => "⊘",
                Status.Error => "!",
                _ => "…",
            }
        );

    /// <summary>Of a common mistake one says whether it was made.</summary>
    public static HtmlText Show(Score score) => (score.Kind, score.Status) switch
    {
        ("misconception", Status.Passed) => Show("Avoided", "passed", "✓"),
        ("misconception", Status.Failed) => Show("Stated", "failed", "✕"),
        // The most common of all, and a sign tells it as fast.
        (_, Status.Passed) => HtmlText.Of($"<span class=\"badge passed sign\"><span class=\"unseen\">Passed</span></span>"),
        _ => Show(score.Status),
    };

    public static HtmlText Show(RunOutcome outcome) => Show(
        Words.Of(outcome),
        outcome switch { RunOutcome.Completed => "passed", RunOutcome.HarnessFault => "error", _ => "failed" },
        outcome == RunOutcome.Completed ? "✓" : "✕");

    public static HtmlText Show(bool holds) => Show(holds ? "Holds" : "Does not hold", holds ? "passed" : "failed", holds ? "✓" : "✕");

    private static HtmlText Show(string words, string css, string sign) =>
        HtmlText.Of($"""<span class="badge {HtmlText.Trusted(css)}"><span aria-hidden="true">{sign}</span> {words}</span>""");

    private static string Css(Status status) => status.ToString().ToLowerInvariant();
}
