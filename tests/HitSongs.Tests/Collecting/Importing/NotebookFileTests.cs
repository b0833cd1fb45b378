using System.Text;
using HitSongs.Collecting.Importing;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>Files that are no notebook, or one in an odd form.</summary>
internal sealed class NotebookFileTests
{
    private const string Whole = """{"nbformat":4,"cells":[{"cell_type":"markdown","source":"für"}]}""";

    private static readonly TestCaseData[] Encodings =
    [
        new TestCaseData(new UTF8Encoding(true)) { TestName = "A notebook in UTF-8 with a mark is read" },
        new TestCaseData(new UnicodeEncoding(false, true)) { TestName = "A notebook in UTF-16 with a mark is read" },
        new TestCaseData(new UnicodeEncoding(true, true)) { TestName = "A notebook in big-endian UTF-16 with a mark is read" },
    ];

    [TestCaseSource(nameof(Encodings))]
    public void Marked(Encoding encoding) =>
        Assert.That(NotebookFile.Parse([.. encoding.GetPreamble(), .. encoding.GetBytes(Whole)], "a.ipynb").Single().Text, Is.EqualTo("für"));

    [Test]
    public void A_notebook_in_another_encoding_is_told_with_its_line_and_how_to_save_it() =>
        Assert.That(
            Refused(Encoding.Latin1.GetBytes($"\n\n{Whole}")),
            Is.EqualTo("a.ipynb:3: the file is not in UTF-8. Save it again with the encoding UTF-8 (in VS Code: Save with Encoding).")
        );

    [Test]
    public void UTF_16_without_a_mark_is_told_as_such() => Assert.That(Refused(Encoding.Unicode.GetBytes(Whole)), Does.Contain("UTF-16 without a mark"));

    [Test]
    public void UTF_16_that_breaks_off_is_told_as_such() => Assert.That(Refused([0xFF, 0xFE, (byte)'{', 0, 0]), Does.Contain("begins as text in UTF-16"));

    [TestCase("4.0")]
    [TestCase("4e0")]
    public void Format_4_may_be_written_as_any_number(string format) =>
        Assert.That(Read(Whole.Replace(":4", $":{format}", StringComparison.Ordinal)), Has.Count.EqualTo(1));

    [TestCase("{\"nbformat\":\"4\",\"cells\":[]}", "`nbformat` is no number. Write \"nbformat\": 4, without quotation marks")]
    [TestCase("{\"nbformat\":4.5,\"cells\":[]}", "the notebook has format 4.5, and 4 is read")]
    [TestCase("{\"nbformat\":4}", "`cells` is missing")]
    [TestCase("{\"nbformat\":4,\"cells\":{}}", "`cells` is no list")]
    [TestCase("{\"cells\":[]}", "`nbformat` is missing")]
    [TestCase("{}", "`nbformat` and `cells` are missing")]
    [TestCase("{\"nbformat\":4,\n\"cells\":[{\"source\":\"x\",\n\"source\":\"y\"}]}", "a.ipynb:3: the key \"source\" stands twice in one object")]
    public void What_is_missing_or_wrong_is_named(string json, string said) => Assert.That(Refused(json), Does.Contain(said));

    [TestCase(62)]
    [TestCase(400)]
    public void An_output_that_is_nested_deep_does_no_harm(int levels) => Assert.That(Read(WithOutput(levels)).Single().Text, Is.EqualTo("x"));

    [Test]
    public void An_output_that_is_nested_too_deep_is_told_as_such() => Assert.That(Refused(WithOutput(600)), Does.Contain("nested more than 512 deep"));

    [Test]
    public void Metadata_that_is_nested_deep_does_no_harm() =>
        Assert.That(Read(Whole.Replace("\"source\"", $"\"metadata\":{{\"a\":{Nested(200)}}},\"source\"", StringComparison.Ordinal)), Has.Count.EqualTo(1));

    [Test]
    public void More_cells_than_anybody_writes_are_refused() =>
        Assert.That(
            Refused(Of(Enumerable.Repeat("# x", 5001))),
            Is.EqualTo("a.ipynb: the notebook has 5001 cells and may have 5000. Import its answers in parts.")
        );

    [Test]
    public void A_cell_longer_than_anybody_reads_is_refused_by_its_number() =>
        Assert.That(Refused(Of(["# x", new string('a', 1_048_577)])), Does.StartWith("a.ipynb: cell 2 has 1048577 characters and may have 1048576. "));

    [Test]
    public void Cells_that_are_too_long_together_are_refused() =>
        Assert.That(Refused(Of(Enumerable.Repeat(new string('a', 1_000_000), 5))), Does.Contain("its cells have 5000000 characters"));

    [Test]
    public void A_path_that_leads_to_no_file_is_told_by_what_it_is()
    {
        using var folder = new TemporaryFolder();
        string At(string name) => Path.Combine(folder.Path, name);
        Directory.CreateDirectory(At("folder.ipynb"));
        File.CreateSymbolicLink(At("dangling.ipynb"), At("nowhere.ipynb"));
        File.CreateSymbolicLink(At("self.ipynb"), At("self.ipynb"));
        File.WriteAllText(At("real.ipynb"), Whole);
        File.CreateSymbolicLink(At("good.ipynb"), At("real.ipynb"));

        Assert.Multiple(() =>
        {
            Assert.That(Told("missing.ipynb"), Is.EqualTo("missing.ipynb: there is no such file. Name the notebook to import."));
            Assert.That(Told("no/missing.ipynb"), Is.EqualTo("missing.ipynb: there is no such file. Name the notebook to import."));
            Assert.That(Told("folder.ipynb"), Is.EqualTo("folder.ipynb: this is a folder and no file. Name the notebook to import."));
            Assert.That(Told("dangling.ipynb"), Is.EqualTo("dangling.ipynb: this is a link to a file that is not there. Name the notebook to import."));
            Assert.That(Told("self.ipynb"), Is.EqualTo("self.ipynb: this is a link that leads back to itself. Name the notebook to import."));
            Assert.That(NotebookFile.Read(At("good.ipynb")), Has.Count.EqualTo(1));
        });

        string Told(string name) => Assert.Throws<InvalidInputException>(() => NotebookFile.Read(At(name)))!.Message;
    }

    private static string WithOutput(int levels) =>
        $$"""{"nbformat":4,"cells":[{"cell_type":"code","source":"x","outputs":[{"output_type":"x","data":{{Nested(levels)}}}]}]}""";

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);

    private static string Of(IEnumerable<string> sources) =>
        $$"""{"nbformat":4,"cells":[{{string.Join(',', sources.Select(source => $$"""{"cell_type":"markdown","source":"{{source}}"}"""))}}]}""";

    private static IReadOnlyList<ImportedCell> Read(string json) => NotebookFile.Parse(Encoding.UTF8.GetBytes(json), "a.ipynb");

    private static string Refused(string json) => Refused(Encoding.UTF8.GetBytes(json));

    private static string Refused(byte[] bytes) => Assert.Throws<InvalidInputException>(() => NotebookFile.Parse(bytes, "a.ipynb"))!.Message;
}
