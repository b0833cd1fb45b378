using System.Text.Json.Nodes;
using HitSongs.Temporary;
using HitSongs.Tests.Pipeline;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>Songs of no known data set, read by the verbs that a user has for songs.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MappingTests
{
    private TemporaryFolder folder = null!;
    private SongTable table = null!;
    private string songs = null!;
    private string mapping = null!;

    [SetUp]
    public void MakeSongs()
    {
        (folder, table) = (new TemporaryFolder(), new SongTable());
        songs = table.WriteText(
            "mine.csv",
            string.Concat([
                "nr,fame,kind,loud,singer\n",
                .. Enumerable.Range(0, 60).Select(i => $"{i},{i},{(i % 2 == 0 ? "pop" : "folk")},-{i % 50}.5,singer {i}\n"),
            ])
        );
        mapping = table.WriteText(
            "mapping.yaml",
            "name: Mine\nhitThreshold: 30\ncolumns: {trackId: nr, popularity: fame, genre: kind, loudness: loud, artists: singer}\n"
        );
    }

    [TearDown]
    public void RemoveFolders()
    {
        folder.Dispose();
        table.Dispose();
    }

    [Test]
    public void A_model_is_trained_on_them_and_asked_about_them()
    {
        var model = Path.Combine(folder.Path, "songs.model");

        var trained = CommandRun.Of("train", "--data", songs, "--mapping", mapping, "--model", "linear", "--folds", "2", "--out", model, "--json");
        var asked = CommandRun.Of("predict", model, songs, "--mapping", mapping, "--json");

        Assert.Multiple(() =>
        {
            Assert.That((trained.ExitCode, trained.Error), Is.EqualTo((0, "")));
            Assert.That((int)JsonNode.Parse(trained.Output)!["rows"]!["used"]!, Is.EqualTo(60));
            Assert.That((asked.ExitCode, asked.Error), Is.EqualTo((0, "")));
            Assert.That(JsonNode.Parse(asked.Output)!["predictions"]!.AsArray(), Has.Count.EqualTo(60));
        });
    }

    [Test]
    public void They_are_explained()
    {
        var run = CommandRun.Of("explain", songs, "--mapping", mapping, "--json");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(JsonNode.Parse(run.Output), Is.Not.Null);
    }

    [Test]
    public void A_submitted_model_is_examined_on_them()
    {
        var model = table.WriteText("model.cs", """
            using HitSongs.Pipeline;
            using static HitSongs.Demonstrations.Modelling;

            Predict(Test.Select(s => new Prediction(s.TrackId, 50, 0.5)));
            """);

        var run = CommandRun.Of("leaks", model, "--data", songs, "--mapping", mapping, "--json");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(JsonNode.Parse(run.Output)!["leak"]!.AsArray(), Is.Not.Empty);
    }

    [TestCase("data", "check")]
    [TestCase("data", "describe")]
    [TestCase("explain")]
    [TestCase("train", "--data")]
    public void Without_their_mapping_they_are_refused_and_it_is_recommended(params string[] verb) =>
        CommandRun.Of([.. verb, songs]).AssertRefused("mine.csv:1", "--mapping");

    [TestCase("train", "--data")]
    [TestCase("explain")]
    public void A_mapping_that_is_not_there_is_refused(params string[] verb) =>
        CommandRun.Of([.. verb, songs, "--mapping", "/nonexistent.yaml"]).AssertRefused("/nonexistent.yaml");
}
