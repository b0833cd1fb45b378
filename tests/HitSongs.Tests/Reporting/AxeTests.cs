using HitSongs.Cli;
using HitSongs.Reporting.Rendering;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>Every state of the page as axe-core sees it, the checker behind most accessibility tools.</summary>
internal sealed class AxeTests : BrowserFixture
{
    private static readonly NodePackages Axe = new(
        "axe", Path.Combine(Workplace.Find().Root, "tests", "HitSongs.Tests", "Cli", "Reporting", "axe"), ["package.json", "package-lock.json"], Builds: false);

    private string _script = "";

    [OneTimeSetUp]
    public async Task Find_axe()
    {
        var (folder, problem) = await Axe.EnsureAsync(Path.Combine(Workplace.Find().Cache, "charts"), Console.Error.WriteLine, default);
        if (folder is null)
        {
            Assert.Ignore(problem!);
        }

        _script = await File.ReadAllTextAsync(Path.Combine(folder, "node_modules", "axe-core", "axe.min.js"));
    }

    [Test]
    public async Task Axe_finds_nothing_to_complain_of(
        [ValueSource(typeof(PageState), nameof(PageState.All))] string state, [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme, [Values(1280, 375)] int width)
    {
        await using var visit = await OpenAsync(PageState.Of(state, await DrawnAsync()), scheme, width);
        await visit.ReadToTheEndAsync();
        Assert.That(await ComplaintsAsync(visit), Is.Empty);
    }

    [Test]
    public async Task Axe_sees_what_is_wrong_with_a_page()
    {
        await using var visit = await OpenAsync(Sample);
        await visit.Page.EvaluateAsync("() => { document.documentElement.lang = ''; document.querySelector('main').append(document.createElement('img')); }");
        Assert.That(await ComplaintsAsync(visit), Has.Some.StartsWith("html-has-lang").And.Some.StartsWith("image-alt"));
    }

    /// <summary>All that is folded is unfolded and laid out first: axe looks at nothing that is not shown.</summary>
    private async Task<string[]> ComplaintsAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync("""
            () => {
              document.querySelectorAll('details').forEach(fold => fold.open = true);
              document.querySelectorAll('article').forEach(article => article.style.contentVisibility = 'visible');
            }
            """);
        // By the debugger, whom the page's policy does not bind.
        await visit.Page.EvaluateAsync(_script);
        return await visit.Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .flatMap(rule => rule.nodes.map(node => `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1).join(' ').trim()}`))
            """);
    }
}
