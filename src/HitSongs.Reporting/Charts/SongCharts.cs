using HitSongs.Grading.Evidence;
using HitSongs.Studies;

namespace HitSongs.Reporting.Charts;

/// <summary>Every chart that a submission's evidence gives material for.</summary>
internal static class SongCharts
{
    public static IReadOnlyList<Chart> Of(SubmissionEvidence evidence)
    {
        var (findings, models) = (evidence.Songs?.Findings, evidence.Songs?.Models);
        IReadOnlyList<Chart> charts =
        [
            .. Group("The songs", OfSongs(evidence.Songs)),
            .. Group("Hits and the others", OfHits(evidence.Songs, findings)),
            .. Group(
                "What models make of it",
                [.. OfFindings(evidence.Songs, findings), .. models is null ? [] : StudyCharts.Models(models, evidence.Questions)]
            ),
            .. Group("The submission's model", OfModels(evidence.Questions)),
        ];
        // In the picture itself: a chart that is copied out of the report still says what it is.
        return evidence.Songs?.Card.Synthetic == true ? [.. charts.Select(chart => chart with { Note = "Synthetic data" })] : charts;
    }

    private static IEnumerable<Chart> OfSongs(SongsEvidence? songs)
    {
        if (songs is null)
        {
            yield break;
        }

        if (songs.Profile.Popularity.Count > 0)
        {
            yield return PopularityHistogram.Of(songs.Card, songs.Profile);
        }

        if (songs.Profile.Genres.Any(genre => genre.Songs > 0))
        {
            yield return GenreHitShare.Of(songs.Profile);
        }

        if (songs.Figures is { } figures)
        {
            foreach (var chart in OfFigures(figures))
            {
                yield return chart;
            }
        }
    }

    private static IEnumerable<Chart> OfHits(SongsEvidence? songs, SongFindings? findings)
    {
        if (songs?.Profile.Features.Any(feature => feature.Count > 0) == true)
        {
            yield return FeatureRanges.Of(songs.Profile);
        }

        foreach (var chart in findings is null ? [] : StudyCharts.Ranges(findings.Ranges))
        {
            yield return chart;
        }

        if (songs?.Figures?.Months.Any(month => month.Songs > 0) == true)
        {
            yield return HitShareChart.Of("months", "month", songs.Figures.Months);
            yield return HitShareChart.Of("seasons", "season", songs.Figures.Seasons);
        }
    }

    private static IEnumerable<Chart> OfFindings(SongsEvidence? songs, SongFindings? findings) =>
        songs is not null && findings?.Importance is { } importance ? StudyCharts.Importance(importance, songs.Card, songs.Profile) : [];

    private static IEnumerable<Chart> OfModels(IEnumerable<QuestionEvidence> questions)
    {
        foreach (var (index, question) in questions.Where(question => question.Model?.Roc.Count > 0).Index())
        {
            var model = question.Model!;
            var area = model.Metrics.GetValueOrDefault("AreaUnderRocCurve");
            var suffix = index == 0 ? "" : $"-{index + 1}";
            yield return RocChart.Of($"roc{suffix}", question.Question, model.Roc, area);
            if (model.PrecisionRecall is { Count: > 0 } points)
            {
                yield return ModelCharts.PrecisionRecall(
                    $"precision-recall{suffix}",
                    question.Question,
                    points,
                    model.Metrics.GetValueOrDefault("AreaUnderPrecisionRecallCurve")
                );
            }

            if (model.Calibration is { Count: > 0 } bins)
            {
                yield return ModelCharts.Calibration($"calibration{suffix}", question.Question, bins);
            }
        }
    }

    private static IEnumerable<Chart> OfFigures(SongFigures figures)
    {
        if (figures.Histograms.Any(histogram => histogram.Bins.Count > 0))
        {
            yield return FeatureHistograms.Of(figures.Histograms);
        }

        if (figures.Missing.Count > 0)
        {
            yield return MissingValues.Of(figures.Missing);
        }

        if (figures.Correlations.Any(pair => pair.R is not null))
        {
            yield return CorrelationMap.Of(figures.Correlations);
        }
    }

    /// <summary>Those that take the whole width stand below the others, which then leave no gaps.</summary>
    private static IEnumerable<Chart> Group(string name, IEnumerable<Chart> charts) =>
        charts.OrderBy(chart => chart.Dense).Select(chart => chart with { Group = name });
}
