using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Which values of audio features go with hits: for all songs, by genre, and inside playlists.</summary>
/// <param name="Overall">One per audio feature.</param>
/// <param name="ByGenre">Genres with enough hits and others; one family of tests.</param>
/// <param name="WithinCells">By position of <see cref="AudioFeature"/>: whether hits differ from others of the same playlist (genre and subgenre).</param>
/// <param name="Cells">Cells that have both hits and others.</param>
/// <param name="SongsInCells">Songs in them.</param>
public sealed record RangeStudy(
    IReadOnlyList<HitRange> Overall, IReadOnlyList<HitRange> ByGenre, IReadOnlyList<StatisticalTest> WithinCells, int Cells, int SongsInCells)
{
    /// <summary>A genre needs so many hits and so many others.</summary>
    public const int FewestSongs = 10;

    public static RangeStudy Of(SongData data)
    {
        var features = Enum.GetValues<AudioFeature>();
        var mixed = CellConcordance.MixedCells(data.Songs);
        return new RangeStudy(
            Correct([.. features.Select(feature => Range(data.Songs, feature, null))]),
            Correct([.. data.Songs.GroupBy(song => song.Song.Genre, StringComparer.Ordinal)
                .Where(genre => genre.Count(song => song.Hit) >= FewestSongs && genre.Count(song => !song.Hit) >= FewestSongs)
                .OrderByDescending(genre => genre.Count()).ThenBy(genre => genre.Key, StringComparer.Ordinal)
                .SelectMany(genre => features.Select(feature => Range([.. genre], feature, genre.Key)))]),
            FalseDiscovery.Correct([.. features.Select(feature => CellConcordance.Of(mixed, song => song.Song[feature], AudioColumns.Names[(int)feature]))]),
            mixed.Count,
            mixed.Sum(cell => cell.Count));
    }

    private static HitRange Range(IReadOnlyList<LabelledSong> songs, AudioFeature feature, string? genre)
    {
        var (hits, others) = (songs.Where(song => song.Hit).ToList(), songs.Where(song => !song.Hit).ToList());
        var difference = RankTests.MannWhitney(
            hits.ConvertAll(song => song.Song[feature]),
            others.ConvertAll(song => song.Song[feature]),
            $"{AudioColumns.Names[(int)feature]}: hits against others{(genre is null ? "" : $" in {genre}")}");
        return new HitRange(feature, genre, HitBand.Of(hits, feature), HitBand.Of(others, feature), difference);
    }

    private static IReadOnlyList<HitRange> Correct(List<HitRange> family)
    {
        var tests = FalseDiscovery.Correct(family.ConvertAll(range => range.Difference));
        return [.. family.Select((range, i) => range with { Difference = tests[i] })];
    }
}
