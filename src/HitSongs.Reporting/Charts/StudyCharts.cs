using HitSongs.Grading.Evidence;
using HitSongs.Metrics;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Reporting.Charts;

/// <summary>Findings of song studies, as charts.</summary>
internal static class StudyCharts
{
    /// <summary>So many features get charts of their own: those that tell most.</summary>
    private const int Features = 3;

    /// <summary>All songs and the largest genres: two full rows of small charts.</summary>
    private const int Curves = 6;

    /// <summary>Where hits lie, by genre, on the features in which they differ most from the others.</summary>
    public static IEnumerable<Chart> Ranges(RangeStudy study) =>
        study.Overall.Where(range => double.IsFinite(range.Difference.Effect.Value))
            .OrderByDescending(range => Math.Abs(range.Difference.Effect.Value)).Take(Features)
            .Select(range => (range.Feature, Genres: study.ByGenre.Where(genre => genre.Feature == range.Feature).ToList()))
            .Where(feature => feature.Genres.Count > 0)
            .Select(feature =>
                HitRangeChart.Of($"ranges-{Name(feature.Feature).Replace('_', '-')}", Unit(feature.Feature), feature.Genres, Scale(feature.Feature))
            );

    /// <summary>Feature importance, and how far it carries.</summary>
    public static IEnumerable<Chart> Importance(ImportanceStudy study, DataCard card, SongProfile profile)
    {
        yield return ModelCharts.Importance("importance", "audio alone", Drops(study.Audio, card));
        yield return ModelCharts.Importance("importance-genre", "audio and genre", Drops(study.WithGenre, card));
        foreach (var chart in Dependence(study, card, profile))
        {
            yield return chart;
        }

        yield return ModelCharts.Ranking("ranking", [.. Areas(study.Ranking, card.RowsUsed).Where(area => double.IsFinite(area.Value))]);
    }

    /// <summary>The pipeline's models beside those of the submission, and what more songs would bring.</summary>
    public static IEnumerable<Chart> Models(ModelStudy study, IEnumerable<QuestionEvidence> questions)
    {
        var submitted = questions
            .Where(question => question.Model?.Metrics.Count > 0)
            .Select(question => (Name: "this submission", question.Model!.Metrics))
            .ToList();
        var models = submitted
            .Select((model, i) => i == 0 ? model : ($"{model.Name} ({i + 1})", model.Metrics))
            .Concat(study.Models.Select(model => (Told(model.Name), model.Metrics)))
            .ToList();
        yield return Comparison("models-ranking", MetricNames.AreaUnderRocCurve, "area under the ROC curve", null, -1, models);
        yield return Comparison("models-popularity", MetricNames.RootMeanSquaredError, "error of popularity", "root mean square, points", 1, models);
        yield return ModelCharts.LearningCurve(
            "learning",
            "Area under the ROC curve",
            [Curve("its own songs", study.Learning, point => point.Training), Curve("unseen artists", study.Learning, point => point.Validation)]
        );
    }

    private static IEnumerable<Chart> Dependence(ImportanceStudy study, DataCard card, SongProfile profile)
    {
        var songs = profile.Genres.ToDictionary(genre => genre.Genre, genre => genre.Songs, StringComparer.Ordinal);
        foreach (var name in study.Audio.Take(Features).Select(feature => feature.Feature))
        {
            var curves = study.Dependence.Where(curve => curve.Set == FeatureSet.Audio && Name(curve.Feature) == name).Take(Curves).ToList();
            if (curves.Count > 0)
            {
                yield return DependenceChart.Of(
                    $"dependence-{name.Replace('_', '-')}",
                    Unit(curves[0].Feature),
                    [
                        .. curves.Select(curve =>
                            (curve.Genre is { } genre ? $"{genre} ({songs.GetValueOrDefault(genre):N0})" : $"all songs ({card.RowsUsed:N0})", curve)
                        ),
                    ],
                    Scale(curves[0].Feature)
                );
            }
        }
    }

    private static Chart Comparison(
        string id,
        string metric,
        string told,
        string? unit,
        int sign,
        IEnumerable<(string Name, IReadOnlyDictionary<string, Metric> Metrics)> models
    )
    {
        var known = models
            .Where(model => model.Metrics.ContainsKey(metric))
            .Select(model => (model.Name, Metric: model.Metrics[metric]))
            .OrderBy(model => sign * model.Metric.Value)
            .ToList();
        return ModelCharts.Comparison(
            id,
            told,
            unit,
            [.. known.Select(model => new NamedEstimate(model.Name, model.Metric.Value, model.Metric.Low, model.Metric.High, (int)model.Metric.Count))],
            known.Select(model => model.Metric.Baseline).FirstOrDefault()
        );
    }

    private static string Told(string model) => model switch
    {
        "lightgbm" => "boosted trees",
        "average" => "trees and kernel",
        "kernel" => "kernel regression",
        _ => model,
    };

    private static NamedEstimate[] Drops(IEnumerable<FeatureImportance> features, DataCard card) =>
        [
            .. features
                .Where(feature => double.IsFinite(feature.Drop.Value))
                .Select(feature => Named(feature.Feature.Replace('_', ' ').Replace(" ms", "", StringComparison.Ordinal), feature.Drop, card.RowsUsed)),
        ];

    private static NamedEstimate[] Areas(Ranking ranking, int songs) =>
    [
        Named("audio + genre, new artists", ranking.WithGenre, songs),
        Named("audio + genre, new playlists", ranking.WithGenreUnseenPlaylists, songs),
        Named("audio, new artists", ranking.Audio, songs),
        Named("audio, new playlists", ranking.AudioUnseenPlaylists, songs),
        Named("audio, within a genre", ranking.AudioWithinGenres, songs),
        Named("audio, within a playlist", ranking.AudioWithinCells, songs),
    ];

    private static NamedCurve Curve(string name, IEnumerable<LearningPoint> points, Func<LearningPoint, Estimate> of) =>
        new(
            name,
            [
                .. points
                    .Select(point => (point.Songs, Area: of(point)))
                    .Select(point => new CurveEstimate(point.Songs, point.Area.Value, Known(point.Area.Low), Known(point.Area.High), point.Songs)),
            ]
        );

    private static NamedEstimate Named(string name, Estimate estimate, int songs) =>
        new(name, estimate.Value, Known(estimate.Low), Known(estimate.High), songs);

    private static double? Known(double value) => double.IsFinite(value) ? value : null;

    private static string Name(AudioFeature feature) => AudioColumns.Names[(int)feature];

    /// <summary>Durations are read in milliseconds and shown in seconds.</summary>
    private static string Unit(AudioFeature feature) => feature is AudioFeature.DurationMs ? "duration (s)" : FeatureRanges.Unit(Name(feature));

    private static double Scale(AudioFeature feature) => feature is AudioFeature.DurationMs ? 0.001 : 1;
}
