using HitSongs.Pipeline.Songs;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Analysis;

/// <summary>The figures that charts of a data set are drawn from.</summary>
public static class SongProfiles
{
    private const int Bins = 20;
    private const double HighestPopularity = 100;

    /// <summary>Popularity in 20 bins, genres, and each audio feature's 5, 25, 50, 75 and 95 % quantiles, as <see cref="SongSummary"/> has them.</summary>
    public static SongProfile Of(SongData data)
    {
        var summary = SongSummary.Of(data.Card, SongColumns.Of(data));
        return new SongProfile(Popularity(data.Songs), summary.Genres, [.. summary.Columns.Take(AudioColumns.Names.Count).SelectMany(column => new[]
        {
            Figures(column.Column, true, column.Hits), Figures(column.Column, false, column.Others),
        })]);
    }

    private static FeatureSummary Figures(string feature, bool hit, Distribution of) =>
        new(feature, hit, of.Count, of.Missing, of.Low, of.Quartile1, of.Median, of.Quartile3, of.High);

    private static List<PopularityBin> Popularity(IReadOnlyList<LabelledSong> songs)
    {
        const double width = HighestPopularity / Bins;
        var byBin = songs.ToLookup(song => Math.Clamp((int)Math.Floor(song.Popularity / width), 0, Bins - 1));
        return
        [
            .. Enumerable
                .Range(0, Bins)
                .Select(bin => new PopularityBin(bin * width, (bin + 1) * width, byBin[bin].Count(song => song.Hit), byBin[bin].Count(song => !song.Hit))),
        ];
    }
}
