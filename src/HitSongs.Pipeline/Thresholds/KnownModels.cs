using HitSongs.Pipeline.Leaks;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.KernelRegression;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Thresholds;

/// <summary>The models that thresholds are judged by: right ones of several families, and the mistakes that people make.</summary>
public static class KnownModels
{
    /// <summary>Where each song stands in the data twice, and songs are divided at random, so many test songs in ten have their copy in training.</summary>
    private const int CopiesInTen = 8;

    private static readonly ModelRecipe Trees = new LightGbmRecipe();
    private static readonly ModelRecipe Linear = new LinearRecipe();

    /// <summary>Right ones first; without the playlist's where the songs name none.</summary>
    public static IReadOnlyList<KnownModel> For(SongData data) =>
        data.Playlists.Count > 0 ? All : [.. All.Where(model => model.Predict != (FoldPredictor)WithPlaylist)];

    private static readonly IReadOnlyList<KnownModel> All =
    [
        new("reference", true, "boosted trees on audio, genre and subgenre", (_, fold, seed) => Learnt(Trees, fold.Training, QuestionsOf(fold), seed)),
        new("linear", true, "logistic and ridge regression on audio, genre and subgenre", (_, fold, seed) =>
            Learnt(Linear, fold.Training, QuestionsOf(fold), seed)),
        new("kernel", true, "kernel regression on audio, genre and subgenre", (_, fold, seed) =>
            Learnt(new KernelRecipe(), fold.Training, QuestionsOf(fold), seed)),
        new("constant", false, "the mean of the training songs for every song", (_, fold, _) => MeanModel.Train(fold.Training).Predict(QuestionsOf(fold))),
        new("shuffled-labels", false, "the reference, trained on each other's labels", (_, fold, seed) =>
            Learnt(Trees, KnownLabels.Shuffled(fold.Training, seed), QuestionsOf(fold), seed)),
        new("playlist-kept", false, "the playlist stands in for the subgenre", WithPlaylist),
        new("duplicates", false, "copies of four test songs in five are among the training songs", (_, fold, seed) =>
            Learnt(Trees, [.. fold.Training, .. Drawn(fold.Test, seed)], QuestionsOf(fold), seed)),
        new("missing-as-zero", false, "a missing value is taken for a zero", (_, fold, seed) =>
            Learnt(Linear, [.. fold.Training.Select(song => song with { Song = Filled(song.Song) })], [.. QuestionsOf(fold).Select(Filled)], seed)),
        new("trained-on-test", false, "the test songs are among the training songs", (_, fold, seed) =>
            Learnt(Trees, [.. fold.Training, .. fold.Test], QuestionsOf(fold), seed)),
    ];

    private static List<Song> QuestionsOf(Fold fold) => [.. fold.Test.Select(song => song.Song)];

    private static IReadOnlyList<Prediction> Learnt(ModelRecipe recipe, IReadOnlyList<LabelledSong> training, IReadOnlyList<Song> questions, int seed) =>
        recipe.Train(training, FeatureSet.AudioAndGenre, seed).Predict(questions);

    private static IReadOnlyList<Prediction> WithPlaylist(SongData data, Fold fold, int seed) => Learnt(
        Trees,
        [.. fold.Training.Select(song => song with { Song = Kept(song.Song, data) })],
        [.. QuestionsOf(fold).Select(song => Kept(song, data))],
        seed);

    private static Song Kept(Song song, SongData data) => song with { Subgenre = data.Playlists.GetValueOrDefault(song.TrackId, "") };

    private static IEnumerable<LabelledSong> Drawn(IReadOnlyList<LabelledSong> songs, int seed)
    {
        var random = new SeededRandom(seed);
        return [.. songs.Where(_ => random.Below(10) < CopiesInTen)];
    }

    private static Song Filled(Song song) => song with { Audio = [.. song.Audio.Select(value => double.IsNaN(value) ? 0 : value)] };
}
