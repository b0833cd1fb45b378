using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace HitSongs.Cli.Reporting;

/// <summary>The report: one file that needs nothing else, runs nothing and asks the network for nothing.</summary>
public static class HtmlReport
{
    private static readonly string Css = ReadCss();

    /// <summary>Writes the page as a string that ends with a new line.</summary>
    public static string Write(Report report)
    {
        var sources = new Sources(report);
        var title = $"{report.Grade.Submission.Name}: {report.Grade.Rubric.Title}";
        return Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Html.Trusted(CssHash())}'; img-src data:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{title}</title>
            <style>{Html.Trusted(Css)}</style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the grade</a>
            {HeaderPart.Show(report)}
            <div class="page">
            {NavigationPart.Show(report)}
            <main id="main">
            {GlancePart.Show(report)}
            {report.Grade.Sections.Select(section => SectionPart.Show(report, section, sources))}
            {SongsPart.Show(report)}
            {ProvenancePart.Show(report)}
            </main>
            </div>
            <footer><p>Written by hitsongs. Grading is a function of the evidence and the rubric; the same two give the same grade.</p></footer>
            </body>
            </html>

            """).ToString();
    }

    private static string CssHash() => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)));

    private static string ReadCss()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        // The hash in the page's policy is over these very bytes.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
