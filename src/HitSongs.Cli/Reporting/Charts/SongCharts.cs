using System.Text.Json.Nodes;
using HitSongs.Grading;

namespace HitSongs.Cli.Reporting;

/// <summary>Every chart that a submission's evidence gives material for.</summary>
public static class SongCharts
{
    public static IReadOnlyList<Chart> Of(SubmissionEvidence evidence)
    {
        IReadOnlyList<Chart> charts = [.. OfSongs(evidence.Songs), .. OfModels(evidence.Questions)];
        if (evidence.Songs?.Card.Synthetic == true)
        {
            // In the picture itself: a chart that is copied out of the report still says what it is.
            foreach (var chart in charts)
            {
                chart.Spec["title"] = new JsonObject { ["text"] = chart.Title, ["subtitle"] = "Synthetic data" };
            }
        }

        return charts;
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

        if (songs.Profile.Features.Any(feature => feature.Count > 0))
        {
            yield return FeatureRanges.Of(songs.Profile);
        }
    }

    private static IEnumerable<Chart> OfModels(IEnumerable<QuestionEvidence> questions)
    {
        foreach (var (index, question) in questions.Where(question => question.Model?.Roc.Count > 0).Index())
        {
            var model = question.Model!;
            var area = model.Metrics.GetValueOrDefault("AreaUnderRocCurve");
            yield return RocChart.Of(index == 0 ? "roc" : $"roc-{index + 1}", question.Question, model.Roc, area);
        }
    }
}
