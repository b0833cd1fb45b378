using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>Passages that stand in two texts, side by side, for a person to judge.</summary>
internal static class CopiesPart
{
    private const int Shown = 50;
    private const int ShownOfAPassage = 600;

    private static readonly Table Passages = new("Passages that stand in two texts", ["Answer", "Passage", "Other text", "Passage there", "Words"], [4]);

    public static bool HasContent(Report report) => report.Grade.Copies.Count > 0;

    public static HtmlText Show(Report report, Sources sources) =>
        HtmlText.When(
            HasContent(report),
            HtmlText.Of(
                $"""
                <section id="copies" aria-labelledby="copies-title">
                <h2 id="copies-title">Shared passages</h2>
                <p>A person judges these: no points were taken for them. Words of the prompt are not read when an answer is graded.</p>
                {Passages.Show(report.Grade.Copies.Take(Shown).Select(finding => Row(finding, sources)))}
                {HtmlText.When(
                    report.Grade.Copies.Count > Shown,
                    HtmlText.Of($"<p class=\"note\">The first {Shown} of {report.Grade.Copies.Count:N0} are shown; grade.json has all.</p>")
                )}
                </section>
                """
            )
        );

    private static HtmlText[] Row(CopyFinding finding, Sources sources) =>
    [
        sources.Link(finding.File, finding.Line),
        Passage(finding.Passage),
        sources.Link(finding.Source, finding.SourceLine),
        Passage(finding.SourcePassage),
        HtmlText.Of($"{finding.Words:N0}"),
    ];

    private static HtmlText Passage(string text) => HtmlText.Of($"<q>{Capped.Of(text, ShownOfAPassage).Text}</q>");
}
