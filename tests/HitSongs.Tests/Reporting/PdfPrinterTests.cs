using System.Text;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Rendering;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

[NonParallelizable]
internal sealed class PdfPrinterTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pdf-tests-").FullName;

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_report_becomes_a_tagged_document()
    {
        var (html, pdf) = (Path.Combine(_folder, "a report.html"), Path.Combine(_folder, "a report.pdf"));
        await File.WriteAllTextAsync(html, HtmlReport.Write(SampleReport.Create()));
        if (await PdfPrinter.PrintAsync(html, pdf, default) is { } problem)
        {
            Assert.That(problem, Does.Contain("Chromium is not installed"));
            Assert.Ignore(problem);
        }

        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf));
        Assert.That(text, Does.StartWith("%PDF-").And.Contain("/StructTreeRoot").And.Contain("/Lang"));
    }

    [Test]
    public async Task Without_Chromium_the_reason_says_how_to_get_it()
    {
        var before = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", _folder);
        try
        {
            Assert.That(
                await PdfPrinter.PrintAsync("none.html", Path.Combine(_folder, "none.pdf"), default),
                Is.EqualTo("Chromium is not installed (Debian: apt-get install chromium)")
            );
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", before);
        }
    }
}
