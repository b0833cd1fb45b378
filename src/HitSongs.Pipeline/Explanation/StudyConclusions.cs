using System.Globalization;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Puts a study's figures into words that follow from them, whatever the data.</summary>
internal static class StudyConclusions
{
    private const double Significant = 0.05;

    public static IReadOnlyList<Conclusion> Of(SongStudy study) =>
        [
            .. study.Importance is { } importance ? [Importance(importance), Ranking(importance.Ranking)] : Array.Empty<Conclusion>(),
            Release(study.Release),
            Ranges(study.Ranges),
        ];

    private static Conclusion Importance(ImportanceStudy study)
    {
        var (audio, all) = (study.Audio[0], study.WithGenre[0]);
        var genres = study
            .ByGenre.GroupBy(feature => feature.Genre)
            .Select(genre => genre.MaxBy(feature => feature.Drop.Value)!)
            .CountBy(feature => feature.Feature)
            .OrderByDescending(g => g.Value)
            .ToList();
        var byGenre =
            genres.Count == 0
                ? ""
                : $" Within genres the most important one is "
                    + $"{string.Join(", ", genres.Select(g => $"{g.Key} ({g.Value} {(g.Value == 1 ? "genre" : "genres")})"))}.";
        return new Conclusion(
            "importance",
            "Which features matter most, and does that differ by genre?",
            $"Of audio alone, {audio.Feature} matters most: shuffling it costs {Text(audio.Drop)} of the area under the ROC curve. Beside genre and "
                + $"subgenre, {all.Feature} does ({Text(all.Drop)}).{byGenre}",
            [.. Enum.GetValues<AudioFeature>().Select(feature => $"{StudyFigures.NameOf(feature)}Importance"), "GenreImportance"],
            "Importance is that of a model, not a cause: features that go together share it, and genre with subgenre mostly names the playlist that a song "
                + "was collected from.",
            "Songs drawn without regard to playlists in which another feature costs more, or a change of the feature in songs that are otherwise the same "
                + "and that changes their popularity."
        );
    }

    private static Conclusion Ranking(Ranking ranking)
    {
        var chance = ranking.AudioWithinCells is { Low: <= 0.5 } ? "which is not told apart from chance" : "which is above chance";
        return new Conclusion(
            "ranking",
            "How far do the features tell hits from others?",
            $"On artists that it has not seen a model reaches {Text(ranking.Audio)} by audio alone and {Text(ranking.WithGenre)} with genre and subgenre; "
                + $"among songs of one genre and subgenre, audio reaches {Text(ranking.AudioWithinCells)}, {chance}.",
            ["AucOfAudio", "AucWithGenre", "AucWithinGenres", "AucWithinPlaylists", "AucOnUnseenPlaylists", "AucWithGenreOnUnseenPlaylists"],
            "Most of what the models know is which playlists hold hits; with other playlists the figures would be others.",
            "An area clearly above 0.5 among songs of one playlist, on playlists collected anew.");
    }

    private static Conclusion Release(ReleaseStudy study)
    {
        var (all, earlier) = (study[ReleaseSubset.KnownDays, ReleasePeriod.Month], study[ReleaseSubset.EarlierYears, ReleasePeriod.Month]);
        var season = study[ReleaseSubset.KnownDays, ReleasePeriod.Season];
        var tests = study.ByGenre.Where(test => test.Subset == ReleaseSubset.EarlierYears).ToList();
        var found = tests.Where(test => test.Stratified.Q < Significant).Select(test => $"{test.Genre} ({test.Period.ToString().ToLowerInvariant()})").ToList();
        var within = earlier.Stratified.P switch
        {
            double.NaN => "songs of the same playlist and year cannot be compared",
            < Significant => $"it also differs among songs of the same playlist and year before {study.Latest} (p = {P(earlier.Stratified.P)})",
            _ => $"among songs of the same playlist and year before {study.Latest} it does not (p = {P(earlier.Stratified.P)})",
        };
        return new Conclusion(
            "release-date",
            "Do month and season of release matter, and for which genres?",
            $"Popularity {Differs(all.Popularity, "month", $", ε² = {Number(all.Popularity.Effect.Value)}")} and {Differs(season.Popularity, "season", "")}; "
                + $"{within}. "
                + (
                    found.Count == 0
                        ? "No genre has a month or season of its own there, corrected for all tests."
                        : $"There, corrected for all tests, these have: {string.Join(", ", found)}."
                ),
            [
                "MonthP", "MonthEffect", "SeasonP", "MonthPOfLatestYear", "MonthPWithinPlaylistsOfEarlierYears",
                "SeasonPWithinPlaylistsOfEarlierYears", "GenresWithMonthEffectWithinPlaylistsOfEarlierYears",
            ],
            "No evidence is not evidence of none: effects of a point or two of popularity cannot be excluded. Popularity is that of one day, so that songs "
                + "of the latest months had less time.",
            "Popularity measured at the same age of every song, in which months or seasons differ within playlists, again in another year.");
    }

    /// <summary>A test that cannot be made (one value, one period) has found nothing, not even that nothing differs.</summary>
    private static string Differs(StatisticalTest test, string period, string effect) => double.IsNaN(test.P)
        ? $"cannot be compared by {period}"
        : $"{(test.P < Significant ? "differs" : "does not differ")} by {period} (p = {P(test.P)}{effect})";

    private static Conclusion Ranges(RangeStudy study)
    {
        var strongest = study
            .Overall.Where(range => range.Difference.Q < Significant)
            .OrderByDescending(range => Math.Abs(range.Difference.Effect.Value))
            .Take(3)
            .ToList();
        var within = study
            .WithinCells.Select((test, i) => (test, Name: AudioColumns.Names[i]))
            .Where(pair => pair.test.Q < Significant)
            .Select(pair => pair.Name)
            .ToList();
        return new Conclusion(
            "hit-ranges",
            "Which values of the audio features go with hits, and how do they differ by genre?",
            study.Overall.All(range => double.IsNaN(range.Difference.P))
                    ? "Nothing can be said of it: no audio feature has values of both hits and other songs to compare."
                : strongest.Count == 0 ? "No audio feature differs between hits and others."
                : string.Join(" ", strongest.Select(Range))
                    + (
                        within.Count == 0
                            ? " Inside playlists nothing of this is left."
                            : $" Inside playlists only {string.Join(" and ", within)} {(within.Count == 1 ? "is" : "are")} left."
                    ),
            [
                "LoudnessOfHits", "LoudnessOfOthers", "AcousticnessOfHits", "AcousticnessOfOthers", "DurationOfHits", "DurationOfOthers",
                "DurationConcordance", "InstrumentalnessConcordance",
            ],
            "A range is where half of the hits lie, not what makes one: most songs within it are none, and most of the contrast is between playlists.",
            "Differences of the same size between hits and others inside playlists, or ranges that stay where they are with other playlists of the genre.");
    }

    private static string Range(HitRange range)
    {
        var feature = AudioColumns.Names[(int)range.Feature];
        return $"Half of the hits have {feature} from {Number(range.Hits.Quartile1.Value)} to {Number(range.Hits.Quartile3.Value)} (median "
            + $"{Number(range.Hits.Median.Value)}), "
            + $"half of the others from {Number(range.Others.Quartile1.Value)} to {Number(range.Others.Quartile3.Value)} "
                + $"({Number(range.Others.Median.Value)}).";
    }

    private static string Text(Estimate estimate) =>
        double.IsNaN(estimate.Low) ? Number(estimate.Value) : $"{Number(estimate.Value)} (95 % interval {Number(estimate.Low)} to {Number(estimate.High)})";

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "0" : "0.###", CultureInfo.InvariantCulture);

    private static string P(double p) => p < 0.001 ? "less than 0.001" : p.ToString("0.###", CultureInfo.InvariantCulture);
}
