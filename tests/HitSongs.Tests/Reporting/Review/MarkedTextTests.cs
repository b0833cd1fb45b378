using HitSongs.Grading.Grades;
using HitSongs.Reporting.Review;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting.Review;

public sealed class MarkedTextTests
{
    private const string Text = "# Title\n\nThe **gradient** is added\nto what is there. It is not\nreplaced.";

    private static string Marked(string text, params (int Line, string Quote)[] quotes) =>
        MarkedText.Show(text, quotes.Select(quote => new EvidenceQuote("answer.md", quote.Line, quote.Quote)))
            .ToString()
            .Replace("&#xA;", "\n", StringComparison.Ordinal);

    [Test]
    public void A_quote_is_marked_across_lines_and_marks_of_Markdown() =>
        Assert.That(
            Marked(Text, (3, "The gradient is added to what is there.")),
            Is.EqualTo("# Title\n\n<mark>The **gradient** is added\nto what is there</mark>. It is not\nreplaced."));

    [Test]
    public void Quotes_that_overlap_become_one() =>
        Assert.That(Marked(Text, (3, "is added to"), (3, "added to what")), Does.Contain("<mark>is added\nto what</mark> is there"));

    [Test]
    public void Where_the_words_are_not_found_their_line_is_marked() =>
        Assert.That(Marked(Text, (4, "something else …")), Does.Contain("<mark>to what is there. It is not</mark>\n"));

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(99)]
    public void A_line_that_is_not_there_marks_nothing(int line) => Assert.That(Marked(Text, (line, "gradient")), Does.Not.Contain("<mark>"));

    [Test]
    public void Text_of_a_stranger_is_never_markup() =>
        Assert.That(Marked("<b onclick=x>bold</b>", (1, "bold")), Is.EqualTo("&lt;b onclick=x&gt;<mark>bold</mark>&lt;/b&gt;"));
}
