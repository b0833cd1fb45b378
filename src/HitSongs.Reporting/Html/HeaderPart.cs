using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>Whose grade this is, and what it is.</summary>
internal static class HeaderPart
{
    public static HtmlText Show(Report report)
    {
        var grade = report.Grade;
        var share = Bar.Share(grade.Points, grade.MaxPoints);
        return HtmlText.Of($"""
            <header>
            {HtmlText.When(report.Synthetic, SyntheticBanner())}
            <div class="title">
            <div>
            <p class="kicker">{grade.Rubric.Title}</p>
            <h1>{grade.Submission.Name}</h1>
            <p class="muted">{Commit(grade.Submission.Commit)}{Words.Time(report.Run.Started)}</p>
            </div>
            <div class="result {HtmlText.Trusted(grade.Passed ? "passed" : "failed")}">
            <p class="verdict">{(grade.Passed ? "Passed" : "Not passed")}</p>
            <p class="points"><strong>{Numbers.Points(grade.Points)}</strong> of {Numbers.Points(grade.MaxPoints)} points</p>
            <p class="muted">{share:P0}; {grade.PassMark:P0} passes</p>
            </div>
            </div>
            {Waiting(grade.UngradedPoints)}
            </header>
            """);
    }

    private static HtmlText SyntheticBanner()
    {
        const string warning = "The songs were made by a program. No figure about songs here says anything about real ones.";
        return HtmlText.Of($"""<p class="banner" role="note"><strong>SYNTHETIC DATA</strong> {warning}</p>""");
    }

    private static HtmlText Commit(string? commit) =>
        HtmlText.When(commit is not null, HtmlText.Of($"Commit <code>{commit?[..Math.Min(12, commit.Length)]}</code>, "));

    private static HtmlText Waiting(double points) =>
        HtmlText.When(
            points > 0,
            HtmlText.Of($"<p class=\"waiting\">{Numbers.Points(points)} points wait for a person: they are in the total, not yet in the score.</p>")
        );
}
