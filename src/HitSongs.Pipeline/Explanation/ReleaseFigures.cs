using HitSongs.Studies;

using static HitSongs.Pipeline.Explanation.NamedFigures;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Figures about release dates.</summary>
internal static class ReleaseFigures
{
    /// <summary>Where a name says nothing of it, the subset is <see cref="ReleaseSubset.KnownDays"/>.</summary>
    private static readonly Dictionary<ReleaseSubset, string> Suffixes = new()
    {
        [ReleaseSubset.KnownDays] = "",
        [ReleaseSubset.YearAsJanuary] = "WithYearAsJanuary",
        [ReleaseSubset.FullDates] = "OfFullDates",
        [ReleaseSubset.EarlierYears] = "OfEarlierYears",
        [ReleaseSubset.LatestYear] = "OfLatestYear",
    };

    public static IEnumerable<(string Name, StudyFigure Figure)> Of(ReleaseStudy study) =>
    [
        Figure("LatestYear", study.Latest),
        .. ReleaseSubset.All.Select(subset => Figure($"DatedSongs{Suffixes[subset]}", study[subset, ReleasePeriod.Month].Popularity.Count)),
        .. study.Overall.SelectMany(OfTest),
        .. study.Periods.SelectMany(period => new[]
        {
            Figure($"{Capital(period.Name)}HitShare", period.HitShare), Figure($"{Capital(period.Name)}Popularity", period.MedianPopularity),
        }),
        .. ReleaseStudy.GenreSubsets.SelectMany(subset => OfGenres(study.ByGenre.Where(test => test.Subset == subset).ToList(), Suffixes[subset])),
    ];

    private static IEnumerable<(string, StudyFigure)> OfTest(ReleaseTest test)
    {
        var (period, suffix) = (test.Period, Suffixes[test.Subset]);
        return
        [
            Figure($"{period}P{suffix}", test.Popularity.P),
            Figure($"{period}Effect{suffix}", test.Popularity.Effect.Value),
            Figure($"{period}HitsP{suffix}", test.Hits.P),
            Figure($"{period}HitsEffect{suffix}", test.Hits.Effect.Value),
            Figure($"{period}PWithinPlaylists{suffix}", test.Stratified.P),
            Figure($"{period}EffectWithinPlaylists{suffix}", test.Stratified.Effect.Value),
        ];
    }

    private static IEnumerable<(string, StudyFigure)> OfGenres(List<ReleaseTest> all, string suffix)
    {
        yield return Figure($"GenresTested{suffix}", all.Count(test => test.Period is ReleasePeriod.Month));
        foreach (var period in Enum.GetValues<ReleasePeriod>())
        {
            var tests = all.FindAll(test => test.Period == period);
            var within = tests.Select(test => test.Stratified.Q ?? double.NaN).Where(double.IsFinite).DefaultIfEmpty(double.NaN);
            yield return Figure($"GenresWith{period}Effect{suffix}", tests.Count(test => test.Popularity.Q < 0.05));
            yield return Figure($"GenresWith{period}EffectWithinPlaylists{suffix}", tests.Count(test => test.Stratified.Q < 0.05));
            yield return Figure($"Smallest{period}QWithinPlaylists{suffix}", within.Min());
            foreach (var test in tests)
            {
                yield return Figure(StudyFigures.Within($"{period}Q{suffix}", test.Genre!), test.Popularity.Q ?? double.NaN);
                yield return Figure(StudyFigures.Within($"{period}QWithinPlaylists{suffix}", test.Genre!), test.Stratified.Q ?? double.NaN);
            }
        }
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
