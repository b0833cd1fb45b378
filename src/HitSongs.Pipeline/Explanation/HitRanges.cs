using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Finds which values of audio features go with hits.</summary>
public static class HitRanges
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
        return new HitRange(feature, genre, HitBands.Of(hits, feature), HitBands.Of(others, feature), difference);
    }

    private static IReadOnlyList<HitRange> Correct(List<HitRange> family)
    {
        var tests = FalseDiscovery.Correct(family.ConvertAll(range => range.Difference));
        return [.. family.Select((range, i) => range with { Difference = tests[i] })];
    }
}
