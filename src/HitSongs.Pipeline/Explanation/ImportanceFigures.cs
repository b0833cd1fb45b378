using HitSongs.Pipeline.Features;
using HitSongs.Songs;
using HitSongs.Studies;
using static HitSongs.Pipeline.Explanation.NamedFigures;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Figures about what models of hits rest on and how they rank.</summary>
internal static class ImportanceFigures
{
    public static IEnumerable<(string Name, StudyFigure Figure)> Of(ImportanceStudy? study) => study is null ? [] :
    [
        Figure("AucOfAudio", study.Ranking.Audio),
        Figure("AucWithGenre", study.Ranking.WithGenre),
        Figure("AucWithinGenres", study.Ranking.AudioWithinGenres),
        Figure("AucWithinPlaylists", study.Ranking.AudioWithinCells),
        Figure("AucOnUnseenPlaylists", study.Ranking.AudioUnseenPlaylists),
        Figure("AucWithGenreOnUnseenPlaylists", study.Ranking.WithGenreUnseenPlaylists),
        .. study.Audio.SelectMany(feature => new[]
        {
            Figure($"{Name(feature)}Importance", feature.Drop), Figure($"{Name(feature)}Contribution", feature.Contribution),
        }),
        .. study.WithGenre.SelectMany(WithGenre),
        .. study.ByGenre.Select(feature => Figure(StudyFigures.Within($"{Name(feature)}Importance", feature.Genre!), feature.Drop)),
        .. study.Dependence.Where(curve => curve is { Set: FeatureSet.Audio, Genre: null }).SelectMany(curve => new[]
        {
            Figure($"{StudyFigures.NameOf(curve.Feature)}DependenceLow", curve.Points[0].Mean),
            Figure($"{StudyFigures.NameOf(curve.Feature)}DependenceMiddle", curve.Points[2].Mean),
            Figure($"{StudyFigures.NameOf(curve.Feature)}DependenceHigh", curve.Points[^1].Mean),
        }),
    ];

    private static IEnumerable<(string, StudyFigure)> WithGenre(FeatureImportance feature) => feature.Feature == FeatureBlock.Genre
        ? [Figure("GenreImportance", feature.Drop), Figure("GenreContribution", feature.Contribution)]
        : [Figure($"{Name(feature)}ImportanceWithGenre", feature.Drop)];

    private static string Name(FeatureImportance feature) => StudyFigures.NameOf((AudioFeature)AudioColumns.Names.ToList().IndexOf(feature.Feature));
}
