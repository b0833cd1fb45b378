using HitSongs.Notebooks;
using HitSongs.Reporting.Notebooks;
using Markdig.Syntax;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>HTML in an answer is shown in the notebook, and acts on nobody.</summary>
internal sealed class RawMarkupTests
{
    [TestCase("<img src=x onerror=alert(1)>")]
    [TestCase("Text with <b>bold</b> and <script>alert(1)</script>.")]
    [TestCase("<details>\n<summary>More</summary>\n\n**Text**\n\n</details>")]
    [TestCase("<!-- hidden from readers -->\n\nText")]
    [TestCase("| a | b |\n| --- | --- |\n| <i>1</i> | 2 |")]
    [TestCase("- item\n  <div style='display:none'>\n  x\n  </div>")]
    [TestCase("&#60;b> and <b>")]
    [TestCase("&#60;&#x3c;&#x3C; <img src=\"https://example.org/seen.png\">")]
    public void Tags_become_text_and_come_back(string markdown)
    {
        var (text, sign) = RawMarkup.Defuse(markdown);

        Assert.That(Markdig.Markdown.Parse(text).Descendants().Where(node => node is HtmlBlock or Markdig.Syntax.Inlines.HtmlInline), Is.Empty);
        Assert.That(TagSigns.Restore(text, sign), Is.EqualTo(markdown));
    }

    [TestCase("a < b and c > d")]
    [TestCase("`List<int>` and\n\n```csharp\nvar x = new List<int>();\n```")]
    [TestCase("<https://example.org>")]
    [TestCase("")]
    public void What_is_no_HTML_stays(string markdown) => Assert.That(RawMarkup.Defuse(markdown), Is.EqualTo((markdown, "")));

    [Test]
    public void A_sign_that_the_harness_does_not_write_changes_nothing() =>
        Assert.That(TagSigns.Restore("a and e", "e"), Is.EqualTo("a and e"));
}
