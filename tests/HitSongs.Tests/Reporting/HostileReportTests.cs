using System.Diagnostics;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Html;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class HostileReportTests
{
    private const string Attacks = """
        # "><script>alert(1)</script>

        <script>alert(1)</script><img src=x onerror=alert(1)> <svg onload=alert(1)>

        <div onclick="alert(1)">

        </details></article></main><base href="https://evil.example/">

        [a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java&#115;cript:alert(1)) [d](<javascript:alert(1)>) [e](	javascript:alert(1))
        [f](data:text/html,<script>alert(1)</script>) [g](vbscript:x) [h](file:///etc/passwd) [i](//evil.example) [j](../../secret) [k][ref] [l](https://ok.example "x\" onmouseover=\"alert(1)")

        <javascript:alert(1)> <data:text/html,x> <https://ok.example>

        ![m](https://evil.example/pixel.png) ![n](data:image/svg+xml,<svg/onload=alert(1)>) [![o](x.png)](javascript:alert(1))

        ``` "><script>alert(1)</script>
        </code></pre><script>alert(1)</script>
        ```

        | a | b |
        |--:|:-:|
        | <img src=x onerror=alert(1)> | [p](javascript:alert(1)) |

        [ref]: javascript:alert(1)

        ###### deep
        # high
        """;

    [TestCase(Attacks)]
    [TestCase("</code></li></ol></details><script>alert(1)</script>")]
    [TestCase("\u0000\u0001\uD800 lone \uDC00 <b> \u202E gnp.exe")]
    public void Nothing_that_a_submission_holds_becomes_part_of_the_page(string text)
    {
        var report = SampleReport.Create(answer: text, code: text, output: text, feedback: text);
        var attacked = report with { Command = text, Questions = [new(SampleReport.Backpropagation, text, text)], Rendered = RenderedCharts.None(text) };
        var grade = attacked.Grade with
        {
            Submission = new(text, text),
            Rubric = new(text, text),
            Sections = [.. attacked.Grade.Sections.Select(section => section with { Title = text, Id = section.Id + text })],
        };
        using var page = Page.Parse(HtmlReport.Write(attacked with { Grade = grade }));
        Assert.That(Page.Dangers(page), Is.Empty);
        Assert.That(page.QuerySelectorAll("main"), Has.Length.EqualTo(1));
        Assert.That(
            page.QuerySelectorAll("article").Select(article => article.ParentElement!.LocalName),
            Is.All.EqualTo("section"),
            "no text closes an element of the page"
        );
        Assert.That(Page.Ids(page), Is.Unique);
    }

    [Test]
    public void Links_to_web_pages_stay_and_other_links_and_pictures_become_text()
    {
        using var page = Page.Parse(MarkdownHtml.Render(Attacks, under: 4).ToString());
        Assert.That(Page.Targets(page), Is.EqualTo(["https://ok.example", "https://ok.example"]));
        Assert.That(page.QuerySelectorAll("a").Select(link => link.TextContent), Is.EqualTo(["l", "https://ok.example"]));
        Assert.That(
            page.Body!.TextContent,
            Does.Contain("a b c d e").And.Contain("[image: m]").And.Contain("[image: n]").And.Contain("[image: o]").And.Contain("javascript:alert(1)")
        );
    }

    [Test]
    public void Headings_of_an_answer_stay_under_its_own_without_gaps()
    {
        using var page = Page.Parse(MarkdownHtml.Render("### deep first\n\n# high\n\n##### deep\n\n## middle\n", under: 4).ToString());
        Assert.That(page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.LocalName), Is.EqualTo(["h5", "h5", "h6", "h6"]));
    }

    [Test]
    public void Characters_that_reverse_what_follows_are_shown_by_their_number() =>
        Assert.That(
            HtmlReport.Write(SampleReport.Create(code: "if (user\u202E != admin) { }")),
            Does.Contain("user[U&#x2B;202E] != admin").And.Not.Contain("\u202E")
        );

    [Test]
    public void Ten_megabytes_are_cut_and_the_report_says_so()
    {
        var html = HtmlReport.Write(SampleReport.Create(answer: new string('a', 10_000_000), output: string.Concat(Enumerable.Repeat("line\n", 2_000_000))));
        Assert.That(html, Has.Length.LessThan(2_000_000));
        Assert.That(
            html,
            Does.Contain("The first 200,000 of 10,000,000 characters are shown.").And.Contain("The first 25,000 of 10,000,000 characters are shown.")
        );
    }

    [TestCase("[a](")]
    [TestCase("> ")]
    [TestCase("[")]
    [TestCase("[a]: b\n")]
    [TestCase("*a_")]
    [TestCase("- ")]
    public void Text_made_to_slow_the_parser_down_does_not(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 10_000_000 / unit.Length));
        var watch = Stopwatch.StartNew();
        var html = HtmlReport.Write(SampleReport.Create(answer: text));
        Assert.That(html, Does.Contain("are shown."));
        // It takes about a tenth of a second; without the limit the first of these takes a quarter of a minute.
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(8)));
    }

    [Test]
    public void A_text_nested_too_deep_for_Markdown_is_shown_as_it_is()
    {
        var html = MarkdownHtml.Render(string.Concat(Enumerable.Repeat("> ", 20_000)) + "<b>deep</b>", under: 4).ToString();
        Assert.That(html, Does.Contain("&lt;b&gt;deep&lt;/b&gt;"));
    }
}
