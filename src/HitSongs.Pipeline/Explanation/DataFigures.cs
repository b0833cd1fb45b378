using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Figures about what was read and used.</summary>
internal static class DataFigures
{
    public static readonly IReadOnlyList<string> Names =
    [
        "SongsRead",
        "SongsUsed",
        "Hits",
        "Others",
        "HitShare",
        "HitThreshold",
        "RepeatedRows",
        "ContradictingSongs",
        "SongsWithoutAudio",
        "PartialDates",
        "FirstOfJanuaryDates",
        "Genres",
        "Cells",
        "Artists",
        "LargestArtist",
        "PopularityMean",
        "PopularityMedian",
        "PopularityDeviation",
    ];

    public static readonly IReadOnlyList<string> NamesByGenre = ["Songs", "Hits", "HitShare"];

    public static IEnumerable<(string, StudyFigure)> Of(SongData data)
    {
        var (card, songs) = (data.Card, data.Songs);
        var popularity = Distribution.Of(songs.Select(song => song.Popularity).ToList());
        var artists = songs.CountBy(song => song.Song.PrimaryArtist, StringComparer.Ordinal).ToList();
        double[] values =
        [
            card.RowsRead, card.RowsUsed, card.Hits, card.RowsUsed - card.Hits, (double)card.Hits / card.RowsUsed, card.HitThreshold,
            Count("repeated-track-id", "track-id-in-several-files"), Count("track-id-in-several-files"), Count("missing-audio"),
            Count("year-only-date", "year-month-date"), Count("first-of-january"),
            songs.Select(song => song.Song.Genre).Distinct(StringComparer.Ordinal).Count(),
            songs.Select(song => SongCell.Of(song.Song)).Distinct(StringComparer.Ordinal).Count(),
            artists.Count, artists.Max(artist => artist.Value),
            popularity.Mean, popularity.Median, popularity.StandardDeviation,
        ];
        return Names
            .Zip(values.Select(value => new StudyFigure(value)))
            .Concat(
                songs
                    .GroupBy(song => song.Song.Genre, StringComparer.Ordinal)
                    .SelectMany(genre =>
                    {
                        double[] own = [genre.Count(), genre.Count(song => song.Hit), genre.Average(song => song.Hit ? 1.0 : 0)];
                        return NamesByGenre.Zip(own, (name, value) => (StudyFigures.Within(name, genre.Key), new StudyFigure(value)));
                    })
            );

        double Count(params string[] reasons) => card.Actions.Where(action => reasons.Contains(action.Reason)).Sum(action => action.Count);
    }
}
