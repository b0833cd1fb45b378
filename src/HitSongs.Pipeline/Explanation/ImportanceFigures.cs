using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Figures about what models of hits rest on and how they rank.</summary>
internal static class ImportanceFigures
{
    private static readonly string[] Features = [.. Enum.GetValues<AudioFeature>().Select(StudyFigures.NameOf)];
    private static readonly string[] Areas =
    [
        "AucOfAudio",
        "AucWithGenre",
        "AucWithinGenres",
        "AucWithinPlaylists",
        "AucOnUnseenPlaylists",
        "AucWithGenreOnUnseenPlaylists",
    ];
    private static readonly string[] Curves = ["DependenceLow", "DependenceMiddle", "DependenceHigh"];

    public static readonly IReadOnlyList<string> NamesByGenre = [.. Features.Select(name => $"{name}Importance")];

    public static readonly IReadOnlyList<string> Names =
    [
        .. Areas,
        .. from name in Features from what in new[] { "Importance", "Contribution", "ImportanceWithGenre" } select name + what,
        "GenreImportance", "GenreContribution",
        .. from name in Features from curve in Curves select name + curve,
    ];

    public static IEnumerable<(string, StudyFigure)> Of(ImportanceStudy? study)
    {
        if (study is null)
            return [];
        var ranking = study.Ranking;
        return Areas
            .Zip(
                new[]
                {
                    ranking.Audio,
                    ranking.WithGenre,
                    ranking.AudioWithinGenres,
                    ranking.AudioWithinCells,
                    ranking.AudioUnseenPlaylists,
                    ranking.WithGenreUnseenPlaylists,
                }.Select(StudyFigure.Of)
            )
            .Concat(
                study.Audio.SelectMany(feature =>
                    new[]
                    {
                        ($"{Name(feature)}Importance", StudyFigure.Of(feature.Drop)),
                        ($"{Name(feature)}Contribution", new StudyFigure(feature.Contribution)),
                    }
                )
            )
            .Concat(study.WithGenre.SelectMany(WithGenre))
            .Concat(study.ByGenre.Select(feature => (StudyFigures.Within($"{Name(feature)}Importance", feature.Genre!), StudyFigure.Of(feature.Drop))))
            .Concat(
                study
                    .Dependence.Where(curve => curve is { Set: FeatureSet.Audio, Genre: null })
                    .SelectMany(curve =>
                        Curves.Zip([curve.Points[0], curve.Points[2], curve.Points[^1]], (name, point) =>
                            (StudyFigures.NameOf(curve.Feature) + name, new StudyFigure(point.Mean))
                        )
                    )
            );
    }

    private static IEnumerable<(string, StudyFigure)> WithGenre(FeatureImportance feature) => feature.Feature == FeatureBlock.Genre
        ? [("GenreImportance", StudyFigure.Of(feature.Drop)), ("GenreContribution", new StudyFigure(feature.Contribution))]
        : [($"{Name(feature)}ImportanceWithGenre", StudyFigure.Of(feature.Drop))];

    private static string Name(FeatureImportance feature) =>
        StudyFigures.NameOf((AudioFeature)AudioColumns.Names.ToList().IndexOf(feature.Feature));
}
