using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>How like the real songs a synthetic twin is, and how far it stays from each of them. Every figure is about synthetic songs.</summary>
/// <param name="Real">Real songs compared with.</param>
/// <param name="Synthetic">Synthetic songs compared.</param>
/// <param name="HitShareReal">Share of hits among the real songs.</param>
/// <param name="HitShareSynthetic">Among the synthetic ones.</param>
/// <param name="Columns">Kolmogorov-Smirnov distance of each column, 0 (the same) to 1.</param>
/// <param name="WithinGenres">Mean of that distance within genres of 100 real songs or more; NaN where there are none.</param>
/// <param name="CorrelationMean">Mean absolute difference of Pearson correlations of all pairs of columns, popularity and hit.</param>
/// <param name="CorrelationMax">The largest.</param>
/// <param name="Learning">Models trained on real or synthetic songs, tested on real songs of artists that neither has seen.</param>
/// <param name="Detector">How well trees tell the synthetic songs from the real ones.</param>
/// <param name="Distance">From each synthetic song to the real song next to it.</param>
public sealed record TwinFidelity(
    int Real, int Synthetic, double HitShareReal, double HitShareSynthetic, IReadOnlyList<ColumnDistance> Columns, double WithinGenres,
    double CorrelationMean, double CorrelationMax, IReadOnlyList<TwinLearning> Learning, TwinDetector Detector, RecordDistance Distance)
{
    private const int LargeGenre = 100;

    /// <summary>Fits, draws as many songs as asked, and compares. Takes seconds for thousands of songs.</summary>
    /// <param name="real">The songs that the figures are fitted to.</param>
    /// <param name="parameters">Their figures.</param>
    /// <param name="count">Synthetic songs to draw.</param>
    /// <param name="seed">From which they are drawn.</param>
    public static TwinFidelity Of(SongData real, TwinParameters parameters, int count, int seed)
    {
        var drawn = TwinDraw.Songs(parameters, count, seed);
        var complete = real.Songs.Where(song => double.IsFinite(song.Popularity) && TwinScale.Values(song.Song).All(double.IsFinite)).ToList();
        var (ours, theirs) = (ByColumn(complete), ByColumn(drawn));
        var names = ours.Keys.Where(name => name != "hit").ToList();
        var (mean, max) = CorrelationDifference(ours, theirs);
        return new TwinFidelity(
            complete.Count, drawn.Count, Share(complete), Share(drawn),
            names.ConvertAll(name => new ColumnDistance(name, KolmogorovSmirnov.TwoSample(ours[name], theirs[name], name).Statistic)),
            WithinLargeGenres(complete, drawn), mean, max, TwinTraining.Compare(complete, real.Card, count, seed),
            TwinDetector.Of(Shown(ours), Shown(theirs), [.. complete, .. drawn], seed), RecordDistance.Of(complete, drawn));

        Dictionary<string, double[]> Shown(Dictionary<string, double[]> columns) => names.ToDictionary(name => name, name => columns[name], StringComparer.Ordinal);
    }

    private static double Share(IReadOnlyCollection<LabelledSong> songs) => (double)songs.Count(song => song.Hit) / songs.Count;

    private static Dictionary<string, double[]> ByColumn(IReadOnlyList<LabelledSong> songs)
    {
        var columns = Enum.GetValues<AudioFeature>().ToDictionary(
            feature => AudioColumns.Names[(int)feature], feature => songs.Select(song => song.Song[feature]).ToArray(), StringComparer.Ordinal);
        columns[SongColumns.ReleaseYear] = songs.Select(song => (double)song.Song.Released!.Year).ToArray();
        columns[SongColumns.Popularity] = songs.Select(song => song.Popularity).ToArray();
        columns["hit"] = songs.Select(song => song.Hit ? 1.0 : 0.0).ToArray();
        return columns;
    }

    private static double WithinLargeGenres(IReadOnlyList<LabelledSong> real, IReadOnlyList<LabelledSong> synthetic)
    {
        var theirs = synthetic.ToLookup(song => song.Song.Genre, StringComparer.Ordinal);
        var distances = real.GroupBy(song => song.Song.Genre, StringComparer.Ordinal).Where(genre => genre.Count() >= LargeGenre && theirs[genre.Key].Any())
            .SelectMany(genre => Enumerable.Range(0, TwinScale.Count).Select(column => KolmogorovSmirnov.TwoSample(
                genre.Select(song => TwinScale.Values(song.Song)[column]).ToList(), theirs[genre.Key].Select(song => TwinScale.Values(song.Song)[column]).ToList(), "").Statistic))
            .ToList();
        return distances.Count == 0 ? double.NaN : distances.Average();
    }

    private static (double Mean, double Max) CorrelationDifference(Dictionary<string, double[]> ours, Dictionary<string, double[]> theirs)
    {
        string[] names = [.. TwinScale.Names, SongColumns.Popularity, "hit"];
        var differences = (from i in Enumerable.Range(0, names.Length)
                           from j in Enumerable.Range(0, i)
                           let real = new PairedValues(ours[names[i]], ours[names[j]]).Coefficient()
                           let made = new PairedValues(theirs[names[i]], theirs[names[j]]).Coefficient()
                           where double.IsFinite(real) && double.IsFinite(made)
                           select Math.Abs(real - made)).ToList();
        return (differences.Average(), differences.Max());
    }
}

/// <summary>How far a column of the twin lies from the real one, 0 to 1.</summary>
public sealed record ColumnDistance(string Column, double KolmogorovSmirnov);

/// <summary>Area under the ROC curve on real songs of unseen artists, over five folds.</summary>
/// <param name="Features">"audio" or "audio and genre".</param>
/// <param name="TrainedOnReal">By a model of real songs.</param>
/// <param name="TrainedOnSynthetic">By the same model of synthetic songs, drawn from figures of the same real songs.</param>
public sealed record TwinLearning(string Features, double TrainedOnReal, double TrainedOnSynthetic);
