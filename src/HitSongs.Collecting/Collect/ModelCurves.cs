using HitSongs.Grading.Evidence;
using HitSongs.Metrics;

namespace HitSongs.Collecting.Collect;

/// <summary>Curves of a model's predicted probabilities against the truth, for drawing.</summary>
internal static class ModelCurves
{
    private const int Points = 200;
    private const int Bins = 10;

    /// <summary>Precision and recall from the highest score down, songs of equal score together, thinned to at most 200 points.</summary>
    /// <returns>No points where there are no hits.</returns>
    public static IReadOnlyList<PrecisionRecallPoint> PrecisionRecall(IReadOnlyList<(double Probability, bool Hit)> predictions)
    {
        var hits = predictions.Count(prediction => prediction.Hit);
        if (hits == 0)
        {
            return [];
        }

        var (points, called, found) = (new List<PrecisionRecallPoint>(), 0, 0);
        foreach (var tie in predictions.GroupBy(prediction => prediction.Probability).OrderByDescending(tie => tie.Key))
        {
            called += tie.Count();
            found += tie.Count(prediction => prediction.Hit);
            points.Add(new PrecisionRecallPoint((double)found / hits, (double)found / called));
        }

        return points.Count <= Points ? points : [.. Enumerable.Range(0, Points).Select(i => points[(int)((long)i * (points.Count - 1) / (Points - 1))])];
    }

    /// <summary>Ten bins of equally many songs, by predicted probability.</summary>
    public static IReadOnlyList<CalibrationBin> Calibration(IReadOnlyList<(double Probability, bool Hit)> predictions) =>
        [.. predictions.OrderBy(prediction => prediction.Probability)
            .Select((prediction, rank) => (prediction, Bin: (int)((long)rank * Bins / predictions.Count)))
            .GroupBy(ranked => ranked.Bin, ranked => ranked.prediction)
            .Select(bin => Bin([.. bin]))];

    private static CalibrationBin Bin((double Probability, bool Hit)[] bin)
    {
        var hits = bin.Count(prediction => prediction.Hit);
        var (low, high) = WilsonInterval.Of(hits, bin.Length);
        return new CalibrationBin(bin.Average(prediction => prediction.Probability), (double)hits / bin.Length, low, high, bin.Length);
    }
}
