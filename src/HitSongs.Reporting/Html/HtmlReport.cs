namespace HitSongs.Reporting.Html;

/// <summary>The report: one file that needs nothing else and asks the network for nothing. What runs in it is the harness's own; no text of a submission
/// can.</summary>
public static class HtmlReport
{
    private const string Short = "Printed, it is short: the grade, what to mend, one line a criterion, and the analysis.";

    /// <summary>Writes the page as a string that ends with a new line.</summary>
    public static string Write(Report report)
    {
        var sources = new Sources(report);
        var title = $"{report.Grade.Submission.Name}: {report.Grade.Rubric.Title}";
        return HtmlText
            .Of(
                $"""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="{PageScripts.Policy()}">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>{title}</title>
                {PageScripts.Style()}
                </head>
                <body id="top">
                <a class="skip" href="#main">Skip to the grade</a>
                {HeaderPart.Show(report)}
                <div class="page">
                {NavigationPart.Show(report)}
                <main id="main">
                {GlancePart.Show(report)}
                {report.Grade.Sections.Select(section => SectionPart.Show(report, section, sources))}
                {SongsPart.Show(report)}
                {CopiesPart.Show(report, sources)}
                {ProvenancePart.Show(report)}
                </main>
                </div>
                <footer><p>Written by hitsongs. Grading is a function of the evidence and the rubric; the same two give the same grade.</p>
                <p class="screen" id="print-all">{Short} <a href="#print-all">Open it whole for print</a>, answers and programs included.</p></footer>
                {PageScripts.Show()}
                </body>
                </html>

            """).ToString();
    }
}
