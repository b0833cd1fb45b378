using System.Text.Json;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using HitSongs.Reporting.Exports;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting.Exports;

/// <summary>No text of a submission becomes a formula, an element, a link, a control of a terminal, or breaks a format.</summary>
public sealed class HostileExportTests
{
    private static readonly MarkdownPipeline GitHubs = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().Build();

    [Test]
    public void Control_characters_reordering_and_halves_of_pairs_reach_no_file([ValueSource(typeof(Export), nameof(Export.Kinds))] string kind)
    {
        var text = new Export(kind, "x").Text([SampleGrades.WithText(SampleGrades.Hostile)]);

        Assert.That(text.Where(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')), Is.Empty);
        Assert.That(text, Does.Not.Contain("\u202E").And.Not.Contain("\uD800").And.Not.Contain("\uFFFE"));
    }

    [TestCase("gradescope")]
    [TestCase("classroom50")]
    public void Json_stays_json(string kind) =>
        Assert.That(() => JsonDocument.Parse(new Export(kind, "x").Text([SampleGrades.WithText(SampleGrades.Hostile)])).Dispose(), Throws.Nothing);

    [Test]
    public void Xml_stays_xml_with_the_elements_that_it_has()
    {
        var root = XDocument.Parse(new Export("junit", "x").Text([SampleGrades.WithText(SampleGrades.Hostile)])).Root!;

        Assert.Multiple(() =>
        {
            Assert.That(root.Descendants("testcase").Count(), Is.EqualTo(7));
            Assert.That(root.Descendants("failure").Count(), Is.EqualTo(2));
            Assert.That(root.Descendants("failure").First().Value, Does.Contain("]]> </failure><failure>"));
        });
    }

    [TestCase("canvas")]
    [TestCase("csv")]
    [TestCase("moodle")]
    [TestCase("nbgrader")]
    public void No_cell_of_a_table_is_a_formula(string kind)
    {
        foreach (var start in (string[])["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "  =1", "\u00A0=1", "\uFF1D1", "\0=1", SampleGrades.Hostile])
        {
            var rows = CsvRows.Of(new Export(kind, "x").Text([SampleGrades.WithText(start)]));

            Assert.That(
                rows.SelectMany(row => row).Where(cell => cell.TrimStart() is [var first, ..] && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".Contains(first)),
                Is.Empty,
                start
            );
            Assert.That(rows.Select(row => row.Length).Distinct().Count(), Is.EqualTo(1), "quotes, commas and newlines stay inside of their cell");
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Whatever_the_text_a_table_reads_back_as_it_was_but_for_one_quotation_mark() => Prop.ForAll(Texts, text =>
    {
        var cell = CsvRows.Of(CsvTable.Write(["a", "b"], [[text, 1.5]]))[1][0];
        return cell == PlainText.Of(text) || cell == "'" + PlainText.Of(text);
    });

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Whatever_the_text_it_is_one_code_span_in_markdown() => Prop.ForAll(Texts, IsCodeAlone);

    [TestCase(SampleGrades.Hostile)]
    [TestCase("`")]
    [TestCase("``` a")]
    [TestCase("` ` `` `")]
    [TestCase("a `")]
    [TestCase("\\")]
    [TestCase("\\`")]
    [TestCase("https://example.org @someone #12 <script>")]
    public void Text_that_looks_like_markdown_is_one_code_span(string text) => Assert.That(IsCodeAlone(text), Is.True);

    [TestCase(SampleGrades.Hostile)]
    [TestCase("a|b")]
    [TestCase("a\\|b")]
    [TestCase("|\n|---|\n| x |")]
    [TestCase("`|`")]
    public void The_table_of_a_summary_keeps_its_columns(string text)
    {
        var markdown = new Export("markdown", "x").Text([SampleGrades.WithText(text)]);
        var document = Markdown.Parse(markdown, GitHubs);
        var rows = document.Descendants<TableRow>().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.EqualTo(4), markdown);
            Assert.That(rows.Select(row => row.Count), Is.All.EqualTo(8));
            Assert.That(document.Descendants().Where(part => part is LinkInline or AutolinkInline or HtmlInline or HtmlBlock), Is.Empty);
        });
    }

    [Test]
    public void A_summary_fits_a_comment_however_long_the_texts_are() =>
        Assert.That(new Export("markdown", "x").Text([SampleGrades.WithText(new string('a', 200_000))]), Has.Length.LessThan(60_000));

    private static bool IsCodeAlone(string text)
    {
        var inline = Markdown.Parse("x " + MarkdownText.Code(text), GitHubs).Descendants<ParagraphBlock>().Single().Inline!.ToList();
        return inline is [LiteralInline] or [LiteralInline, CodeInline];
    }

    /// <summary>Texts of what formats take for their own.</summary>
    private static Arbitrary<string> Texts =>
        Gen.Elements("`|\\\"'=+-@<>[]()!#*_~&;:,\n\r\t \u00A0\u001b\u202E\uD83C\uDFB5\uFFFEa1".ToCharArray())
            .ArrayOf()
            .Select(characters => new string(characters))
            .ToArbitrary();
}
