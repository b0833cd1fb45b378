using System.Globalization;

namespace HitSongs.Studies;

/// <summary>The names under which a study's numbers can be asked for, such as <c>LoudnessOfHits</c> or, within a genre, <c>LoudnessOfHits@latin</c>.</summary>
public static class StudyFigures
{
    private const char GenreMark = '@';

    private static readonly string[] Features = [.. Enum.GetValues<AudioFeature>().Select(NameOf)];

    private static readonly string[] OfSongs =
    [
        "SongsRead", "SongsUsed", "Hits", "Others", "HitShare", "HitThreshold", "RepeatedRows", "ContradictingSongs", "SongsWithoutAudio", "PartialDates",
        "FirstOfJanuaryDates", "Genres", "Cells", "Artists", "LargestArtist", "PopularityMean", "PopularityMedian", "PopularityDeviation",
    ];

    private static readonly string[] Periods = ["Month", "Season"];

    /// <summary>Subsets of release dates; where a name says nothing of it, days that are known.</summary>
    private static readonly string[] Subsets = ["", "WithYearAsJanuary", "OfFullDates", "OfEarlierYears", "OfLatestYear"];

    private static readonly string[] GenreSubsets = ["", "OfEarlierYears"];

    private static readonly string[] OfReleases =
    [
        "LatestYear",
        .. from subset in Subsets select $"DatedSongs{subset}",
        .. from subset in Subsets
           from period in Periods
           from test in new[] { "P", "Effect", "HitsP", "HitsEffect", "PWithinPlaylists", "EffectWithinPlaylists" }
           select period + test + subset,
        .. from name in DateTimeFormatInfo.InvariantInfo.MonthNames[..12].Concat(["Winter", "Spring", "Summer", "Autumn"])
           from what in new[] { "HitShare", "Popularity" }
           select name + what,
        .. from subset in GenreSubsets select $"GenresTested{subset}",
        .. from subset in GenreSubsets
           from period in Periods
           from name in new[] { $"GenresWith{period}Effect", $"GenresWith{period}EffectWithinPlaylists", $"Smallest{period}QWithinPlaylists" }
           select name + subset,
    ];

    private static readonly string[] Bands =
    [
        .. from feature in Features
           from band in new[] { "OfHits", "OfHitsLow", "OfHitsHigh", "OfOthers", "OfOthersLow", "OfOthersHigh", "Delta", "DeltaQ" }
           select feature + band,
    ];

    private static readonly string[] OfRanges =
    [
        .. Bands,
        .. from feature in Features from name in new[] { "Concordance", "ConcordanceQ", "Spearman", "Pearson" } select feature + name,
        "MixedCells", "SongsInMixedCells", "FeaturesDifferingInCells", "GenresWithRanges", "RangesTested", "RangesDiffering",
    ];

    private static readonly string[] OfModels =
    [
        "AucOfAudio", "AucWithGenre", "AucWithinGenres", "AucWithinPlaylists", "AucOnUnseenPlaylists", "AucWithGenreOnUnseenPlaylists",
        "GenreImportance", "GenreContribution",
        .. from feature in Features
           from name in new[] { "Importance", "Contribution", "ImportanceWithGenre", "DependenceLow", "DependenceMiddle", "DependenceHigh" }
           select feature + name,
    ];

    /// <summary>Names about all songs.</summary>
    public static IReadOnlySet<string> Names { get; } = new SortedSet<string>([.. OfSongs, .. OfReleases, .. OfRanges, .. OfModels], StringComparer.Ordinal);

    /// <summary>Names that can stand before @ and a genre. A genre with too few songs has not all of them.</summary>
    public static IReadOnlySet<string> NamesByGenre { get; } = new SortedSet<string>(
        [
            "Songs", "Hits", "HitShare",
            .. from subset in GenreSubsets from period in Periods from what in new[] { "Q", "QWithinPlaylists" } select period + what + subset,
            .. Bands,
            .. Features.Select(feature => $"{feature}Importance"),
        ],
        StringComparer.Ordinal);

    /// <summary>Whether a study can produce it; whether it does may depend on the genres of the songs.</summary>
    public static bool IsName(string name) =>
        name.Split(GenreMark) is [var figure, { Length: > 0 }] ? NamesByGenre.Contains(figure) : Names.Contains(name);

    /// <summary>An audio feature in names of figures; durations are in seconds.</summary>
    public static string NameOf(AudioFeature feature) => feature is AudioFeature.DurationMs ? "Duration" : feature.ToString();

    /// <summary>The name of a figure within a genre.</summary>
    public static string Within(string name, string genre) => $"{name}{GenreMark}{genre}";
}
