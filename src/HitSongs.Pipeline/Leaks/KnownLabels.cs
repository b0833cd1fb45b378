using HitSongs.Metrics;
using HitSongs.Pipeline.Metrics;

namespace HitSongs.Pipeline.Leaks;

/// <summary>
/// Finds labels that a model knows from elsewhere than its training songs: trained on shuffled labels it should know nothing of the true ones.
/// </summary>
/// <remarks>
/// Pairs are compared within one genre and subgenre. Over all songs even a model that learnt nothing would often do well or badly by chance: shuffled labels
/// put genres into some order, and that order may happen to be near the true one.
/// </remarks>
public static class KnownLabels
{
    /// <summary>With fewer pairs of a hit and another song of one subgenre, chance alone reaches any threshold.</summary>
    private const int FewestPairs = 400;

    /// <summary>The same songs with each other's labels.</summary>
    public static IReadOnlyList<LabelledSong> Shuffled(IReadOnlyList<LabelledSong> songs, int seed)
    {
        var order = SeededRandom.Shuffled(Enumerable.Range(0, songs.Count), seed);
        return [.. songs.Select((song, i) => songs[order[i]] with { Song = song.Song })];
    }

    /// <summary>
    /// Share of pairs of a hit and another song of one genre and subgenre in which the hit scores higher: 0.5 is chance, 1 is knowledge of every label.
    /// Of the two scores, probability and popularity, the one that knows more counts.
    /// </summary>
    /// <param name="truth">Test songs with their true labels.</param>
    /// <param name="predictions">One for each of them, of a model that was trained on shuffled labels.</param>
    /// <returns>NaN where there are too few pairs to tell.</returns>
    public static Metric Measure(IReadOnlyList<LabelledSong> truth, IReadOnlyList<Prediction> predictions)
    {
        var byId = predictions.ToDictionary(prediction => prediction.TrackId, StringComparer.Ordinal);
        var cells = truth.GroupBy(song => (song.Song.Genre, song.Song.Subgenre)).Select(cell => cell.ToList()).ToList();
        var (hits, popularity) = (Area(cells, song => byId[song.Song.TrackId].HitProbability), Area(cells, song => byId[song.Song.TrackId].Popularity));
        return new Metric(Math.Max(hits, popularity), null, null, truth.Count, 0.5);
    }

    private static double Area(IReadOnlyList<List<LabelledSong>> cells, Func<LabelledSong, double> score)
    {
        double pairs = 0, ordered = 0;
        foreach (var cell in cells)
        {
            double hits = cell.Count(song => song.Hit), here = hits * (cell.Count - hits);
            if (here > 0)
            {
                pairs += here;
                ordered += here * HitMetrics.AreaUnderRocCurve(cell.Select(score).ToArray(), cell.Select(song => song.Hit).ToArray());
            }
        }

        return pairs < FewestPairs ? double.NaN : ordered / pairs;
    }
}
