using System.Text.Json.Nodes;
using HitSongs.Temporary;
using HitSongs.Tests.Pipeline;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>`hitsongs train` and `hitsongs predict` as a user runs them.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TrainAndPredictTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("train")]
    [TestCase("predict")]
    [TestCase("leaks")]
    public void Help_shows_an_example(string verb)
    {
        var (exitCode, output, _) = CommandRun.Of(verb, "--help");

        Assert.That((exitCode, output.Contains("Example")), Is.EqualTo((0, true)));
    }

    [TestCase("train", "--model", "crystal-ball")]
    [TestCase("train", "--features", "everything")]
    [TestCase("train", "--split", "hair")]
    [TestCase("train", "--calibrate", "twice")]
    [TestCase("train", "--folds", "1")]
    [TestCase("train", "--folds", "many")]
    [TestCase("train", "--repeats", "0")]
    [TestCase("train", "--split", "time", "--repeats", "2")]
    [TestCase("train", "--data", "/nonexistent.csv")]
    [TestCase("predict", "/nonexistent.model", "/nonexistent.csv")]
    [TestCase("predict")]
    public void Wrong_usage_is_told_in_one_line_with_exit_code_2(params string[] arguments) => CommandRun.Of(arguments).AssertRefused("hitsongs: ");

    [Test]
    public void Fewer_artists_than_folds_are_told_in_one_line()
    {
        using var table = new SongTable();
        var (exitCode, _, error) = CommandRun.Of(
            "train",
            "--data",
            table.Write("songs.csv", SongTable.Row("a"), SongTable.Row("b")),
            "--folds",
            "3",
            "--model",
            "mean"
        );

        Assert.That(
            (exitCode, error.Trim()),
            Is.EqualTo((2, "hitsongs: 2 primary artists cannot be divided into 3 folds. Choose fewer --folds, or another --split"))
        );
    }

    [Test]
    public void A_model_is_trained_told_of_in_json_saved_and_asked()
    {
        var model = Path.Combine(folder.Path, "songs.model");
        var table = Path.Combine(folder.Path, "predictions.csv");
        string[] data = [.. Sample.Paths];

        var trained = CommandRun.Of(["train", "--data", .. data, "--model", "linear", "--features", "all", "--folds", "2", "--out", model, "--json"]);
        var asked = CommandRun.Of(["predict", model, .. data, "--out", table]);
        var json = JsonNode.Parse(trained.Output)!.AsObject();

        Assert.Multiple(() =>
        {
            Assert.That((trained.ExitCode, trained.Error), Is.EqualTo((0, "")), "progress is for terminals");
            Assert.That(json.Select(field => field.Key), Is.EqualTo(new[] { "metrics", "remarks", "leak", "rows" }));
            Assert.That(
                json["metrics"]!.AsObject().Select(metric => string.Join(' ', metric.Value!.AsObject().Select(field => field.Key))),
                Is.All.EqualTo("value low high count baseline")
            );
            Assert.That((double)json["metrics"]!["AreaUnderRocCurve"]!["value"]!, Is.InRange(0.85, 0.99));
            Assert.That((int)json["rows"]!["used"]!, Is.EqualTo(Sample.Songs.Songs.Count));
            Assert.That(
                (int)json["rows"]!["read"]! - json["rows"]!["removed"]!.AsObject().Sum(reason => (int)reason.Value!),
                Is.EqualTo(Sample.Songs.Songs.Count),
                "every row that is not used is counted"
            );
            Assert.That((asked.ExitCode, asked.Error), Is.EqualTo((0, "")));
            Assert.That(File.ReadLines(table).First(), Is.EqualTo("track_id,popularity,hit_probability"));
            Assert.That(File.ReadLines(table).Count(), Is.EqualTo(Sample.Songs.Songs.Count + 1));
        });
    }

    // Hit shares by playlist genre: all that it knows is which playlists hits were collected from. It looks at no audio feature.
    private const string ByGenre = """
        using HitSongs.Pipeline;
        using static HitSongs.Demonstrations.Modelling;

        var shares = Training.GroupBy(s => s.Song.Subgenre).ToDictionary(g => g.Key, g => g.Average(s => s.Hit ? 1.0 : 0.0));
        Predict(Test.Select(s => new Prediction(s.TrackId, 50, shares.GetValueOrDefault(s.Subgenre, 0.3))));
        """;

    [Test]
    public void A_submitted_model_is_told_how_much_of_its_score_is_knowledge_of_playlists()
    {
        var (exitCode, output, error) = CommandRun.Of("leaks", ModelFile(ByGenre), "--json");

        var leaks = JsonNode.Parse(output)!["leak"]!.AsArray().ToDictionary(leak => (string)leak!["id"]!, leak => leak!);
        double Value(string id, string of) => (double)leaks[id][of]!;
        Assert.Multiple(() =>
        {
            Assert.That((exitCode, error), Is.EqualTo((0, "")));
            Assert.That((bool)leaks["known-playlists"]["found"]!, Is.True);
            Assert.That(
                Value("known-playlists", "value") - Value("known-playlists", "honest"),
                Is.GreaterThan(0.2),
                "of new playlists it knows at most the genre"
            );
            Assert.That((bool)leaks["shuffled-labels"]["found"]!, Is.False);
            Assert.That((bool)leaks["missing-as-zero"]["found"]!, Is.True, "it answers alike whatever is missing");
        });
    }

    [TestCase("nonsense;", 1, "does not compile")]
    [TestCase("\nthrow new System.Exception(\"no idea\");", 2, "no idea")]
    [TestCase("System.Console.WriteLine();", null, "the model gives no predictions")]
    public void A_submitted_model_that_gives_no_predictions_is_refused_in_one_line_that_says_where(string source, int? line, string reason)
    {
        var path = ModelFile(source);

        var (exitCode, output, error) = CommandRun.Of("leaks", path);

        Assert.That((exitCode, output), Is.EqualTo((2, "")));
        Assert.That(error.TrimEnd(), Does.StartWith($"hitsongs: {path}{(line is null ? "" : $":{line}")}: ").And.Contain(reason).And.Not.Contain("\n"));
    }

    [TestCase("leaks", "/nonexistent.cs")]
    [TestCase("leaks", "README.md", "--timeout", "0")]
    public void A_question_about_leaks_that_cannot_be_answered_is_refused(params string[] arguments)
    {
        var (exitCode, output, error) = CommandRun.Of(arguments);

        Assert.That((exitCode, output), Is.EqualTo((2, "")));
        Assert.That(error.TrimEnd(), Does.StartWith("hitsongs: ").And.Not.Contain("\n"));
    }

    private string ModelFile(string source)
    {
        var path = Path.Combine(folder.Path, "model.cs");
        File.WriteAllText(path, source);
        return path;
    }

    [TestCase("linear")]
    [TestCase("lightgbm")]
    public void Songs_without_popularity_are_predicted_as_they_are_with_it(string kind)
    {
        using var table = new SongTable();
        var model = Path.Combine(folder.Path, "songs.model");
        string[] columns = [.. SongTable.Columns.Where(column => column is not ("track_popularity" or "playlist_id"))];
        string[] Rows(IReadOnlyList<string> some) =>
            [.. Enumerable.Range(0, 40).Select(i => SongTable.Row($"{i}", some, ("track_popularity", $"{i * 2}"), ("loudness", $"{-i}")))];
        var known = table.Write("known.csv", Rows(SongTable.Columns));
        var unknown = table.WriteText("new.csv", string.Join('\n', [string.Join(',', columns), .. Rows(columns), ""]));

        var trained = CommandRun.Of("train", "--data", known, "--model", kind, "--folds", "2", "--out", model);
        var (with, without) = (CommandRun.Of("predict", model, known), CommandRun.Of("predict", model, unknown));

        Assert.Multiple(() =>
        {
            Assert.That(trained.ExitCode, Is.Zero, trained.Error);
            Assert.That((without.ExitCode, without.Error), Is.EqualTo((0, "")));
            Assert.That(without.Output.Split('\n'), Has.Length.EqualTo(42), "a header, forty songs, and the end");
            Assert.That(without.Output, Is.EqualTo(with.Output));
        });
    }
}
