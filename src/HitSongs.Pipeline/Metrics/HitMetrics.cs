namespace HitSongs.Pipeline.Metrics;

/// <summary>
/// How well probabilities tell hits from others. Every method takes one finite score per row, whether the row is a hit, and
/// optionally a whole number of times that each row counts (0 or more). Undefined values are <see cref="double.NaN"/>, never 0.
/// </summary>
public static class HitMetrics
{
    /// <summary>The probability from which a song is called a hit by <see cref="F1Score"/> and <see cref="Accuracy"/>.</summary>
    public const double DecisionThreshold = 0.5;

    /// <summary>Probabilities are kept this far from 0 and 1 in <see cref="LogLoss"/>, as scikit-learn does: one step of double precision above 1.</summary>
    public const double SmallestProbability = 2.220446049250313e-16;

    /// <summary>Bins of equal width in <see cref="ExpectedCalibrationError"/>.</summary>
    public const int CalibrationBins = 15;

    /// <summary>Share of pairs of a hit and another song in which the hit scores higher; a tie counts one half. NaN unless there are both.</summary>
    public static double AreaUnderRocCurve(ReadOnlySpan<double> scores, ReadOnlySpan<bool> hits, ReadOnlySpan<int> weights = default)
    {
        double positives = 0, negatives = 0, ordered = 0;
        foreach (var tie in new ScoreTies(scores, hits, weights))
        {
            ordered += tie.Others * (positives + (tie.Hits / 2));
            positives += tie.Hits;
            negatives += tie.Others;
        }

        return positives > 0 && negatives > 0 ? ordered / (positives * negatives) : double.NaN;
    }

    /// <summary>Average precision: the mean of precision over the steps of recall, without interpolation. NaN unless there are both kinds of songs.</summary>
    public static double AreaUnderPrecisionRecallCurve(ReadOnlySpan<double> scores, ReadOnlySpan<bool> hits, ReadOnlySpan<int> weights = default)
    {
        double positives = 0, negatives = 0, sum = 0;
        foreach (var tie in new ScoreTies(scores, hits, weights))
        {
            positives += tie.Hits;
            negatives += tie.Others;
            if (tie.Hits > 0)
                sum += tie.Hits * positives / (positives + negatives);
        }

        return positives > 0 && negatives > 0 ? sum / positives : double.NaN;
    }

    /// <summary>Harmonic mean of precision and recall at <see cref="DecisionThreshold"/>; 0 where no hit is found. NaN unless there are both kinds of
    /// songs.</summary>
    public static double F1Score(ReadOnlySpan<double> scores, ReadOnlySpan<bool> hits, ReadOnlySpan<int> weights = default)
    {
        double found = 0, called = 0, positives = 0, all = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i];
            var call = scores[i] >= DecisionThreshold;
            all += weight;
            positives += hits[i] ? weight : 0;
            called += call ? weight : 0;
            found += call && hits[i] ? weight : 0;
        }

        return positives > 0 && positives < all ? 2 * found / (called + positives) : double.NaN;
    }

    /// <summary>Share of songs on the right side of <see cref="DecisionThreshold"/>. NaN without songs.</summary>
    public static double Accuracy(ReadOnlySpan<double> scores, ReadOnlySpan<bool> hits, ReadOnlySpan<int> weights = default) =>
        RowMean.Of(scores, hits, weights, (score, hit) => score >= DecisionThreshold == hit ? 1 : 0);

    /// <summary>Mean negative log-likelihood in nats (scikit-learn's unit; ML.NET reports bits). NaN without songs.</summary>
    public static double LogLoss(ReadOnlySpan<double> scores, ReadOnlySpan<bool> hits, ReadOnlySpan<int> weights = default) =>
        RowMean.Of(scores, hits, weights, (score, hit) =>
        {
            var probability = Math.Clamp(score, SmallestProbability, 1 - SmallestProbability);
            return -Math.Log(hit ? probability : 1 - probability);
        });

    /// <summary>Mean squared difference between probability and outcome. NaN without songs.</summary>
    public static double BrierScore(ReadOnlySpan<double> scores, ReadOnlySpan<bool> hits, ReadOnlySpan<int> weights = default) =>
        RowMean.Of(scores, hits, weights, (score, hit) => (score - (hit ? 1 : 0)) * (score - (hit ? 1 : 0)));

    /// <summary>
    /// Difference between mean probability and share of hits in each of <see cref="CalibrationBins"/> bins of probability, weighted by the bins'
    /// songs. A constant that is the share of hits has 0: read it beside a metric of ranking. NaN without songs.
    /// </summary>
    public static double ExpectedCalibrationError(ReadOnlySpan<double> scores, ReadOnlySpan<bool> hits, ReadOnlySpan<int> weights = default)
    {
        Span<double> surplus = stackalloc double[CalibrationBins];
        double all = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i];
            all += weight;
            surplus[Math.Clamp((int)(scores[i] * CalibrationBins), 0, CalibrationBins - 1)] += weight * (scores[i] - (hits[i] ? 1 : 0));
        }

        double sum = 0;
        foreach (var bin in surplus)
            sum += Math.Abs(bin);
        return sum / all;
    }
}
