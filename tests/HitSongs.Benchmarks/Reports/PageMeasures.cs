using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HitSongs.Benchmarks.Reports;

/// <summary>How large a report is: its file, its height on a screen and on a phone, its pages on paper.</summary>
internal static partial class PageMeasures
{
    private static readonly int[] Widths = [1280, 375];

    public static async Task TellAsync(IBrowser browser, string report)
    {
        var address = new Uri(Path.GetFullPath(report)).AbsoluteUri;
        Console.WriteLine($"{report}: {new FileInfo(report).Length / 1e6:0.00} MB");
        foreach (var width in Widths)
        {
            var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
            await page.GotoAsync(address);
            // What is far away counts as long as it is guessed to be, until it is laid out.
            await page.EvaluateAsync("() => document.querySelectorAll('article').forEach(article => article.style.contentVisibility = 'visible')");
            Console.WriteLine($"{await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"):N0} pixels high at {width}");
            await page.CloseAsync();
        }

        Console.WriteLine($"{await PagesAsync(browser, address)} pages printed, {await PagesAsync(browser, address + "#print-all")} with all that is folded");
    }

    private static async Task<int> PagesAsync(IBrowser browser, string address)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(address);
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        await page.CloseAsync();
        return OnePage().Count(pdf);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OnePage();
}
