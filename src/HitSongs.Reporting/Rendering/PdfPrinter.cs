using HitSongs.Commands;
using HitSongs.Temporary;

namespace HitSongs.Reporting.Rendering;

/// <summary>Prints a report as a tagged PDF with page numbers, by the Chromium of the system.</summary>
internal static class PdfPrinter
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <returns>Why there is no PDF; null where there is one.</returns>
    public static async Task<string?> PrintAsync(string html, string pdf, CancellationToken cancel)
    {
        using var profile = new TemporaryFolder();
        try
        {
            foreach (var browser in Browsers)
            {
                if (await new SystemCommand(browser, Arguments(html, pdf, profile.Path)) { Limit = Limit }.RunAsync(cancel) is { } result)
                {
                    return result.Succeeded && File.Exists(pdf) ? null : $"{browser} could not print the report (exit code {result.ExitCode})";
                }
            }

            return "Chromium is not installed (Debian: apt-get install chromium)";
        }
        catch (TimeoutException late)
        {
            return late.Message;
        }
    }

    /// <summary>The page numbers are the style sheet's own: Chromium's header would show the file's path.</summary>
    private static string[] Arguments(string html, string pdf, string profile) =>
        [
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            $"--user-data-dir={profile}",
            // Chromium refuses to sandbox itself as root; the page runs nothing of a submission.
            .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
            "--export-tagged-pdf",
            "--generate-pdf-document-outline",
            "--no-pdf-header-footer",
            $"--print-to-pdf={pdf}",
            new Uri(Path.GetFullPath(html)).AbsoluteUri,
        ];
}
