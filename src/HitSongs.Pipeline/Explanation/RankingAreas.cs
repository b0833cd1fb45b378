using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Measures how well models of hits rank.</summary>
internal static class RankingAreas
{
    private const int Resamples = 200;

    public static Ranking Of(SongData data, IReadOnlyList<FoldModel> audio, IReadOnlyList<FoldModel> withGenre, int folds, int seed, int threads)
    {
        var (byAudio, fold) = (Predictions(audio), FoldOf(audio));
        var playlists = HasPlaylists(data) ? SongSplit.Make(data, SplitKind.Playlist, folds, seed) : null;
        return new Ranking(
            Area(audio, song => song.Song.PrimaryArtist),
            Area(withGenre, song => song.Song.PrimaryArtist),
            Within(data.Songs, song => song.Song.Genre),
            Within(data.Songs, song => SongCell.Of(song.Song)),
            Unseen(FeatureSet.Audio),
            Unseen(FeatureSet.AudioAndGenre));

        Estimate Within(IReadOnlyList<LabelledSong> songs, Func<LabelledSong, string> stratum)
        {
            // Models of two folds are two scales: only songs of one fold can be compared.
            var strata = songs.GroupBy(stratum, StringComparer.Ordinal).Select(group => (IReadOnlyList<LabelledSong>)[.. group]).ToList();
            var effect = CellConcordance.Of(strata, song => byAudio[song.Song.TrackId], "", song => fold[song.Song.TrackId]).Effect;
            return new Estimate(effect.Value, effect.Low, effect.High);
        }

        Estimate Unseen(FeatureSet set)
        {
            return playlists is null
                ? new Estimate(double.NaN)
                : Area(FoldModel.TrainAll(playlists, set, threads), SongSplit.ResamplingUnit(data, SplitKind.Playlist));
        }
    }

    private static bool HasPlaylists(SongData data) =>
        data.Playlists.Values.Distinct(StringComparer.Ordinal).Count() >= 10
        && data.Songs.All(song => data.Playlists.GetValueOrDefault(song.Song.TrackId) is { Length: > 0 });

    private static Dictionary<string, double> Predictions(IReadOnlyList<FoldModel> models) =>
        models.SelectMany(model => model.Songs.Zip(model.Predict())).ToDictionary(pair => pair.First.Song.TrackId, pair => pair.Second, StringComparer.Ordinal);

    private static Dictionary<string, int> FoldOf(IReadOnlyList<FoldModel> models) =>
        models
            .SelectMany((model, i) => model.Songs.Select(song => (song.Song.TrackId, i)))
            .ToDictionary(pair => pair.TrackId, pair => pair.i, StringComparer.Ordinal);

    /// <summary>Area over the songs of all folds, with an interval over units that are drawn as a whole.</summary>
    private static Estimate Area(IReadOnlyList<FoldModel> models, Func<LabelledSong, string> unit)
    {
        var rows = models.SelectMany(model => model.Songs.Zip(model.Predict())).OrderByDescending(row => row.Second).ToList();
        var (scores, hits) = (rows.ConvertAll(row => row.Second).ToArray(), rows.ConvertAll(row => row.First.Hit).ToArray());
        var units = new UnitDraws(rows.Select(row => unit(row.First)), Resamples, seed: 1);
        return Resampled.Of(HitMetrics.AreaUnderRocCurve(scores, hits), units.Draws.Select(times =>
            HitMetrics.AreaUnderRocCurve(scores, hits, Enumerable.Range(0, scores.Length).Select(i => times[units.UnitOf(i)]).ToArray())));
    }
}
