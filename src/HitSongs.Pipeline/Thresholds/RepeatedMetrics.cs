using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;

namespace HitSongs.Pipeline.Thresholds;

/// <summary>The metrics of a model in one evaluation, with folds and seeds drawn anew: as a submission is evaluated.</summary>
public static class RepeatedMetrics
{
    /// <param name="folds">Parts of the division by artist, 2 or more.</param>
    /// <param name="seed">What the division and the model's own draws come from.</param>
    /// <returns>The values of all <see cref="HitSongs.Metrics.MetricNames"/>; NaN where one is undefined.</returns>
    /// <exception cref="ArgumentException">There are fewer artists than folds.</exception>
    public static IReadOnlyDictionary<string, double> Of(KnownModel model, SongData data, int folds, int seed)
    {
        var split = ArtistFolds.Make(data.Songs, folds, seed);
        var truth = split.SelectMany(fold => fold.Test).ToList();
        var predictions = split.SelectMany(fold => model.Predict(data, fold, seed)).ToList();
        return ModelEvaluation.Evaluate(truth, predictions, resamples: 0)
            .ToDictionary(metric => metric.Key, metric => metric.Value.Value, StringComparer.Ordinal);
    }
}
