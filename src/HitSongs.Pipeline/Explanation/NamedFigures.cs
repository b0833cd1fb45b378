using HitSongs.Pipeline.Songs;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>The numbers of a study by their names, of <see cref="StudyFigures"/>.</summary>
public static class NamedFigures
{
    /// <summary>The figures of some songs by name; those of importance, which take models, where they are asked for.</summary>
    /// <param name="songs">Without an account of files, so that figures of rows read are not among them.</param>
    public static IReadOnlyDictionary<string, double> OfSongs(IReadOnlyList<LabelledSong> songs, bool importance)
    {
        var data = new SongData(new DataCard("", false, [], songs.Count, songs.Count, songs.Count(song => song.Hit), double.NaN, []), songs, []);
        var study = Of(data, ReleaseStudy.Of(data), HitRanges.Of(data), importance && SongStudy.CanLearn(songs) ? ImportanceModels.Study(data) : null);
        return study.ToDictionary(figure => figure.Key, figure => figure.Value.Value, StringComparer.Ordinal);
    }

    internal static IReadOnlyDictionary<string, StudyFigure> Of(SongData data, ReleaseStudy release, RangeStudy ranges, ImportanceStudy? importance) =>
        new SortedDictionary<string, StudyFigure>(
            DataFigures.Of(data).Concat(ReleaseFigures.Of(release)).Concat(RangeFigures.Of(data, ranges)).Concat(ImportanceFigures.Of(importance))
                .ToDictionary(figure => figure.Name, figure => figure.Figure, StringComparer.Ordinal),
            StringComparer.Ordinal);

    internal static (string Name, StudyFigure Figure) Figure(string name, double value) => (name, new StudyFigure(value));

    internal static (string Name, StudyFigure Figure) Figure(string name, Estimate estimate) => Figure(name, estimate.Value, estimate.Low, estimate.High);

    internal static (string Name, StudyFigure Figure) Figure(string name, EffectSize effect) => Figure(name, effect.Value, effect.Low, effect.High);

    private static (string, StudyFigure) Figure(string name, double value, double low, double high) =>
        (name, new StudyFigure(value, double.IsNaN(low) ? null : low, double.IsNaN(high) ? null : high));
}
