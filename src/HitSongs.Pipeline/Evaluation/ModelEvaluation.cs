using HitSongs.Metrics;
using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Models;

namespace HitSongs.Pipeline.Evaluation;

/// <summary>Compares predictions with the truth.</summary>
public static class ModelEvaluation
{
    private const double IntervalLow = 0.025;
    private const double IntervalHigh = 0.975;

    private delegate double Score(ScoredSongs songs, ReadOnlySpan<int> weights);

    /// <param name="Ranks">Whether only the order of the scores matters.</param>
    private sealed record Definition(string Name, bool Ranks, Score Score)
    {
        /// <summary>Whether drawing songs anew makes the value larger by itself: chance in every bin adds to its distance. The interval is moved back by
        /// that.</summary>
        public bool GrowsByChance => Name == MetricNames.ExpectedCalibrationError;
    }

    private static readonly IReadOnlyList<Definition> Definitions =
    [
        new(MetricNames.AreaUnderRocCurve, true, (s, w) => HitMetrics.AreaUnderRocCurve(s.Probability, s.Hit, w)),
        new(MetricNames.AreaUnderPrecisionRecallCurve, true, (s, w) => HitMetrics.AreaUnderPrecisionRecallCurve(s.Probability, s.Hit, w)),
        new(MetricNames.F1Score, false, (s, w) => HitMetrics.F1Score(s.Probability, s.Hit, w)),
        new(MetricNames.Accuracy, false, (s, w) => HitMetrics.Accuracy(s.Probability, s.Hit, w)),
        new(MetricNames.LogLoss, false, (s, w) => HitMetrics.LogLoss(s.Probability, s.Hit, w)),
        new(MetricNames.BrierScore, false, (s, w) => HitMetrics.BrierScore(s.Probability, s.Hit, w)),
        new(MetricNames.ExpectedCalibrationError, false, (s, w) => HitMetrics.ExpectedCalibrationError(s.Probability, s.Hit, w)),
        new(MetricNames.RootMeanSquaredError, false, (s, w) => PopularityMetrics.RootMeanSquaredError(s.PredictedPopularity, s.Popularity, w)),
        new(MetricNames.MeanAbsoluteError, false, (s, w) => PopularityMetrics.MeanAbsoluteError(s.PredictedPopularity, s.Popularity, w)),
        new(MetricNames.RSquared, false, (s, w) => PopularityMetrics.RSquared(s.PredictedPopularity, s.Popularity, w)),
    ];

    /// <summary>Every metric of <see cref="MetricNames"/>, with its 95 % interval.</summary>
    /// <remarks>
    /// The interval is a percentile bootstrap that draws whole artists with replacement, because songs of one artist are not
    /// independent. It says how far the value would move with other artists in the test rows, the trained model staying the same.
    /// It is null where there are fewer than two artists or the metric is undefined in most draws.
    /// </remarks>
    /// <param name="truth">The songs that were asked for, with their labels; ids are unique.</param>
    /// <param name="predictions">One prediction for each of them, matched by track id, in any order.</param>
    /// <param name="baseline">
    /// Predictions of the trivial model (<see cref="MeanModel"/>), trained on the same rows as the model; null for no baseline. Metrics of
    /// order alone take it as one constant: its differences between folds are not a ranking.
    /// </param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <param name="resamples">Draws of the bootstrap; 0 for no intervals.</param>
    /// <exception cref="PredictionException">A prediction is missing, repeated, unknown or not a number in range.</exception>
    public static IReadOnlyDictionary<string, Metric> Evaluate(
        IReadOnlyList<LabelledSong> truth,
        IReadOnlyList<Prediction> predictions,
        IReadOnlyList<Prediction>? baseline = null,
        int seed = 1,
        int resamples = 400) =>
        Evaluate(
            [ScoredSongs.Match(truth, predictions, PrimaryArtist)], baseline is null ? null : [ScoredSongs.Match(truth, baseline, PrimaryArtist)],
            truth.Count, seed, resamples);

    /// <summary>As above for repeated cross-validation: every value is the mean over the repeats, and each draw of the bootstrap takes the same units in
    /// all of them.</summary>
    /// <param name="unit">What is drawn as a whole, such as a song's artist.</param>
    /// <exception cref="PredictionException">A prediction is missing, repeated, unknown or not a number in range.</exception>
    public static IReadOnlyDictionary<string, Metric> Evaluate(
        IReadOnlyList<LabelledSong> truth, IReadOnlyList<OutOfFoldPredictions> repeats, Func<LabelledSong, string> unit, int seed = 1, int resamples = 400) =>
        Evaluate(
            repeats.Select(repeat => ScoredSongs.Match(truth, repeat.Predictions, unit)).ToList(),
            repeats.Select(repeat => ScoredSongs.Match(truth, repeat.Baseline, unit)).ToList(),
            truth.Count,
            seed,
            resamples);

    /// <summary>Checks that there is one sound prediction for each of some songs, and none for another.</summary>
    /// <exception cref="PredictionException">A prediction is missing, repeated, unknown or not a number in range.</exception>
    public static void CheckPredictions(IReadOnlyList<LabelledSong> truth, IReadOnlyList<Prediction> predictions) =>
        ScoredSongs.Match(truth, predictions, PrimaryArtist);

    internal static string PrimaryArtist(LabelledSong song) => song.Song.PrimaryArtist;

    private static Dictionary<string, Metric> Evaluate(
        IReadOnlyList<ScoredSongs> repeats, IReadOnlyList<ScoredSongs>? trivial, int count, int seed, int resamples)
    {
        var intervals = Bootstrap(repeats, seed, resamples);
        return Definitions
            .Select((definition, i) => (definition.Name, Metric: new Metric(
                repeats.Average(songs => definition.Score(songs, default)),
                intervals[i]?.Low,
                intervals[i]?.High,
                count,
                trivial?.Average(songs => Baseline(definition, songs)))))
            .ToDictionary(m => m.Name, m => m.Metric, StringComparer.Ordinal);
    }

    private static double Baseline(Definition definition, ScoredSongs trivial) =>
        definition.Score(definition.Ranks ? trivial with { Probability = new double[trivial.Probability.Length] } : trivial, default);

    private static (double Low, double High)?[] Bootstrap(IReadOnlyList<ScoredSongs> repeats, int seed, int resamples)
    {
        var draws = new List<double[]>(resamples);
        var weights = repeats.Select(songs => new int[songs.Unit.Length]).ToArray();
        foreach (var times in UnitDraws.Times(repeats[0].Units, resamples, seed))
        {
            for (var r = 0; r < weights.Length; r++)
            {
                for (var row = 0; row < weights[r].Length; row++)
                    weights[r][row] = times[repeats[r].Unit[row]];
            }

            draws.Add([.. Definitions.Select(definition => repeats.Select((songs, r) => definition.Score(songs, weights[r])).Average())]);
        }

        return [.. Definitions.Select((definition, i) => Interval(definition, draws.ConvertAll(draw => draw[i]), repeats, resamples))];
    }

    private static (double Low, double High)? Interval(Definition definition, List<double> draws, IReadOnlyList<ScoredSongs> repeats, int resamples)
    {
        var defined = draws.Where(double.IsFinite).Order().ToArray();
        if (defined.Length == 0 || defined.Length < resamples / 2)
            return null;
        var growth = definition.GrowsByChance ? draws.Average() - repeats.Average(songs => definition.Score(songs, default)) : 0;
        var (low, high) = (Quantiles.OfSorted(defined, IntervalLow) - growth, Quantiles.OfSorted(defined, IntervalHigh) - growth);
        return definition.GrowsByChance ? (Math.Max(0, low), Math.Max(0, high)) : (low, high);
    }
}
