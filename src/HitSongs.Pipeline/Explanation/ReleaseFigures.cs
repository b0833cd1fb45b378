namespace HitSongs.Pipeline.Explanation;

/// <summary>Figures about release dates.</summary>
internal static class ReleaseFigures
{
    /// <summary>Where a name says nothing of it, the subset is <see cref="ReleaseSubset.KnownDays"/>.</summary>
    private static readonly (ReleaseSubset Subset, string Suffix)[] Subsets =
    [
        (ReleaseSubset.KnownDays, ""), (ReleaseSubset.YearAsJanuary, "WithYearAsJanuary"), (ReleaseSubset.FullDates, "OfFullDates"),
        (ReleaseSubset.EarlierYears, "OfEarlierYears"), (ReleaseSubset.LatestYear, "OfLatestYear"),
    ];

    private static readonly ReleasePeriod[] Periods = [ReleasePeriod.Month, ReleasePeriod.Season];
    private static readonly string[] Tests = ["DatedSongs", "P", "Effect", "HitsP", "HitsEffect", "PWithinPlaylists", "EffectWithinPlaylists"];
    private static readonly (ReleaseSubset, string)[] GenreSubsets = [(ReleaseSubset.KnownDays, ""), (ReleaseSubset.EarlierYears, "OfEarlierYears")];
    private static readonly string[] Families = ["GenresTested", "GenresWith{0}Effect", "GenresWith{0}EffectWithinPlaylists", "Smallest{0}QWithinPlaylists"];

    public static readonly IReadOnlyList<string> Names =
    [
        "LatestYear",
        .. Subsets.Select(subset => $"DatedSongs{subset.Suffix}"),
        .. from subset in Subsets from period in Periods from test in Tests.Skip(1) select $"{period}{test}{subset.Suffix}",
        .. from period in Periods from name in period.Names() from what in new[] { "HitShare", "Popularity" } select $"{Capital(name)}{what}",
        .. GenreSubsets.Select(subset => $"GenresTested{subset.Item2}"),
        .. from subset in GenreSubsets from period in Periods from name in Families.Skip(1) select string.Format(null, name, period) + subset.Item2,
    ];

    public static readonly IReadOnlyList<string> NamesByGenre =
        [.. from subset in GenreSubsets from period in Periods from what in new[] { "Q", "QWithinPlaylists" } select $"{period}{what}{subset.Item2}"];

    public static IEnumerable<(string, StudyFigure)> Of(ReleaseStudy study) =>
        new[] { ("LatestYear", new StudyFigure(study.Latest)) }
            .Concat(Subsets.SelectMany(subset => OfSubset(study, subset.Subset, subset.Suffix)))
            .Concat(
                study.Periods.SelectMany(period =>
                    new[]
                    {
                        ($"{Capital(period.Name)}HitShare", new StudyFigure(period.HitShare)),
                        ($"{Capital(period.Name)}Popularity", new StudyFigure(period.MedianPopularity)),
                    }
                )
            )
            .Concat(GenreSubsets.SelectMany(subset => OfGenres(study, subset.Item1, subset.Item2)));

    private static IEnumerable<(string, StudyFigure)> OfSubset(ReleaseStudy study, ReleaseSubset subset, string suffix)
    {
        yield return ($"DatedSongs{suffix}", new StudyFigure(study[subset, ReleasePeriod.Month].Popularity.Count));
        foreach (var period in Periods)
        {
            var test = study[subset, period];
            double[] values =
            [
                test.Popularity.P,
                test.Popularity.Effect.Value,
                test.Hits.P,
                test.Hits.Effect.Value,
                test.Stratified.P,
                test.Stratified.Effect.Value,
            ];
            foreach (var (name, value) in Tests.Skip(1).Zip(values))
                yield return ($"{period}{name}{suffix}", new StudyFigure(value));
        }
    }

    private static IEnumerable<(string, StudyFigure)> OfGenres(ReleaseStudy study, ReleaseSubset subset, string suffix)
    {
        var all = study.ByGenre.Where(test => test.Subset == subset).ToList();
        yield return ($"GenresTested{suffix}", new StudyFigure(all.Count(test => test.Period is ReleasePeriod.Month)));
        foreach (var period in Periods)
        {
            var tests = all.FindAll(test => test.Period == period);
            double[] values =
            [
                tests.Count(test => test.Popularity.Q < 0.05), tests.Count(test => test.Stratified.Q < 0.05),
                tests.Select(test => test.Stratified.Q ?? double.NaN).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min(),
            ];
            foreach (var (name, value) in Families.Skip(1).Zip(values))
                yield return (string.Format(null, name, period) + suffix, new StudyFigure(value));
            foreach (var test in tests)
            {
                yield return (StudyFigures.Within($"{period}Q{suffix}", test.Genre!), new StudyFigure(test.Popularity.Q ?? double.NaN));
                yield return (StudyFigures.Within($"{period}QWithinPlaylists{suffix}", test.Genre!), new StudyFigure(test.Stratified.Q ?? double.NaN));
            }
        }
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
