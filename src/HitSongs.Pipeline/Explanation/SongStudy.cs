using HitSongs.Pipeline.Songs;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>The answers to the three research questions about a data set: which features matter, whether the release date does, and where hits lie.</summary>
/// <param name="Importance">Null where there are too few artists, or songs of one kind only.</param>
public sealed record SongStudy(DataCard Card, ReleaseStudy Release, RangeStudy Ranges, ImportanceStudy? Importance)
{
    /// <summary>Artists that a study of importance needs, to keep them apart in folds.</summary>
    public const int FewestArtists = 25;

    /// <summary>Number of calls of <c>done</c>.</summary>
    public const int Parts = 2 + ImportanceModels.Parts;

    /// <summary>Every number by its name, of <see cref="StudyFigures"/>.</summary>
    public required IReadOnlyDictionary<string, StudyFigure> Figures { get; init; }

    /// <summary>Conclusions from the figures.</summary>
    public IReadOnlyList<Conclusion> Conclusions => StudyConclusions.Of(this);

    /// <summary>The kept findings.</summary>
    public SongFindings Findings => new(Figures, Conclusions, Ranges, Importance);

    /// <summary>Some seconds for five thousand songs. The same songs give the same study.</summary>
    /// <param name="threads">Models that are trained at the same time; the result does not depend on it.</param>
    /// <param name="done">Told after each of <see cref="Parts"/> parts how many are done.</param>
    public static SongStudy Of(SongData data, int threads = 1, Action<int>? done = null)
    {
        var parts = 0;
        var release = ReleaseStudy.Of(data);
        Tell();
        var ranges = HitRanges.Of(data);
        Tell();
        var importance = CanLearn(data.Songs) ? ImportanceModels.Study(data, threads, Tell) : null;
        return new SongStudy(data.Card, release, ranges, importance) { Figures = NamedFigures.Of(data, release, ranges, importance) };

        void Tell() => done?.Invoke(++parts);
    }

    /// <summary>Whether there are enough artists to keep them apart, and songs of both kinds.</summary>
    internal static bool CanLearn(IReadOnlyList<LabelledSong> songs) =>
        songs.Any(song => song.Hit)
        && songs.Any(song => !song.Hit)
        && songs.Select(song => song.Song.PrimaryArtist).Distinct(StringComparer.Ordinal).Count() >= FewestArtists;
}
