namespace HitSongs.Pipeline;

/// <summary>Compares predictions with the truth.</summary>
public static class ModelEvaluation
{
    private const double IntervalLow = 0.025;
    private const double IntervalHigh = 0.975;

    private delegate double Score(ScoredSongs songs, ReadOnlySpan<int> weights);

    /// <param name="Ranks">Whether only the order of the scores matters.</param>
    private sealed record Definition(string Name, bool Ranks, Score Score);

    private static readonly IReadOnlyList<Definition> Definitions =
    [
        new(MetricNames.AreaUnderRocCurve, true, (s, w) => HitMetrics.AreaUnderRocCurve(s.Probability, s.Hit, w)),
        new(MetricNames.AreaUnderPrecisionRecallCurve, true, (s, w) => HitMetrics.AreaUnderPrecisionRecallCurve(s.Probability, s.Hit, w)),
        new(MetricNames.F1Score, false, (s, w) => HitMetrics.F1Score(s.Probability, s.Hit, w)),
        new(MetricNames.Accuracy, false, (s, w) => HitMetrics.Accuracy(s.Probability, s.Hit, w)),
        new(MetricNames.LogLoss, false, (s, w) => HitMetrics.LogLoss(s.Probability, s.Hit, w)),
        new(MetricNames.BrierScore, false, (s, w) => HitMetrics.BrierScore(s.Probability, s.Hit, w)),
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
        int resamples = 400)
    {
        var songs = ScoredSongs.Match(truth, predictions);
        var trivial = baseline is null ? null : ScoredSongs.Match(truth, baseline);
        var intervals = Bootstrap(songs, seed, resamples);
        return Definitions
            .Select((definition, i) => (definition.Name, Metric: new Metric(
                definition.Score(songs, default), intervals[i]?.Low, intervals[i]?.High, truth.Count, Baseline(definition, trivial))))
            .ToDictionary(m => m.Name, m => m.Metric, StringComparer.Ordinal);
    }

    /// <summary>Checks that there is one sound prediction for each of some songs, and none for another.</summary>
    /// <exception cref="PredictionException">A prediction is missing, repeated, unknown or not a number in range.</exception>
    public static void CheckPredictions(IReadOnlyList<LabelledSong> truth, IReadOnlyList<Prediction> predictions) => ScoredSongs.Match(truth, predictions);

    private static double? Baseline(Definition definition, ScoredSongs? trivial)
    {
        if (trivial is null)
            return null;
        return definition.Score(definition.Ranks ? trivial with { Probability = new double[trivial.Probability.Length] } : trivial, default);
    }

    private static (double Low, double High)?[] Bootstrap(ScoredSongs songs, int seed, int resamples)
    {
        var random = new SeededRandom(seed);
        var draws = Definitions.Select(_ => new List<double>(resamples)).ToList();
        var weights = new int[songs.Artist.Length];
        for (var resample = 0; resample < resamples && songs.Artists > 1; resample++)
        {
            var times = new int[songs.Artists];
            for (var i = 0; i < songs.Artists; i++)
                times[random.Below(songs.Artists)]++;
            for (var row = 0; row < weights.Length; row++)
                weights[row] = times[songs.Artist[row]];
            for (var i = 0; i < draws.Count; i++)
                draws[i].Add(Definitions[i].Score(songs, weights));
        }

        return draws.Select(values => Interval(values, resamples)).ToArray();
    }

    private static (double Low, double High)? Interval(List<double> draws, int resamples)
    {
        var defined = draws.Where(double.IsFinite).Order().ToArray();
        if (defined.Length == 0 || defined.Length < resamples / 2)
            return null;
        return (Quantiles.OfSorted(defined, IntervalLow), Quantiles.OfSorted(defined, IntervalHigh));
    }
}
