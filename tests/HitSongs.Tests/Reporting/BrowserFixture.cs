using HitSongs.Reporting;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Html;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>Opens reports in the system's own Chromium. Without one its tests are skipped: a browser is never downloaded.</summary>
[Parallelizable(ParallelScope.Self)]
internal abstract class BrowserFixture
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private readonly string _folder = Directory.CreateTempSubdirectory("browser-tests-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    protected RenderedCharts Charts { get; private set; } = RenderedCharts.None("not drawn yet");

    [OneTimeSetUp]
    public async Task Start()
    {
        if (Executable() is not { } chromium)
        {
            Assert.Ignore("needs Chromium (Debian: apt-get install chromium)");
            return;
        }

        Charts = ChartRenderer.Render(SampleReport.Create().Charts);
        if (Charts.UnavailableBecause is { } because)
        {
            Assert.Ignore(because);
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            ChromiumSandbox = false, // the pages are the tests' own, and in a container the sandbox has no rights to start
            Args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The charts of <see cref="PageState"/>.</summary>
    protected static RenderedCharts Drawn => DrawnOnce.Value;

    private static readonly Lazy<RenderedCharts> DrawnOnce = new(() => ChartRenderer.Render(PageState.Charts));

    protected Report Sample => SampleReport.Create() with { Rendered = Charts };

    /// <summary>Opens a report as a file, the way its readers do.</summary>
    protected async Task<Visit> OpenAsync(Report report, ColorScheme scheme = ColorScheme.Light, int width = 1200, int height = 900, bool scripts = true)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, HtmlReport.Write(report));
        return await OpenAsync(new Uri(file), "file:", scheme, width, height, scripts);
    }

    /// <summary>Opens a page that is served.</summary>
    /// <param name="own">How addresses begin that it may load from.</param>
    protected async Task<Visit> OpenAsync(
        Uri address, string own, ColorScheme scheme = ColorScheme.Light, int width = 1200, int height = 900, bool scripts = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var visit = new Visit(await context.NewPageAsync(), own);
        await visit.Page.GotoAsync(address.AbsoluteUri);
        return visit;
    }

    private static string? Executable() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(_ => Names, Path.Combine)
        .FirstOrDefault(File.Exists);
}

/// <summary>A page that is open, and what happened in it that nobody wants.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly List<string> _trouble = [];

    public Visit(IPage page, string own)
    {
        Page = page;
        page.Request += (_, request) => Note(request.Url.StartsWith(own, StringComparison.Ordinal) || request.Url == "data:," ? null : $"requested {request.Url}");
        page.Console += (_, message) => Note($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Note($"error: {error}");
        page.Dialog += (_, dialog) => Note($"dialog: {dialog.Message}");
    }

    public IPage Page { get; }

    /// <summary>Requests to anywhere else, messages on the console, errors and dialogs.</summary>
    public IReadOnlyList<string> Trouble => _trouble;

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());

    /// <summary>Scrolls from top to bottom as a reader does.</summary>
    public async Task ReadToTheEndAsync()
    {
        foreach (var part in await Page.Locator("article, figure").AllAsync())
        {
            await part.ScrollIntoViewIfNeededAsync();
        }
    }

    private void Note(string? trouble)
    {
        if (trouble is not null)
        {
            _trouble.Add(trouble);
        }
    }
}
