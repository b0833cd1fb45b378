using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Whether month and season of release matter, for all songs and by genre.</summary>
/// <param name="Latest">The year of the latest release; 0 without dates.</param>
/// <param name="YearOnly">Songs of which only the year or the month is known: set apart, never taken for January.</param>
/// <param name="Periods">Months and seasons of <see cref="ReleaseSubset.KnownDays"/>.</param>
/// <param name="Overall">Every subset and period, all genres together.</param>
/// <param name="ByGenre">Genres with enough songs, for <see cref="ReleaseSubset.KnownDays"/> and <see cref="ReleaseSubset.EarlierYears"/>; one family per
/// subset and period.</param>
public sealed record ReleaseStudy(
    int Latest, int YearOnly, IReadOnlyList<PeriodShare> Periods, IReadOnlyList<ReleaseTest> Overall, IReadOnlyList<ReleaseTest> ByGenre)
{
    /// <summary>Genres with fewer songs are not tested on their own.</summary>
    public const int SmallestGenre = 40;

    /// <summary>With 22 genres Benjamini and Hochberg ask for p of .002 and less, so that 1,000 would be too few.</summary>
    private const int Permutations = 1999;

    private const int Seed = 1;

    /// <summary>Subsets in which genres are tested on their own.</summary>
    internal static readonly ReleaseSubset[] GenreSubsets = [ReleaseSubset.KnownDays, ReleaseSubset.EarlierYears];

    private static readonly ReleasePeriod[] BothPeriods = [ReleasePeriod.Month, ReleasePeriod.Season];

    public static ReleaseStudy Of(SongData data)
    {
        var latest = data.Songs.Select(song => song.Song.Released?.Year ?? 0).DefaultIfEmpty().Max();
        var dated = ReleaseSubset.All.ToDictionary(subset => subset, subset => Dated(data, subset, latest));
        var known = dated[ReleaseSubset.KnownDays];
        return new ReleaseStudy(
            latest,
            data.Songs.Count(song => song.Song.Released is { Day: null }),
            [.. BothPeriods.SelectMany(period => Shares(known, period))],
            [.. ReleaseSubset.All.SelectMany(subset => BothPeriods.Select(period => Test(dated[subset], subset, period, null)))],
            [.. GenreSubsets.SelectMany(subset => BothPeriods.SelectMany(period => Genres(dated[subset], subset, period)))]);
    }

    /// <summary>One of <see cref="Overall"/>.</summary>
    public ReleaseTest this[ReleaseSubset subset, ReleasePeriod period] => Overall.Single(test => test.Subset == subset && test.Period == period);

    private static List<DatedSong> Dated(SongData data, ReleaseSubset subset, int latest) =>
        [
            .. data
                .Songs.Select(song => (song, Month: subset.MonthOf(song.Song, latest)))
                .Where(pair => pair.Month is not null)
                .Select(pair => new DatedSong(pair.song, pair.Month!.Value)),
        ];

    private static IEnumerable<PeriodShare> Shares(List<DatedSong> songs, ReleasePeriod period)
    {
        var groups = songs.ToLookup(song => period.Of(song.Month));
        return period
            .Names()
            .Select(
                (name, i) =>
                    new PeriodShare(
                        period, name, groups[i].Count(), groups[i].Count(song => song.Labelled.Hit),
                        Quantiles.Of(groups[i].Select(song => song.Labelled.Popularity).Where(double.IsFinite), 0.5))
            );
    }

    private static IReadOnlyList<ReleaseTest> Genres(List<DatedSong> songs, ReleaseSubset subset, ReleasePeriod period) =>
        ReleaseTest.Correct([.. songs.GroupBy(song => song.Labelled.Song.Genre, StringComparer.Ordinal)
            .Where(genre => genre.Count() >= SmallestGenre)
            .OrderBy(genre => genre.Key, StringComparer.Ordinal)
            .Select(genre => Test([.. genre], subset, period, genre.Key))]);

    private static ReleaseTest Test(List<DatedSong> songs, ReleaseSubset subset, ReleasePeriod period, string? genre)
    {
        var what = $"by {period.ToString().ToLowerInvariant()}{(genre is null ? "" : $" in {genre}")}, {subset.Description}";
        var groups = Enumerable
            .Range(0, period.Names().Count)
            .Select(i => songs.Where(song => period.Of(song.Month) == i).Select(song => song.Labelled).ToList())
            .ToList();
        return new ReleaseTest(
            subset,
            period,
            genre,
            RankTests.KruskalWallis([.. groups.Select(group => group.ConvertAll(song => song.Popularity))], $"popularity {what}"),
            TableTests.ChiSquared(
                [.. groups.Select(group => (IReadOnlyList<int>)[group.Count(song => song.Hit), group.Count(song => !song.Hit)])], $"hits {what}"),
            StratifiedPermutation.Test(
                [.. songs.Where(song => double.IsFinite(song.Labelled.Popularity)).Select(song => Stratified(song, period))],
                $"popularity {what}, within playlist and year",
                Permutations,
                Seed));
    }

    private static StratifiedSong Stratified(DatedSong song, ReleasePeriod period)
    {
        var (labelled, date) = (song.Labelled, song.Labelled.Song.Released!);
        return new StratifiedSong(
            labelled.Popularity, period.Of(song.Month), $"{SongCell.Of(labelled.Song)}/{date.Year}", $"{labelled.Song.PrimaryArtist}/{date.Month}/{date.Day}");
    }

    private sealed record DatedSong(LabelledSong Labelled, int Month);
}
