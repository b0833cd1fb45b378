using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Rendering;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>The report as a reader's browser shows it.</summary>
internal sealed class BrowserTests : BrowserFixture
{
    [Test]
    public async Task A_chart_becomes_interactive_when_it_comes_into_view_and_keeps_its_size()
    {
        await using var visit = await OpenAsync(Sample);
        var charts = visit.Page.Locator("[data-chart]");
        Assert.That(await charts.CountAsync(), Is.EqualTo(Sample.Charts.Count));
        Assert.That(await visit.Page.Locator("[data-state]").CountAsync(), Is.Zero, "the charts are below the first screen");
        var before = await SizesAsync(charts);

        await visit.ReadToTheEndAsync();

        Assert.That(await visit.Page.Locator("[data-state=interactive]").CountAsync(), Is.EqualTo(Sample.Charts.Count), string.Join('\n', visit.Trouble));
        Assert.That(await SizesAsync(charts), Is.EqualTo(before).Within(0.5f), "half a pixel: sizes on screen are not whole numbers");
    }

    [Test]
    public async Task Pointing_at_a_mark_tells_its_figures_and_Escape_takes_them_away()
    {
        await using var visit = await OpenAsync(Sample);
        await visit.ReadToTheEndAsync();
        var tooltip = visit.Page.Locator(".tooltip");
        var bar = visit.Page.Locator("[data-chart=genres] .mark-rect path").First;

        await bar.ScrollIntoViewIfNeededAsync();
        await bar.HoverAsync();

        await Assertions.Expect(tooltip).ToContainTextAsync("Share of hits: 79.2%");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tooltip).ToBeHiddenAsync();
    }

    [Test]
    public async Task Interactive_charts_keep_their_name_for_screen_readers()
    {
        await using var visit = await OpenAsync(Sample);
        await visit.ReadToTheEndAsync();
        foreach (var chart in Sample.Charts)
        {
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Img, new() { Name = chart.AltText })).ToHaveCountAsync(1);
        }
    }

    [Test]
    public async Task A_quote_leads_to_its_line_and_unfolds_what_it_lies_in()
    {
        await using var visit = await OpenAsync(Sample);
        await visit.Page.Locator("cite a", new() { HasText = "answer.md:7" }).First.ClickAsync();
        var line = visit.Page.Locator("li:target");
        await Assertions.Expect(line).ToContainTextAsync("Gradients *accumulate*");
        await Assertions.Expect(line).ToBeInViewportAsync();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Nothing_is_asked_of_the_network_and_nothing_is_complained_of(bool scripts)
    {
        await using var visit = await OpenAsync(Sample, scripts: scripts);
        if (scripts)
        {
            await visit.ReadToTheEndAsync();
        }

        await Assertions.Expect(visit.Page.Locator(".chart svg")).ToHaveCountAsync(Sample.Charts.Count);
        Assert.That(visit.Trouble, Is.Empty);
    }

    [TestCase("<script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://example.invalid/pixel.png)")]
    [TestCase("</script><script>alert(1)</script><!--<script>")]
    public async Task No_text_of_a_submission_runs_or_loads_anything_or_hinders_the_charts(string text)
    {
        var evidence = Sample.Evidence;
        var profile = evidence.Songs!.Profile with { Genres = [new(text, 10, 5)] };
        evidence = evidence with { Songs = evidence.Songs with { Profile = profile } };
        var charts = SongCharts.Of(evidence);
        var rendered = await ChartRenderer.RenderAsync(charts, Path.Combine(HitSongs.Cli.Workplace.Find().Cache, "charts"), default);
        var report = SampleReport.Create(text, text, text, text) with { Evidence = evidence, Charts = charts, Rendered = rendered };

        await using var visit = await OpenAsync(report);
        await visit.ReadToTheEndAsync();
        await visit.Page.Locator("[data-chart=genres] .mark-rect path").First.HoverAsync();

        Assert.That(visit.Trouble, Is.Empty);
        await Assertions.Expect(visit.Page.Locator("[data-state=interactive]")).ToHaveCountAsync(charts.Count);
        await Assertions.Expect(visit.Page.Locator(".tooltip")).ToContainTextAsync(text[..20]);
    }

    [TestCase(1200)]
    [TestCase(360)]
    public async Task Nothing_moves_while_the_report_is_read(int width)
    {
        await using var visit = await OpenAsync(Sample, width: width);
        await visit.ReadToTheEndAsync();
        var shift = await visit.Page.EvaluateAsync<double>("""
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(sum), 100);
            })
            """);
        // A tenth is what "good" still allows; rounding alone gives less than a hundredth.
        Assert.That(shift, Is.LessThan(0.01));
    }

    [TestCase(320)]
    [TestCase(390)]
    [TestCase(1200)]
    public async Task The_page_never_has_to_be_scrolled_sideways(int width)
    {
        await using var visit = await OpenAsync(Sample, width: width);
        await visit.ReadToTheEndAsync();
        Assert.That(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
    }

    [Test]
    public async Task A_report_of_all_questions_opens_in_a_second_and_lays_out_only_what_is_near()
    {
        var report = SampleReport.OfMany(51) with { Rendered = Charts };
        var html = HtmlReport.Write(report);
        await using var visit = await OpenAsync(report);
        var loaded = await visit.Page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].loadEventEnd");
        var skipped = await visit.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('article')].filter(a => !a.querySelector('h3').checkVisibility({ contentVisibilityAuto: true })).length");
        await TestContext.Progress.WriteLineAsync($"{html.Length / 1000.0:0} kB, loaded after {loaded:0} ms, {skipped} of 51 articles not laid out yet");
        Assert.That(html, Has.Length.LessThan(2_000_000));
        Assert.That(skipped, Is.GreaterThan(40));
        // About 150 ms on an idle machine; the rest is room for a busy one.
        Assert.That(loaded, Is.LessThan(1000));
    }

    private static async Task<float[]> SizesAsync(ILocator charts)
    {
        var sizes = new List<float>();
        foreach (var chart in await charts.AllAsync())
        {
            var box = (await chart.BoundingBoxAsync())!;
            sizes.AddRange([box.Width, box.Height]);
        }

        return [.. sizes];
    }
}
