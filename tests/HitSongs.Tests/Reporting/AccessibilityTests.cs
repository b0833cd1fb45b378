using Microsoft.Playwright;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>What WCAG 2.2 asks at level AA, as far as a program can see it.</summary>
internal sealed class AccessibilityTests : BrowserFixture
{
    /// <summary>Every element with text of its own whose colours, as they meet on the screen, differ too little.</summary>
    private const string Unreadable = """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
          const channel = v => v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4;
          const luminance = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
          const back = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return rgba('Canvas'); };
          const ownText = e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
          const bad = [];
          for (const e of document.querySelectorAll('body *')) {
            if (!ownText(e) || e.closest('script,[hidden],title,desc') || !e.checkVisibility()) continue;
            const style = getComputedStyle(e), svg = e.namespaceURI.endsWith('svg');
            const [a, b] = [luminance(rgba(svg ? style.fill : style.color)), luminance(back(e))];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
            if (ratio < (large ? 3 : 4.5)) bad.push(`${ratio.toFixed(2)} ${e.localName}.${e.getAttribute('class')} "${e.textContent.trim().slice(0, 40)}"`);
          }
          return [...new Set(bad)];
        }
        """;

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task All_text_differs_enough_from_what_lies_behind_it(ColorScheme scheme)
    {
        await using var visit = await OpenAsync(Sample, scheme);
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
        await visit.ReadToTheEndAsync();
        Assert.That(await visit.Page.EvaluateAsync<string[]>(Unreadable), Is.Empty);
    }

    [Test]
    public async Task Everything_that_can_be_operated_has_a_name_and_shows_when_it_has_the_focus()
    {
        await using var visit = await OpenAsync(Sample);
        var nameless = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('a, summary, [tabindex], [role=region], nav, section, article')]
              .filter(e => !(e.getAttribute('aria-label') || document.getElementById(e.getAttribute('aria-labelledby') ?? '')?.textContent || e.textContent).trim())
              .map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.That(nameless, Is.Empty);
        for (var stop = 0; stop < 12; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var outline = await visit.Page.EvaluateAsync<string>(
                "() => { const s = getComputedStyle(document.activeElement); return `${document.activeElement.outerHTML.slice(0, 80)} ${s.outlineStyle} "
                    + "${s.outlineWidth}`; }"
            );
            Assert.That(outline, Does.Not.Contain(" none ").And.Not.EndWith(" 0px"), "the focus is to be seen");
        }
    }

    [Test]
    public async Task The_first_stop_of_the_keyboard_leads_past_the_contents()
    {
        await using var visit = await OpenAsync(Sample);
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator(".skip")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator(".skip")).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.That(new Uri(visit.Page.Url).Fragment, Is.EqualTo("#main"));
    }

    [Test]
    public async Task Targets_of_a_finger_are_large_enough_or_stand_apart()
    {
        await using var visit = await OpenAsync(Sample, width: 390);
        // 24 pixels, but for links within a line of text, which are exempt.
        var small = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('summary, nav a')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.That(small, Is.Empty);
    }
}
