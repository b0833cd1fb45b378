using System.Text.Json.Nodes;
using HitSongs.Temporary;
using HitSongs.Tests.Pipeline;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>`hitsongs data …` as a user runs it.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DataVerbTests
{
    private TemporaryFolder folder = null!;
    private SongTable table = null!;

    [SetUp]
    public void MakeFolders() => (folder, table) = (new TemporaryFolder(), new SongTable());

    [TearDown]
    public void RemoveFolders()
    {
        folder.Dispose();
        table.Dispose();
    }

    [TestCase("check")]
    [TestCase("describe")]
    [TestCase("fit")]
    [TestCase("synthesize")]
    public void Help_shows_an_example(string verb)
    {
        var run = CommandRun.Of("data", verb, "--help");

        Assert.That((run.ExitCode, run.Output.Contains("Example")), Is.EqualTo((0, true)));
    }

    [Test]
    public void Check_counts_what_was_removed_and_names_its_lines()
    {
        var file = table.Write(
            "songs.csv",
            SongTable.Row("a", null, ("track_popularity", "80")),
            SongTable.Row("a"),
            SongTable.Row("b", null, ("energy", "7"))
        );

        var run = CommandRun.Of("data", "check", file, "--rows");

        Assert.Multiple(() =>
        {
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
            Assert.That(run.Output, Does.Contain("3 rows read, 2 songs used, 1 hits"));
            Assert.That(run.Output, Does.Contain("songs.csv:3: repeated-track-id"));
            Assert.That(run.Output, Does.Contain("songs.csv:4: out-of-range (energy 7)"));
        });
    }

    [Test]
    public void Check_reads_an_unknown_data_set_by_its_mapping_and_tells_it_in_json_alone()
    {
        var file = table.WriteText("mine.csv", "id,pop\na,40\nb,20\n");
        var mapping = table.WriteText("mapping.yaml", "name: Mine\nhitThreshold: 30\ncolumns: {trackId: id, popularity: pop}\n");

        var run = CommandRun.Of("data", "check", file, "--mapping", mapping, "--json");
        var card = JsonNode.Parse(run.Output)!["card"]!;

        Assert.That((run.ExitCode, (string?)card["name"], (int)card["rowsUsed"]!, (int)card["hits"]!), Is.EqualTo((0, "Mine", 2, 1)));
    }

    [Test]
    public void Describe_tells_columns_genres_and_tests()
    {
        var run = CommandRun.Of(["data", "describe", .. Sample.Paths, "--json"]);
        var summary = JsonNode.Parse(run.Output)!["summary"]!;

        Assert.Multiple(() =>
        {
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
            Assert.That((int)summary["card"]!["rowsUsed"]!, Is.EqualTo(Sample.Songs.Songs.Count));
            Assert.That(summary["columns"]!.AsArray().Select(column => (string?)column!["column"]), Does.Contain("loudness").And.Contain("popularity"));
            Assert.That(JsonNode.Parse(run.Output)!["families"]!.AsArray(), Is.Not.Empty);
        });
    }

    [Test]
    public void Describe_prints_a_table_without_control_characters_of_the_file()
    {
        var file = table.Write(
            "songs.csv",
            [.. Enumerable.Range(0, 30).Select(i => SongTable.Row($"{i}", null, ("track_popularity", $"{40 + i * 2}"), ("playlist_genre", "\u001b[31mpop")))]
        );

        var run = CommandRun.Of("data", "describe", file);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain("30 songs").And.Not.Contain("\u001b"));
    }

    [TestCase("check", "/nonexistent.csv")]
    [TestCase("check", "--mapping", "/nonexistent.yaml")]
    [TestCase("describe", "/nonexistent.csv")]
    public void Wrong_usage_is_told_in_one_line_with_exit_code_2(params string[] arguments) => CommandRun.Of(["data", .. arguments]).AssertRefused();

    [TestCase("check")]
    [TestCase("describe")]
    public void A_file_with_a_broken_number_is_refused_with_line_and_column(string verb) =>
        CommandRun
            .Of("data", verb, table.Write("songs.csv", SongTable.Row("a"), SongTable.Row("b", null, ("tempo", "fast"))))
            .AssertRefused("songs.csv:3", "tempo", "fast");
}
