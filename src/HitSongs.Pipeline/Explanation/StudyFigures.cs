using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Explanation;

/// <summary>The names under which a study's numbers can be asked for, such as <c>LoudnessOfHits</c> or, within a genre, <c>LoudnessOfHits@latin</c>.</summary>
public static class StudyFigures
{
    private const char GenreMark = '@';

    /// <summary>Names about all songs.</summary>
    public static IReadOnlySet<string> Names { get; } = new SortedSet<string>(
        [.. DataFigures.Names, .. ReleaseFigures.Names, .. RangeFigures.Names, .. ImportanceFigures.Names], StringComparer.Ordinal);

    /// <summary>Names that can stand before @ and a genre. A genre with too few songs has not all of them.</summary>
    public static IReadOnlySet<string> NamesByGenre { get; } = new SortedSet<string>(
        [.. DataFigures.NamesByGenre, .. ReleaseFigures.NamesByGenre, .. RangeFigures.NamesByGenre, .. ImportanceFigures.NamesByGenre], StringComparer.Ordinal);

    /// <summary>Whether a study can produce it; whether it does may depend on the genres of the songs.</summary>
    public static bool IsName(string name) =>
        name.Split(GenreMark) is [var figure, { Length: > 0 }] ? NamesByGenre.Contains(figure) : Names.Contains(name);

    /// <summary>The figures of some songs by name; those of importance, which take models, where they are asked for.</summary>
    /// <param name="songs">Without an account of files, so that figures of rows read are not among them.</param>
    public static IReadOnlyDictionary<string, double> OfSongs(IReadOnlyList<LabelledSong> songs, bool importance)
    {
        var data = new SongData(new DataCard("", false, [], songs.Count, songs.Count, songs.Count(song => song.Hit), double.NaN, []), songs, []);
        var figures = Of(data, ReleaseStudy.Of(data), RangeStudy.Of(data), importance && SongStudy.CanLearn(songs) ? ImportanceStudy.Of(data) : null);
        return figures.ToDictionary(figure => figure.Key, figure => figure.Value.Value, StringComparer.Ordinal);
    }

    /// <summary>An audio feature in names of figures; durations are in seconds.</summary>
    internal static string NameOf(AudioFeature feature) => feature is AudioFeature.DurationMs ? "Duration" : feature.ToString();

    internal static IReadOnlyDictionary<string, StudyFigure> Of(SongData data, ReleaseStudy release, RangeStudy ranges, ImportanceStudy? importance)
    {
        var figures = new SortedDictionary<string, StudyFigure>(StringComparer.Ordinal);
        foreach (
            var (name, figure) in DataFigures
                .Of(data)
                .Concat(ReleaseFigures.Of(release))
                .Concat(RangeFigures.Of(data, ranges))
                .Concat(ImportanceFigures.Of(importance))
        )
            figures.Add(name, figure);
        return figures;
    }

    internal static string Within(string name, string genre) => $"{name}{GenreMark}{genre}";
}
