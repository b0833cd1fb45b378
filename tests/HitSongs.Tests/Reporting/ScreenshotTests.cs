using HitSongs.Cli;
using HitSongs.Reporting.Html;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>Pictures of every state of the page, for people to look at: <c>dotnet test tests/HitSongs.Tests --filter FullyQualifiedName~ScreenshotTests</c>
/// puts them in artifacts/screenshots.</summary>
[Explicit("for people to look at")]
internal sealed class ScreenshotTests : BrowserFixture
{
    [Test]
    public async Task Every_state_as_a_picture(
        [ValueSource(typeof(PageState), nameof(PageState.All))] string state,
        [Values("light", "dark", "phone", "printed")] string seen
    )
    {
        var report = PageState.Of(state, Drawn);
        var folder = Directory.CreateDirectory(Path.Combine(Workplace.Find().Artifacts, "screenshots")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, $"{state}.html"), HtmlReport.Write(report));
        await using var visit = await OpenAsync(
            report,
            seen == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            seen == "phone" ? 375
                : seen == "printed" ? 700
                : 1280
        );
        await visit.ReadToTheEndAsync();
        if (seen == "printed")
        {
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        }

        // What is out of sight is not laid out, and would be blank.
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('article').forEach(article => article.style.contentVisibility = 'visible')");
        var file = Path.Combine(folder, $"{state}-{seen}.png");
        await visit.Page.ScreenshotAsync(new() { Path = file, FullPage = true });
        Assert.That(new FileInfo(file), Has.Length.GreaterThan(10_000));
    }
}
