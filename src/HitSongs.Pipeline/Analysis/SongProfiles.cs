using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Analysis;

/// <summary>Draws the aggregated figures of a data set.</summary>
public static class SongProfiles
{
    private const int Bins = 20;
    private const double HighestPopularity = 100;

    /// <summary>Figures of the used songs: popularity in 20 bins, genres, and each audio feature's 5, 25, 50, 75 and 95 % quantiles.</summary>
    public static SongProfile Of(SongData data) =>
        new(Popularity(data.Songs), Genres(data.Songs), Enum.GetValues<AudioFeature>().SelectMany(feature => Summaries(data.Songs, feature)).ToList());

    private static List<PopularityBin> Popularity(IReadOnlyList<LabelledSong> songs)
    {
        const double width = HighestPopularity / Bins;
        // Values outside 0 to 100 are noted on the data card and counted in the outermost bins.
        var byBin = songs.ToLookup(song => Math.Clamp((int)Math.Floor(song.Popularity / width), 0, Bins - 1));
        return Enumerable.Range(0, Bins)
            .Select(bin => new PopularityBin(bin * width, (bin + 1) * width, byBin[bin].Count(song => song.Hit), byBin[bin].Count(song => !song.Hit)))
            .ToList();
    }

    private static List<GenreCount> Genres(IReadOnlyList<LabelledSong> songs) =>
        songs.GroupBy(song => song.Song.Genre, StringComparer.Ordinal)
            .Select(genre => new GenreCount(genre.Key, genre.Count(), genre.Count(song => song.Hit)))
            .OrderByDescending(genre => genre.Songs)
            .ThenBy(genre => genre.Genre, StringComparer.Ordinal)
            .ToList();

    private static IEnumerable<FeatureSummary> Summaries(IReadOnlyList<LabelledSong> songs, AudioFeature feature)
    {
        foreach (var hit in new[] { true, false })
        {
            var all = songs.Where(song => song.Hit == hit).Select(song => song.Song[feature]).ToList();
            var values = all.Where(double.IsFinite).Order().ToArray();
            yield return new FeatureSummary(
                AudioColumns.Names[(int)feature],
                hit,
                values.Length,
                all.Count - values.Length,
                Quantiles.OfSorted(values, 0.05),
                Quantiles.OfSorted(values, 0.25),
                Quantiles.OfSorted(values, 0.5),
                Quantiles.OfSorted(values, 0.75),
                Quantiles.OfSorted(values, 0.95));
        }
    }
}
