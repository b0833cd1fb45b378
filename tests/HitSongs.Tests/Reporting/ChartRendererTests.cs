using System.Buffers.Binary;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Charts.Kit;
using HitSongs.Reporting.Html;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class ChartRendererTests
{
    [OneTimeSetUp]
    public void Need_the_font()
    {
        if (ChartStyle.MissingFont() is { } missing)
        {
            Assert.Ignore(missing);
        }
    }

    [Test]
    public void Every_chart_becomes_an_accessible_drawing_and_a_picture_of_twice_its_size()
    {
        var charts = SampleReport.Create().Charts;
        var rendered = ChartRenderer.Render(charts);
        Assert.That(rendered.ById.Keys, Is.EquivalentTo(charts.Select(chart => chart.Id)));
        foreach (var chart in charts)
        {
            using var page = Page.Parse(rendered.ById[chart.Id].Svg);
            var svg = page.QuerySelector("svg")!;
            Assert.That(page.GetElementById($"{chart.Id}-title")!.TextContent, Is.EqualTo(chart.Title));
            Assert.That(page.GetElementById($"{chart.Id}-description")!.TextContent, Is.EqualTo(chart.AltText));
            Assert.That(svg.GetAttribute("role"), Is.EqualTo("img"));
            Assert.That(
                PngSize(rendered.ById[chart.Id].Png.Span),
                Is.EqualTo((2 * int.Parse(svg.GetAttribute("width")!), 2 * int.Parse(svg.GetAttribute("height")!)))
            );
        }
    }

    [Test]
    public void Every_kind_of_chart_is_drawn_to_the_same_bytes_every_time()
    {
        Chart[] charts = [.. ChartTests.FromFigures().Select(test => (Chart)test.Arguments[0]!)];
        var (first, second) = (ChartRenderer.Render(charts), ChartRenderer.Render(charts));
        foreach (var chart in charts)
        {
            Assert.That(second.ById[chart.Id].Svg, Is.EqualTo(first.ById[chart.Id].Svg));
            Assert.That(second.ById[chart.Id].WideSvg, Is.EqualTo(first.ById[chart.Id].WideSvg));
            Assert.That(second.ById[chart.Id].Png.ToArray(), Is.EqualTo(first.ById[chart.Id].Png.ToArray()));
        }
    }

    [Test]
    public void Charts_in_one_page_share_no_id_and_nothing_in_them_runs()
    {
        var report = SampleReport.Create();
        using var page = Page.Parse(HtmlReport.Write(report with { Rendered = ChartRenderer.Render(report.Charts) }));
        Assert.That(Page.Ids(page), Is.Unique);
        Assert.That(Page.Dangers(page), Is.Empty);
        Assert.That(page.QuerySelectorAll("figure > .chart > svg[role=img]"), Has.Length.EqualTo(4));
    }

    [TestCase("</text><script>alert(1)</script>")]
    [TestCase("a\u0001b\ud800 & <b>")]
    public void A_genre_that_is_markup_or_no_text_is_drawn_as_text(string genre)
    {
        var rendered = ChartRenderer.Render([GenreHitShare.Of(SampleReport.Profile with { Genres = [new(genre, 10, 5)] })]);
        using var page = Page.Parse(rendered.ById["genres"].Svg);
        Assert.That(Page.Dangers(page), Is.Empty);
        Assert.That(page.QuerySelectorAll("text").Select(text => text.TextContent), Has.Some.EqualTo("5 of 10"));
    }

    private static (int Width, int Height) PngSize(ReadOnlySpan<byte> png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}
