using System.Globalization;
using System.Text.RegularExpressions;
using HitSongs.Reporting.Html;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed partial class ContrastTests
{
    // WCAG 2.2, level AA: 4.5 for text, 3 for parts of charts.
    [TestCase("ink", "paper", 4.5)]
    [TestCase("ink", "card", 4.5)]
    [TestCase("ink", "soft", 4.5)]
    [TestCase("ink", "line", 4.5)]
    [TestCase("ink", "target", 4.5)]
    [TestCase("ink", "ok-soft", 4.5)]
    [TestCase("ink", "bad-soft", 4.5)]
    [TestCase("muted", "paper", 4.5)]
    [TestCase("muted", "card", 4.5)]
    [TestCase("muted", "soft", 4.5)]
    [TestCase("link", "paper", 4.5)]
    [TestCase("link", "soft", 4.5)]
    [TestCase("ok", "ok-soft", 4.5)]
    [TestCase("part", "part-soft", 4.5)]
    [TestCase("bad", "bad-soft", 4.5)]
    [TestCase("bad", "paper", 4.5)]
    [TestCase("idle", "idle-soft", 4.5)]
    [TestCase("idle", "paper", 4.5)]
    [TestCase("chart-ink", "card", 4.5)]
    [TestCase("hit", "card", 3.0)]
    [TestCase("other", "card", 3.0)]
    [TestCase("accent", "line", 3.0)]
    public void Colours_that_meet_differ_enough_to_be_read(string front, string back, double least)
    {
        var sheets = Sheets();
        Assert.Multiple(() =>
        {
            Assert.That(Ratio(sheets.Light[front], sheets.Light[back]), Is.GreaterThanOrEqualTo(least), "light");
            Assert.That(
                Ratio(sheets.Dark.GetValueOrDefault(front, sheets.Light[front]), sheets.Dark.GetValueOrDefault(back, sheets.Light[back])),
                Is.GreaterThanOrEqualTo(least),
                "dark"
            );
        });
    }

    private static (Dictionary<string, string> Light, Dictionary<string, string> Dark) Sheets()
    {
        using var page = Page.Parse(HtmlReport.Write(SampleReport.Create()));
        var css = page.QuerySelector("style")!.TextContent;
        var dark = css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        var end = css.IndexOf("@media print", StringComparison.Ordinal);
        return (Colours(css[..dark]), Colours(css[dark..end]));
    }

    private static Dictionary<string, string> Colours(string css) =>
        Variable().Matches(css).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["colour"].Value);

    private static double Ratio(string front, string back)
    {
        var (a, b) = (Luminance(front), Luminance(back));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => (0.2126 * Channel(colour, 0)) + (0.7152 * Channel(colour, 2)) + (0.0722 * Channel(colour, 4));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("--(?<name>[a-z-]+): #(?<colour>[0-9a-f]{6});", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
