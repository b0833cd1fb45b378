using System.Globalization;
using HitSongs.Metrics;
using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Explanation;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.KernelRegression;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Songs;

/// <summary>Files of songs that no model is made for, from the file to the metrics and the study: an answer, or one line that says what is wrong.</summary>
public sealed class OddSongFilesTests
{
    private const int Rows = 60;

    /// <summary>What is changed in each of sixty good rows, by the row's number.</summary>
    private static readonly Dictionary<string, Func<int, (string Column, string Value)[]>> Oddities = new()
    {
        ["hits only"] = _ => [("track_popularity", "90")],
        ["no hits"] = _ => [("track_popularity", "20")],
        ["one genre"] = _ => [("playlist_genre", "pop"), ("playlist_subgenre", "soft")],
        ["a column that is missing throughout"] = _ => [("energy", "")],
        ["no audio at all"] = _ => [.. AudioColumns.Names.Select(name => (name, ""))],
        ["a constant column"] = _ => [("energy", "0.5")],
        ["nothing but constant columns"] = _ =>
            [
                .. AudioColumns.Names.Select(name => (name, name is "tempo" or "duration_ms" ? "100" : "1")),
                ("playlist_genre", "pop"),
                ("track_album_release_date", "2020-05-17"),
            ],
        ["negative durations"] = i => [("duration_ms", i % 5 == 0 ? "-200000" : "200000")],
        ["dates to come"] = _ => [("track_album_release_date", "2099-01-01")],
        ["no dates"] = _ => [("track_album_release_date", "")],
        ["popularity of 150"] = i => i % 5 == 0 ? [("track_popularity", "150")] : [],
    };

    private SongTable table = null!;

    public static IEnumerable<string> Names => Oddities.Keys;

    [SetUp]
    public void MakeFolder() => table = new SongTable();

    [TearDown]
    public void RemoveFolder() => table.Dispose();

    [TestCaseSource(nameof(Names))]
    public void Odd_songs_are_counted_described_learnt_and_studied(string oddity)
    {
        var data = SongFiles.Read([table.Write("songs.csv", [.. Enumerable.Range(0, Rows).Select(i => Row(i, Oddities[oddity](i)))])]);

        Assert.That((data.Card.RowsRead, data.Card.RowsUsed), Is.EqualTo((Rows, oddity == "popularity of 150" ? 48 : Rows)));
        AssertAnswered(data);
    }

    [Test]
    public void Three_songs_are_counted_described_learnt_and_studied() =>
        AssertAnswered(
            SongFiles.Read([
                table.Write(
                    "songs.csv",
                    [.. new[] { "90", "30", "80" }.Select((popularity, i) => SongTable.Row($"{i}", null, ("track_popularity", popularity)))]
                ),
            ])
        );

    [TestCase("inf")]
    [TestCase("-Infinity")]
    [TestCase("1e999")]
    public void An_infinity_is_refused_with_its_line_and_column(string text) =>
        Assert.That(
            () => SongFiles.Read([table.Write("songs.csv", Row(0), Row(1, ("loudness", text)))]),
            Throws
                .InstanceOf<InvalidInputException>()
                .With.Message.Contains($"songs.csv:3: column 'loudness' (field 13): '{text}' is not a finite number. Leave the field empty")
        );

    [Test]
    public void Nothing_but_popularities_of_150_is_refused() => Assert.That(
        () => SongFiles.Read([table.Write("songs.csv", Row(0, ("track_popularity", "150")), Row(1, ("track_popularity", "150")))]),
        Throws.InstanceOf<InvalidInputException>().With.Message.Contains("no row has both a track id and a popularity (0 to 100)"));

    [Test]
    public void A_hundred_thousand_times_the_same_row_is_one_song()
    {
        var data = SongFiles.Read([table.Write("songs.csv", [.. Enumerable.Repeat(SongTable.Row("a"), 100_000)])]);

        Assert.That((data.Card.RowsRead, data.Card.RowsUsed), Is.EqualTo((100_000, 1)));
        Assert.That(
            data.Card.Actions.Single(action => action.Count > 0),
            Has.Property("Reason").EqualTo("repeated-track-id").And.Property("Count").EqualTo(99_999)
        );
        Assert.That(SongDescription.Of(data).Summary.Columns.Single(column => column.Column == "energy").All.Distinct, Is.EqualTo(1));
        Assert.That(SongStudy.Of(data).Importance, Is.Null);
    }

    [Test]
    public void A_hundred_thousand_songs_that_differ_in_nothing_but_their_id_are_described_and_studied()
    {
        var rest = SongTable.Row("", null, ("track_artist", "Artist"), ("track_name", "Song"));
        var path = table.Write("songs.csv", [.. Enumerable.Range(0, 100_000).Select(i => $"{i}{rest}")]);

        var (data, description) = (SongFiles.Read([path]), SongDescription.OfFiles([path]));

        Assert.That(description.Summary.Card.RowsUsed, Is.EqualTo(100_000));
        Assert.That(description.Summary.Columns.Where(column => column.All.Count > 0).Select(column => column.All.StandardDeviation), Is.All.Zero);
        Assert.That(description.Families.SelectMany(family => family.Tests).Select(test => test.P), Is.All.NaN, "nothing differs");
        Assert.That(SongStudy.Of(data).Importance, Is.Null, "one artist, one class");
    }

    private static string Row(int i, params (string Column, string Value)[] changes)
    {
        (string Column, string Value)[] usual =
        [
            ("track_popularity", $"{40 + i}"),
            ("playlist_genre", i % 2 == 0 ? "pop" : "rock"),
            ("track_album_release_date", $"20{10 + (i % 9)}-0{1 + (i % 9)}-11"),
            ("energy", (i / 100.0).ToString(CultureInfo.InvariantCulture)),
            ("loudness", $"-{i % 20}.5"),
        ];
        return SongTable.Row($"{i}", null, [.. changes, .. usual]);
    }

    /// <summary>Every metric is a number or undefined and never infinite; what compares classes is undefined where there is one.</summary>
    private static void AssertAnswered(SongData data)
    {
        var oneClass = data.Card.Hits == 0 || data.Card.Hits == data.Card.RowsUsed;
        foreach (
            ModelRecipe recipe in (ModelRecipe[])
                [
                    new MeanRecipe(),
                    new LinearRecipe(),
                    new LightGbmRecipe { Settings = LightGbmSettings.CategorySplits with { Trees = 10 } },
                    new KernelRecipe(),
                ]
        )
        {
            var metrics = RepeatedEvaluation
                .Evaluate(data, new ValidationPlan(SplitKind.Artist, 2, 1, 1), (songs, seed) => recipe.Train(songs, FeatureSet.All, seed))
                .Metrics;
            Assert.That(metrics.Values.Select(metric => metric.Value), Is.All.Matches<double>(value => !double.IsInfinity(value)), $"{recipe}");
            Assert.That(double.IsNaN(metrics[MetricNames.AreaUnderRocCurve].Value), Is.EqualTo(oneClass), $"{recipe}");
        }

        Assert.That(SongDescription.Of(data).Summary.Card.RowsUsed, Is.EqualTo(data.Songs.Count));
        var study = SongStudy.Of(data);
        Assert.That(study.Conclusions, Is.Not.Empty);
        Assert.That(study.Importance is null, Is.EqualTo(oneClass || data.Songs.Count < 25));
    }
}
