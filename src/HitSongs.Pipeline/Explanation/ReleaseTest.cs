using HitSongs.Pipeline.Analysis;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>One question about release dates, asked of a subset of songs.</summary>
/// <param name="Genre">Null for all genres together.</param>
/// <param name="Popularity">Whether popularity differs between months or seasons, songs of all playlists and years mixed.</param>
/// <param name="Hits">Whether the share of hits does.</param>
/// <param name="Stratified">
/// Whether popularity does among songs of the same playlist (genre and subgenre) and year, which neither recency nor the choice of playlists can
/// answer.
/// </param>
public sealed record ReleaseTest(
    ReleaseSubset Subset, ReleasePeriod Period, string? Genre, StatisticalTest Popularity, StatisticalTest Hits, StatisticalTest Stratified)
{
    /// <summary>The same tests with q-values, each kind corrected over the family.</summary>
    internal static IReadOnlyList<ReleaseTest> Correct(IReadOnlyList<ReleaseTest> family)
    {
        var (popularity, hits, stratified) = (
            FalseDiscovery.Correct([.. family.Select(test => test.Popularity)]),
            FalseDiscovery.Correct([.. family.Select(test => test.Hits)]),
            FalseDiscovery.Correct([.. family.Select(test => test.Stratified)]));
        return [.. family.Select((test, i) => test with { Popularity = popularity[i], Hits = hits[i], Stratified = stratified[i] })];
    }
}

/// <summary>The songs of one month or season.</summary>
/// <param name="MedianPopularity"><see cref="double.NaN"/> without songs or popularity.</param>
public sealed record PeriodShare(ReleasePeriod Period, string Name, int Songs, int Hits, double MedianPopularity)
{
    /// <summary>Share of hits; <see cref="double.NaN"/> without songs.</summary>
    public double HitShare => (double)Hits / Songs;
}
