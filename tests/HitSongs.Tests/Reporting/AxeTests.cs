using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>Every state of the page as axe-core sees it, the checker behind most accessibility tools.</summary>
internal sealed class AxeTests : BrowserFixture
{
    [Test]
    public async Task Axe_finds_nothing_to_complain_of(
        [ValueSource(typeof(PageState), nameof(PageState.All))] string state,
        [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme,
        [Values(1280, 375)] int width
    )
    {
        await using var visit = await OpenAsync(PageState.Of(state, Drawn), scheme, width);
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
    private static async Task<string[]> ComplaintsAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync("""
            () => {
              document.querySelectorAll('details').forEach(fold => fold.open = true);
              document.querySelectorAll('article').forEach(article => article.style.contentVisibility = 'visible');
            }
            """);
        var result = await visit.Page.RunAxe();
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}): {node.Target} {node.Html}"))];
    }
}
