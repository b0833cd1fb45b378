using HitSongs.Metrics;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Leaks;

/// <summary>Part of a model's score due to knowledge that it would not have of new songs, found by taking that knowledge away.</summary>
public static class ModelLeaks
{
    /// <summary>Labels that are shuffled everywhere leave nothing to learn: 0.5, by more than four standard deviations (.012 on five thousand songs).</summary>
    private const double FurthestFromChance = 0.06;

    /// <summary>Below this, a difference between two divisions is what two divisions of one kind differ by.</summary>
    private const double Noticeable = 0.01;

    private const int Folds = 5;

    /// <param name="train">Trains a model on songs with a seed.</param>
    /// <param name="seed">Seed of divisions, of models and of the shuffling.</param>
    /// <param name="threads">Folds that are worked on at the same time; the result does not depend on it.</param>
    /// <param name="done">Told after each of <see cref="Parts"/> parts.</param>
    public static IReadOnlyList<LeakFinding> Of(
        SongData data, Func<IReadOnlyList<LabelledSong>, int, ISongModel> train, int seed = 1, int threads = 1, Action? done = null)
    {
        var random = Area(data, SplitKind.Random);
        var artist = Area(data, SplitKind.Artist);
        var playlist = Area(data, SplitKind.Playlist);
        var time = Area(data, SplitKind.Time);
        var shuffled = Area(data with { Songs = KnownLabels.Shuffled(data.Songs, seed) }, SplitKind.Artist);
        return
        [
            Compare("random-split", random, artist, "songs are divided at random instead of by artist", "knowledge of artists"),
            Compare("known-playlists", artist, playlist, "test songs come from playlists of the training songs", "knowledge of playlists"),
            Compare("known-future", artist, time, "training songs may be newer than test songs", "knowledge of the time after a song's release"),
            Chance(shuffled),
        ];

        double Area(SongData songs, SplitKind kind)
        {
            try
            {
                var plan = new ValidationPlan(kind, Folds, 1, seed) { Threads = threads };
                var result = RepeatedEvaluation.Evaluate(songs, plan, train);
                return RankingOf(result.Truth, result.Repeats[0].Predictions);
            }
            catch (ArgumentException)
            {
                return double.NaN; // the songs cannot be divided so
            }
            finally
            {
                done?.Invoke();
            }
        }
    }

    /// <summary>Number of calls of <c>done</c>.</summary>
    public const int Parts = 5;

    /// <summary>Whether a model tells a value that is missing from a zero; one that does not has filled gaps with zeros.</summary>
    /// <param name="songs">Some songs with all their features.</param>
    public static LeakFinding MissingValues(ISongModel model, IReadOnlyList<Song> songs)
    {
        // All variants are asked about at once: a model may be a process that is trained whenever it is asked.
        var variants = Enum.GetValues<AudioFeature>().SelectMany(feature => With(songs, feature, double.NaN).Concat(With(songs, feature, 0)));
        var answers = model.Predict([.. variants.Select((song, i) => song with { TrackId = $"{song.TrackId}-{i}" })]);
        var differing = answers
            .Chunk(2 * songs.Count)
            .Count(both => both.Take(songs.Count).Zip(both.Skip(songs.Count)).Any(pair => Differ(pair.First, pair.Second)));
        var features = AudioColumns.Names.Count;
        return new LeakFinding(
            "missing-as-zero",
            "features",
            features - differing,
            0,
            differing == 0,
            differing == 0
                ? "The model answers alike for a missing value and for a zero, in every audio feature: gaps were filled with zeros, which are values that "
                    + "songs have."
                : $"The model tells a missing value from a zero in {differing} of {features} audio features."
        );
    }

    private static bool Differ(Prediction one, Prediction other) =>
        !one.HitProbability.Equals(other.HitProbability) || !one.Popularity.Equals(other.Popularity);

    private static LeakFinding Compare(string id, double with, double without, string how, string what)
    {
        if (double.IsNaN(with) || double.IsNaN(without))
            return new LeakFinding(
                id, MetricNames.AreaUnderRocCurve, with, without, Found: false, $"The songs cannot be divided so that {what} is taken away.");
        var (gain, above) = (with - without, Math.Max(with - 0.5, 1e-9));
        return new LeakFinding(
            id,
            MetricNames.AreaUnderRocCurve,
            with,
            without,
            gain > Noticeable,
            gain > Noticeable
                ? $"Where {how}, the model reaches {DataLeaks.Text(with)}, otherwise {DataLeaks.Text(without)}: {Math.Min(1, gain / above):P0} of what it is "
                    + $"better than chance is {what}."
                : $"Where {how}, the model reaches {DataLeaks.Text(with)}, otherwise {DataLeaks.Text(without)}: none of it is {what}."
        );
    }

    private static LeakFinding Chance(double area)
    {
        var found = Math.Abs(area - 0.5) > FurthestFromChance;
        return new LeakFinding("shuffled-labels", MetricNames.AreaUnderRocCurve, area, 0.5, found, found
            ? $"With shuffled labels the model still reaches {DataLeaks.Text(area)}, where there is nothing to learn: it gets the labels of test songs."
            : $"With shuffled labels the model reaches {DataLeaks.Text(area)}, which is chance: it gets no label of a test song.");
    }

    private static IReadOnlyList<Song> With(IReadOnlyList<Song> songs, AudioFeature feature, double value) =>
        [.. songs.Select(song => song with { Audio = [.. song.Audio.Select((old, i) => i == (int)feature ? value : old)] })];

    private static double RankingOf(IReadOnlyList<LabelledSong> truth, IReadOnlyList<Prediction> predictions)
    {
        var byId = predictions.ToDictionary(prediction => prediction.TrackId, prediction => prediction.HitProbability, StringComparer.Ordinal);
        return HitMetrics.AreaUnderRocCurve(truth.Select(song => byId[song.Song.TrackId]).ToArray(), truth.Select(song => song.Hit).ToArray());
    }
}
