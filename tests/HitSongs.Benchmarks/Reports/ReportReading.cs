using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HitSongs.Benchmarks.Reports;

/// <summary>How long a reader waits for a report of all questions, and how smoothly it scrolls, in the system's Chromium.</summary>
internal static partial class ReportReading
{
    private const int Questions = 51;
    private const int Visits = 5;
    private const double LongestWait = 1000;

    /// <summary>Scrolls from top to bottom, 60 pixels a frame as a wheel does, and gives back how long each frame took.</summary>
    private const string Scroll = """
        () => new Promise(done => {
          const frames = [];
          let before = performance.now();
          requestAnimationFrame(function step(now) {
            frames.push(now - before);
            before = now;
            const y = scrollY;
            scrollBy(0, 60);
            scrollY > y && frames.length < 3000 ? requestAnimationFrame(step) : done(frames.slice(1));
          });
        })
        """;

    /// <param name="report">A report.html; its questions are repeated until there are as many as a whole evaluation has.</param>
    /// <returns>1 where opening takes longer than a second.</returns>
    public static async Task<int> RunAsync(string report)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("report-reading-").FullName, "report.html");
        try
        {
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                ChromiumSandbox = false, // the page is one's own, and in a container the sandbox has no rights to start
                Args = ["--disable-gpu"],
            });
            await PageMeasures.TellAsync(browser, report);
            await File.WriteAllTextAsync(file, Repeated(await File.ReadAllTextAsync(report)));
            var waits = new List<double>();
            for (var visit = 0; visit < Visits; visit++)
            {
                waits.Add(await OpenAsync(browser, file));
            }

            var wait = waits.Order().ElementAt(Visits / 2);
            Console.WriteLine($"{new FileInfo(file).Length / 1e6:0.0} MB, {Questions} questions");
            Console.WriteLine($"opened after {wait:0} ms (median of {Visits}; {waits.Min():0} to {waits.Max():0})");
            Console.WriteLine(await ScrollAsync(browser, file));
            return wait <= LongestWait ? 0 : 1;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static string Repeated(string html)
    {
        var articles = Article().Matches(html);
        return articles.Count == 0
            ? html
            : html.Insert(
                articles[^1].Index + articles[^1].Length,
                string.Concat(Enumerable.Range(articles.Count, Math.Max(0, Questions - articles.Count)).Select(i => articles[i % articles.Count].Value))
            );
    }

    private static async Task<double> OpenAsync(IBrowser browser, string file)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        var wait = await page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].loadEventEnd");
        await page.CloseAsync();
        return wait;
    }

    private static async Task<string> ScrollAsync(IBrowser browser, string file)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        var frames = (await page.EvaluateAsync<double[]>(Scroll)).Order().ToArray();
        return $"{frames.Length} frames of 60 pixels: median {frames[frames.Length / 2]:0.0} ms, 95 % within {frames[(int)(0.95 * frames.Length)]:0.0} ms, "
            + $"longest {frames[^1]:0.0} ms";
    }

    [GeneratedRegex("<article .*?</article>", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Article();
}
