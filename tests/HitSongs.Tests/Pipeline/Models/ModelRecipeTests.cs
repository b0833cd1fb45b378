using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.Average;
using HitSongs.Pipeline.Models.Calibrators;
using HitSongs.Pipeline.Models.KernelRegression;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Models.Recipes;
using HitSongs.Pipeline.Models.Saving;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Models;

/// <summary>What holds for every model, whatever its kind.</summary>
public sealed class ModelRecipeTests
{
    /// <summary>A tenth of the sample, from all its playlists.</summary>
    private static readonly IReadOnlyList<LabelledSong> Songs = [.. Sample.Songs.Songs.Where((_, i) => i % 10 == 0)];

    /// <summary>Every model, small enough for a test.</summary>
    private static readonly IReadOnlyDictionary<string, ModelRecipe> Small = new Dictionary<string, ModelRecipe>
    {
        ["mean"] = new MeanRecipe(),
        ["linear"] = new LinearRecipe(),
        ["lightgbm"] = new LightGbmRecipe { Settings = LightGbmSettings.CategorySplits with { Trees = 30 } },
        ["one-hot"] = new LightGbmRecipe { Settings = LightGbmSettings.OneHot with { Trees = 20 } },
        ["kernel"] = new KernelRecipe(),
        ["average"] = new AverageRecipe
        {
            Members = [new LightGbmRecipe { Settings = LightGbmSettings.CategorySplits with { Trees = 10 } }, new KernelRecipe()],
        },
        ["platt"] = new CalibratedRecipe(new LinearRecipe(), CalibrationKind.Platt),
        ["isotonic"] = new CalibratedRecipe(new LightGbmRecipe { Settings = LightGbmSettings.OneHot with { Trees = 20 } }, CalibrationKind.Isotonic)
        {
            Folds = 2,
        },
    };

    public static IEnumerable<string> Names => Small.Keys;

    [Test]
    public void Every_named_model_is_tried_here() => Assert.That(ModelRecipes.All.Keys, Is.SubsetOf(Small.Keys));

    [TestCaseSource(nameof(Names))]
    public void Probabilities_and_popularities_lie_in_their_ranges_one_for_each_song(string name)
    {
        var fold = ArtistFolds.Make(Songs, 2, seed: 1)[0];
        var model = Small[name].Train(fold.Training, FeatureSet.All, seed: 1);

        var predictions = model.Predict([.. fold.Test.Select(song => song.Song)]);

        Assert.That(() => ModelEvaluation.CheckPredictions(fold.Test, predictions), Throws.Nothing);
        Assert.That(predictions.Select(p => p.Popularity), Is.All.InRange(0, 100));
        Assert.That(model.Predict([]), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void The_same_seed_gives_the_same_bytes_and_a_loaded_model_the_same_predictions(string name)
    {
        var model = Small[name].Train(Songs, FeatureSet.All, seed: 7);
        var again = Small[name].Train(Songs, FeatureSet.All, seed: 7);
        var bytes = SongModelFile.ToBytes(model, SongModelFileTests.Card);

        Assert.That(SongModelFile.ToBytes(again, SongModelFileTests.Card).AsSpan().SequenceEqual(bytes), "another training");
        using var folder = new SongTable();
        var path = Path.Combine(folder.Folder, "songs.model");
        SongModelFile.Save(path, model, SongModelFileTests.Card);
        var (loaded, card) = SongModelFile.Load(path);
        var asked = Sample.Songs.Songs.Skip(3).Take(200).Select(song => song.Song).ToList();
        Assert.That(loaded.Predict(asked), Is.EqualTo(model.Predict(asked)));
        Assert.That(SongModelFile.ToBytes(loaded, card).AsSpan().SequenceEqual(bytes), "saved once more");
    }

    [TestCaseSource(nameof(Names))]
    public void A_prediction_does_not_depend_on_the_songs_asked_beside_it(string name)
    {
        var model = Small[name].Train(Songs, FeatureSet.AudioAndGenre, seed: 1);
        var asked = Sample.Songs.Songs.Take(50).Select(song => song.Song).ToList();

        var together = model.Predict(asked);
        var alone = asked.SelectMany(song => model.Predict([song])).ToList();

        // Products of matrices of other sizes are summed in another order, in single precision.
        Assert.That(alone.Select(p => p.Popularity), Is.EqualTo(together.Select(p => p.Popularity)).Within(0.01));
        Assert.That(alone.Select(p => p.HitProbability), Is.EqualTo(together.Select(p => p.HitProbability)).Within(1e-3));
    }

    [Test, Combinatorial]
    public void Odd_training_songs_give_finite_predictions(
        [ValueSource(nameof(Names))] string name,
        [Values(
            "three songs",
            "one song",
            "hits only",
            "no hits",
            "one genre",
            "constant columns",
            "a missing column",
            "nothing but missing",
            "infinities",
            "one artist"
        )]
            string oddity
    )
    {
        var songs = Odd(oddity);
        var model = Small[name].Train(songs, FeatureSet.All, seed: 1);

        var predictions = model.Predict([
            .. songs.Select(song => song.Song),
            MadeSongs.Unlabelled("new", genre: "unheard of", energy: double.PositiveInfinity),
        ]);

        Assert.That(predictions.Select(p => p.Popularity), Is.All.InRange(0, 100));
        Assert.That(predictions.Select(p => p.HitProbability), Is.All.InRange(0, 1));
        if (oddity is "hits only" or "no hits")
            Assert.That(predictions.Average(p => p.HitProbability), oddity is "hits only" ? Is.GreaterThan(0.9) : Is.LessThan(0.1));
    }

    [TestCase("mean")]
    [TestCase("linear")]
    [TestCase("lightgbm")]
    [TestCase("kernel")]
    public void A_hundred_thousand_identical_songs_are_predicted_as_they_are(string name)
    {
        var song = Songs[0].Song;
        var songs = Enumerable.Range(0, 100_000).Select(i => new LabelledSong(song with { TrackId = $"{i}" }, i % 2 == 0 ? 80 : 40, i % 2 == 0)).ToList();

        var model = Small[name].Train(songs, FeatureSet.AudioAndGenre, seed: 1);
        var prediction = model.Predict([song])[0];

        // Nothing tells them apart: all that can be said is the mean.
        Assert.That(prediction.HitProbability, Is.EqualTo(0.5).Within(0.05));
        Assert.That(prediction.Popularity, Is.EqualTo(60).Within(2));
    }

    [Test]
    public void Without_songs_nothing_can_be_learnt() => Assert.That(() => new LinearRecipe().Train([], FeatureSet.Audio, 1), Throws.ArgumentException);

    private static List<LabelledSong> Odd(string oddity)
    {
        var some = Songs.Take(30).ToList();
        return oddity switch
        {
            "three songs" => [Songs[0], Songs[100], Songs[200]],
            "one song" => [Songs[0]],
            "hits only" => [.. Songs.Where(song => song.Hit).Take(40)],
            "no hits" => [.. Songs.Where(song => !song.Hit).Take(40)],
            "one genre" => some.ConvertAll(song => song with { Song = song.Song with { Genre = "pop", Subgenre = "soft" } }),
            "constant columns" => some.ConvertAll(song => song with { Song = song.Song with { Audio = Songs[0].Song.Audio } }),
            "a missing column" => some.ConvertAll(song => song with { Song = song.Song with { Audio = [double.NaN, .. song.Song.Audio.Skip(1)] } }),
            "nothing but missing" => some.ConvertAll(song => song with { Song = Empty(song.Song) }),
            "infinities" => some.Select(
                    (song, i) =>
                        song with
                        {
                            Song = song.Song with
                            {
                                Audio = [i % 2 == 0 ? double.PositiveInfinity : double.NegativeInfinity, double.MaxValue, .. song.Song.Audio.Skip(2)],
                            },
                        }
                )
                .ToList(),
            _ => some.ConvertAll(song => song with { Song = song.Song with { Artists = "One", PrimaryArtist = "One" } }),
        };
    }

    private static Song Empty(Song song) => song with
    {
        Name = "",
        Album = "",
        Genre = "",
        Subgenre = "",
        Released = null,
        Audio = [.. Enumerable.Repeat(double.NaN, AudioColumns.Names.Count)],
    };
}
