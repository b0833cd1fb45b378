using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Rendering;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

[NonParallelizable]
internal sealed class ChartRendererTests
{
    /// <summary>Where the packages lie for every run on this machine; tests about their installation have folders of their own.</summary>
    private static readonly string Installed = Path.Combine(HitSongs.Cli.Workplace.Find().Cache, "charts");

    private string _empty = "";

    [OneTimeSetUp]
    public void Make_a_folder() => _empty = Directory.CreateTempSubdirectory("chart-tests-").FullName;

    [OneTimeTearDown]
    public void Remove_the_folder() => Directory.Delete(_empty, recursive: true);

    [Test]
    public async Task Every_chart_becomes_an_accessible_drawing_and_a_picture_of_twice_its_size()
    {
        var charts = SampleReport.Create().Charts;
        var rendered = await DrawOrIgnoreAsync(charts);
        Assert.That(rendered.ById.Keys, Is.EquivalentTo(charts.Select(chart => chart.Id)));
        foreach (var chart in charts)
        {
            using var page = Page.Parse(rendered.ById[chart.Id].Svg);
            var svg = page.QuerySelector("svg")!;
            Assert.That(page.GetElementById($"{chart.Id}-title")!.TextContent, Is.EqualTo(chart.Title));
            Assert.That(page.GetElementById($"{chart.Id}-description")!.TextContent, Is.EqualTo(chart.AltText));
            Assert.That(svg.GetAttribute("role"), Is.EqualTo("img"));
            var (width, height) = PngSize(rendered.ById[chart.Id].Png.Span);
            // Sizes are not whole numbers; a picture's are.
            Assert.That(width, Is.EqualTo(2 * double.Parse(svg.GetAttribute("width")!)).Within(1));
            Assert.That(height, Is.EqualTo(2 * double.Parse(svg.GetAttribute("height")!)).Within(1));
        }
    }

    [Test]
    public async Task Every_kind_of_chart_can_be_drawn_without_a_complaint() =>
        Assert.That((await DrawOrIgnoreAsync([.. ChartTests.FromFigures().Select(test => (Chart)test.Arguments[0]!)])).ById, Has.Count.EqualTo(12));

    [Test]
    public async Task Charts_in_one_page_share_no_id_and_nothing_in_them_runs()
    {
        var report = SampleReport.Create();
        var rendered = await DrawOrIgnoreAsync(report.Charts);
        using var page = Page.Parse(HtmlReport.Write(report with { Rendered = rendered }));
        Assert.That(Page.Ids(page), Is.Unique);
        Assert.That(Page.Dangers(page), Is.Empty);
        Assert.That(page.QuerySelectorAll("figure > [data-chart] > svg[role=img]"), Has.Length.EqualTo(4));
    }

    [Test]
    public async Task Drawing_twice_gives_the_same_bytes()
    {
        var charts = SampleReport.Create().Charts;
        var (first, second) = (await DrawOrIgnoreAsync(charts), await DrawOrIgnoreAsync(charts));
        foreach (var chart in charts)
        {
            Assert.That(second.ById[chart.Id].Svg, Is.EqualTo(first.ById[chart.Id].Svg));
            Assert.That(second.ById[chart.Id].Png.ToArray(), Is.EqualTo(first.ById[chart.Id].Png.ToArray()));
        }
    }

    [Test]
    public async Task A_chart_that_was_drawn_before_is_the_same_without_being_drawn_again()
    {
        var charts = SampleReport.Create().Charts;
        var first = await DrawOrIgnoreAsync(charts);
        var second = await ChartRenderer.RenderAsync(charts, Installed, default);
        Assert.That(second.Script, Is.EqualTo(first.Script));
        foreach (var chart in charts)
        {
            Assert.That(second.ById[chart.Id].Svg, Is.EqualTo(first.ById[chart.Id].Svg));
            Assert.That(second.ById[chart.Id].Png.ToArray(), Is.EqualTo(first.ById[chart.Id].Png.ToArray()));
            Assert.That(second.ById[chart.Id].Live!.ToJsonString(), Is.EqualTo(first.ById[chart.Id].Live!.ToJsonString()));
        }
    }

    [Test]
    public async Task A_genre_that_is_markup_is_drawn_as_text()
    {
        var profile = SampleReport.Profile with { Genres = [new("</text><script>alert(1)</script>", 10, 5)] };
        var rendered = await DrawOrIgnoreAsync([GenreHitShare.Of(profile)]);
        using var page = Page.Parse(rendered.ById["genres"].Svg);
        Assert.That(Page.Dangers(page), Is.Empty);
    }

    [Test]
    public async Task A_chart_that_loads_something_is_refused_and_the_others_are_drawn()
    {
        var charts = SampleReport.Create().Charts;
        var loading = charts[0] with { Id = "loading", Spec = (System.Text.Json.Nodes.JsonObject)charts[0].Spec.DeepClone() };
        loading.Spec["data"] = new System.Text.Json.Nodes.JsonObject { ["url"] = "https://example.com/data.json" };
        var rendered = await DrawOrIgnoreAsync([charts[0], loading, charts[3]], allowProblems: true);
        Assert.That(rendered.ById.Keys, Is.EquivalentTo(["popularity", "roc"]));
        Assert.That(rendered.UnavailableBecause, Does.Contain("chart loading:").And.Contain("may not load"));
    }

    [Test]
    public async Task Two_runs_that_find_no_packages_install_them_once_and_both_draw()
    {
        await DrawOrIgnoreAsync(SampleReport.Create().Charts);
        var cache = Directory.CreateDirectory(Path.Combine(_empty, "shared")).FullName;
        var charts = SampleReport.Create().Charts;
        var told = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var both = await Task.WhenAll(ChartRenderer.RenderAsync(charts, cache, default, told.Enqueue), ChartRenderer.RenderAsync(charts, cache, default, told.Enqueue));
        Assert.That(both.Select(rendered => rendered.UnavailableBecause), Is.All.Null);
        Assert.That(told, Has.Count.EqualTo(1));
        Assert.That(Directory.GetDirectories(cache, "chart-*"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_lock_that_a_dead_process_left_behind_is_free_and_one_that_is_held_is_not()
    {
        var file = Path.Combine(_empty, "left.lock");
        await File.WriteAllTextAsync(file, "");
        using (await FileLock.HoldAsync(file, TimeSpan.Zero, default))
        {
            Assert.That(async () => await FileLock.HoldAsync(file, TimeSpan.Zero, default), Throws.TypeOf<TimeoutException>().With.Message.Contains("left.lock"));
        }

        using var next = await FileLock.HoldAsync(file, TimeSpan.Zero, default);
        Assert.That(next, Is.Not.Null);
    }

    [Test]
    public async Task Without_Node_the_result_says_so()
    {
        using var nowhere = new EnvironmentVariable("PATH", _empty);
        var rendered = await ChartRenderer.RenderAsync(SampleReport.Create().Charts, _empty, default);
        Assert.That(rendered.ById, Is.Empty);
        Assert.That(rendered.UnavailableBecause, Does.Contain("Node is not installed"));
    }

    [Test]
    public async Task Without_a_network_the_result_says_that_the_packages_could_not_be_installed()
    {
        await DrawOrIgnoreAsync(SampleReport.Create().Charts);
        using var registry = new EnvironmentVariable("npm_config_registry", "http://127.0.0.1:9");
        using var empty = new EnvironmentVariable("npm_config_cache", Path.Combine(_empty, "empty-npm-cache"));
        var cache = Path.Combine(_empty, "offline");
        var rendered = await ChartRenderer.RenderAsync(SampleReport.Create().Charts, cache, default, _ => { });
        Assert.That(rendered.ById, Is.Empty);
        Assert.That(rendered.UnavailableBecause, Does.Contain("could not be installed").And.Contain("ECONNREFUSED"));
        Assert.That(Directory.GetDirectories(cache), Is.Empty, "nothing half-made stays behind");
    }

    [Test]
    public async Task A_cache_that_cannot_be_made_is_a_reason_and_not_an_exception()
    {
        var file = Path.Combine(_empty, "file");
        await File.WriteAllTextAsync(file, "");
        var rendered = await ChartRenderer.RenderAsync(SampleReport.Create().Charts, Path.Combine(file, "cache"), default);
        Assert.That(rendered.UnavailableBecause, Is.Not.Null.And.Not.Empty);
    }

    [Test]
    public async Task No_charts_need_nothing() =>
        Assert.That((await ChartRenderer.RenderAsync([], "/no/such/folder", default)).UnavailableBecause, Is.Null);

    private async Task<RenderedCharts> DrawOrIgnoreAsync(IReadOnlyList<Chart> charts, bool allowProblems = false)
    {
        // What is kept of earlier runs would hide how charts are drawn now.
        var kept = Path.Combine(Installed, "drawn");
        if (Directory.Exists(kept))
        {
            Directory.Delete(kept, recursive: true);
        }

        var rendered = await ChartRenderer.RenderAsync(charts, Installed, default);
        if (rendered.UnavailableBecause is { } because && (because.Contains("not installed", StringComparison.Ordinal)
            || because.Contains("could not be installed", StringComparison.Ordinal) || because.Contains("no fonts", StringComparison.Ordinal)))
        {
            Assert.Ignore(because);
        }

        Assert.That(allowProblems ? null : rendered.UnavailableBecause, Is.Null);
        return rendered;
    }

    private static (int Width, int Height) PngSize(ReadOnlySpan<byte> png)
    {
        Assert.That(png[..8].ToArray(), Is.EqualTo(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }));
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[16..]), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[20..]));
    }

    /// <summary>Sets a variable of this process, which its children see, and puts the old value back.</summary>
    private sealed class EnvironmentVariable : IDisposable
    {
        private readonly string _name;
        private readonly string? _before;

        public EnvironmentVariable(string name, string value)
        {
            (_name, _before) = (name, Environment.GetEnvironmentVariable(name));
            Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
    }
}
