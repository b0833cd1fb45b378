using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Html;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>The report as a reader's browser shows it.</summary>
internal sealed class BrowserTests : BrowserFixture
{
    [Test]
    public async Task Pointing_at_a_mark_tells_its_figures_and_Escape_takes_them_away()
    {
        await using var visit = await OpenAsync(Sample);
        var tooltip = visit.Page.Locator(".tooltip");
        var bar = visit.Page.Locator("figure[id='chart/genres'] .marks rect").First;

        await bar.ScrollIntoViewIfNeededAsync();
        await bar.HoverAsync();

        await Assertions.Expect(tooltip).ToContainTextAsync("rock: 190 of 240 songs are hits (79.2 %");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tooltip).ToBeHiddenAsync();
    }

    [Test]
    public async Task The_arrow_keys_tell_the_marks_of_a_chart_one_after_the_other_and_around()
    {
        await using var visit = await OpenAsync(Sample);
        var (chart, tooltip) = (visit.Page.Locator("figure[id='chart/features'] .chart"), visit.Page.Locator(".tooltip"));
        await chart.FocusAsync();
        (string Key, string Told)[] steps =
        [
            ("ArrowRight", "danceability, hits: median 0.66"),
            ("ArrowDown", "danceability, others"),
            ("ArrowLeft", "danceability, hits: median 0.66"),
            ("ArrowLeft", "duration (ms), others"), // before the first comes the last
        ];
        foreach (var (key, told) in steps)
        {
            await visit.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(tooltip).ToContainTextAsync(told); // waits for the browser to have drawn it
        }
    }

    [Test]
    public async Task Charts_have_a_name_for_screen_readers_and_without_scripts_their_marks_tell_themselves()
    {
        await using var visit = await OpenAsync(Sample, scripts: false);
        foreach (var chart in Sample.Charts)
        {
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Img, new() { Name = chart.Title })).ToHaveCountAsync(1);
        }

        Assert.That(await visit.Page.Locator(".marks title").CountAsync(), Is.GreaterThan(50));
    }

    [TestCase(1280)]
    [TestCase(375)]
    public async Task No_label_of_a_chart_touches_another_or_leaves_the_picture(int width)
    {
        await using var visit = await OpenAsync(PageState.Of(PageState.Half, Drawn), width: width);
        await visit.ReadToTheEndAsync();
        var collisions = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.chart svg')].filter(svg => svg.checkVisibility()).flatMap(svg => {
              const frame = svg.getBoundingClientRect();
              const boxes = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim()).map(text => [text, text.getBoundingClientRect()]);
              // A slanted name's box is larger than its letters: those are looked at for the frame alone.
              const upright = boxes.filter(([text]) => !(text.getAttribute('transform') ?? '').includes('rotate'));
              const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 2 || b.bottom <= a.top + 2;
              return [
                ...boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([text]) => `${svg.querySelector('title').id}: ${text.textContent} leaves the picture`),
                ...upright.flatMap(([a, boxA], i) => upright.slice(i + 1).filter(([, boxB]) => !apart(boxA, boxB)).map(([b]) => `${svg.querySelector('title').id}: ${a.textContent} touches ${b.textContent}`)),
              ];
            })
            """);
        Assert.That(collisions, Is.Empty);
    }

    [Test]
    public async Task On_a_phone_the_letters_of_charts_can_be_read_and_no_table_is_cut_by_a_fraction_of_a_pixel()
    {
        await using var visit = await OpenAsync(PageState.Of(PageState.Half, Drawn), width: 375);
        await visit.ReadToTheEndAsync();
        var small = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.chart svg')].filter(svg => svg.checkVisibility()).flatMap(svg => {
              const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
              return [...svg.querySelectorAll('text')].filter(text => parseFloat(text.getAttribute('font-size')) * scale < 7).map(text => `${text.textContent} ${scale}`);
            })
            """);
        Assert.That(small, Is.Empty);
        var cut = await visit.Page.EvaluateAsync<string[]>("""
            () => {
              document.querySelectorAll('details').forEach(fold => fold.open = true);
              return [...document.querySelectorAll('.scroll')].map(frame => [frame, frame.firstElementChild.getBoundingClientRect().width - frame.getBoundingClientRect().width])
                .filter(([, over]) => over > 0.01 && over < 2).map(([frame, over]) => `${frame.ariaLabel} ${over}`);
            }
            """);
        Assert.That(cut, Is.Empty);
    }

    [Test]
    public async Task A_quote_leads_to_its_line_and_unfolds_what_it_lies_in()
    {
        await using var visit = await OpenAsync(Sample);
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('.criterion').forEach(fold => fold.open = true)"); // what is passed is folded
        await visit.Page.Locator("cite a", new() { HasText = "answer.md:7" }).First.ClickAsync();
        var line = visit.Page.Locator("li:target");
        await Assertions.Expect(line).ToContainTextAsync("Gradients accumulate");
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

        await Assertions.Expect(visit.Page.Locator(".chart")).ToHaveCountAsync(Sample.Charts.Count);
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
        var rendered = ChartRenderer.Render(charts);
        var report = SampleReport.Create(text, text, text, text) with { Evidence = evidence, Charts = charts, Rendered = rendered };

        await using var visit = await OpenAsync(report);
        await visit.ReadToTheEndAsync();
        await visit.Page.Locator("figure[id='chart/genres'] .marks rect").First.HoverAsync();

        Assert.That(visit.Trouble, Is.Empty);
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
    public async Task A_report_of_all_questions_lays_out_only_what_is_near()
    {
        var report = SampleReport.OfMany(51) with { Rendered = Charts };
        var html = HtmlReport.Write(report);
        await using var visit = await OpenAsync(report);
        var loaded = await visit.Page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].loadEventEnd");
        var skipped = await visit.Page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('article')].filter(a => !a.querySelector('h3').checkVisibility({ contentVisibilityAuto: true })).length"
        );
        await TestContext.Progress.WriteLineAsync($"{html.Length / 1000.0:0} kB, loaded after {loaded:0} ms, {skipped} of 51 articles not laid out yet");
        Assert.That(html, Has.Length.LessThan(2_000_000));
        Assert.That(skipped, Is.GreaterThan(40));
    }
}
