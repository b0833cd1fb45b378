using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;
using HitSongs.Studies;
using static HitSongs.Pipeline.Explanation.NamedFigures;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Figures about what was read and used.</summary>
internal static class DataFigures
{
    public static IEnumerable<(string Name, StudyFigure Figure)> Of(SongData data)
    {
        var (card, songs) = (data.Card, data.Songs);
        var popularity = Distribution.Of(songs.Select(song => song.Popularity).ToList());
        var artists = songs.CountBy(song => song.Song.PrimaryArtist, StringComparer.Ordinal).ToList();
        var genres = songs.GroupBy(song => song.Song.Genre, StringComparer.Ordinal).ToList();
        return
        [
            Figure("SongsRead", card.RowsRead),
            Figure("SongsUsed", card.RowsUsed),
            Figure("Hits", card.Hits),
            Figure("Others", card.RowsUsed - card.Hits),
            Figure("HitShare", (double)card.Hits / card.RowsUsed),
            Figure("HitThreshold", card.HitThreshold),
            Figure("RepeatedRows", Count("repeated-track-id", "track-id-in-several-files")),
            Figure("ContradictingSongs", Count("track-id-in-several-files")),
            Figure("SongsWithoutAudio", Count("missing-audio")),
            Figure("PartialDates", Count("year-only-date", "year-month-date")),
            Figure("FirstOfJanuaryDates", Count("first-of-january")),
            Figure("Genres", genres.Count),
            Figure("Cells", songs.Select(song => SongCell.Of(song.Song)).Distinct(StringComparer.Ordinal).Count()),
            Figure("Artists", artists.Count),
            Figure("LargestArtist", artists.Max(artist => artist.Value)),
            Figure("PopularityMean", popularity.Mean),
            Figure("PopularityMedian", popularity.Median),
            Figure("PopularityDeviation", popularity.StandardDeviation),
            .. genres.SelectMany(genre => new[]
            {
                Figure(StudyFigures.Within("Songs", genre.Key), genre.Count()),
                Figure(StudyFigures.Within("Hits", genre.Key), genre.Count(song => song.Hit)),
                Figure(StudyFigures.Within("HitShare", genre.Key), genre.Average(song => song.Hit ? 1.0 : 0)),
            }),
        ];

        double Count(params string[] reasons) => card.Actions.Where(action => reasons.Contains(action.Reason)).Sum(action => action.Count);
    }
}
