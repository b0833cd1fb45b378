using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>Markdown cells that are nested deep or very long.</summary>
internal sealed class DeepMarkdownTests
{
    private const string Heading = "## The backward pass\n\n";

    private static readonly TestCaseData[] Blocks =
    [
        new TestCaseData(new string('>', 200_000)) { TestName = "Quotations that are nested too deep are told as such" },
        new TestCaseData(string.Concat(Enumerable.Repeat("- ", 3_000)) + "x") { TestName = "Lists that are nested too deep are told as such" },
    ];

    private static readonly TestCaseData[] Inlines =
    [
        new TestCaseData("Gradients pile up " + string.Concat(Enumerable.Repeat("[[", 100_000))) { TestName = "Brackets without end are text" },
        new TestCaseData(string.Concat(Enumerable.Repeat("*a **b ", 60_000))) { TestName = "Emphasis without end is text" },
        new TestCaseData(string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"w{i}x"))) { TestName = "A paragraph of many words is text" },
    ];

    [TestCaseSource(nameof(Blocks))]
    public void Nested(string deep)
    {
        var imported = new ForeignNotebook().Text(Heading + deep).Import();

        Assert.That(imported.Files, Is.Empty);
        Assert.That(
            imported.Losses(),
            Is.EqualTo(["not imported: cell 1 (## The backward pass): its lists, quotations or tags are nested too deep to be read; write it flatter"])
        );
    }

    [TestCaseSource(nameof(Inlines))]
    public void Long(string text)
    {
        var imported = new ForeignNotebook().Text(Heading + text).Import();

        Assert.That(imported.Losses(), Is.Empty);
        Assert.That(imported.Answer("pytorch/3-backpropagation").Trim(), Is.EqualTo(text.Trim()));
    }

    [TestCase("# Quiz")]
    [TestCase("## The quiz")]
    public void A_heading_that_fits_two_questions_equally_well_is_told_with_both(string heading)
    {
        var imported = new ForeignNotebook().Text($"{heading}\n\nGradients pile up.", "More of it.").Import();

        Assert.That(imported.Files, Is.Empty);
        Assert.That(imported.Texts(), Has.Some.Match(@"did you mean primer/quiz-\w+ \(Quiz: .*\) or primer/quiz-\w+ \(Quiz: .*\)\?"));
    }
}
