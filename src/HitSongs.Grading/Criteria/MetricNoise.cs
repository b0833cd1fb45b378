using HitSongs.Grading.Grades;
using HitSongs.Metrics;

namespace HitSongs.Grading.Criteria;

/// <summary>Flags the score of a metric that lies within its own interval of a threshold.</summary>
internal static class MetricNoise
{
    // Of a 95 % interval of a normal distribution, its ends in standard deviations.
    private const double Ends = 1.96;
    private const int Draws = 60;
    private const double WidestDraw = 3;

    /// <param name="score">Of the metric as it is.</param>
    /// <param name="thresholds">On whose other side it would earn other points.</param>
    /// <param name="points">What another value would earn.</param>
    public static Score Flagged(Score score, Metric metric, IEnumerable<double> thresholds, Func<double, double> points)
    {
        if (metric is not { Low: { } low, High: { } high } || !(high > low))
        {
            return score;
        }

        var near = thresholds.Where(threshold => threshold >= low && threshold <= high).ToList();
        if (near.Count == 0)
        {
            return score;
        }

        var nearest = near.MinBy(threshold => Math.Abs(threshold - metric.Value));
        var change = ExpectedChange(score.Points, metric.Value, (high - low) / (2 * Ends), points);
        return change <= 0
            ? score // the points are the same on both sides
            : score with
            {
                NearThreshold = new NearThreshold(nearest, change),
                Feedback = $"{score.Feedback} The threshold {nearest} lies within the interval: a person should look.",
            };
    }

    /// <summary>The mean difference of points over a normal distribution around the value, by the trapezoidal rule.</summary>
    private static double ExpectedChange(double given, double value, double deviation, Func<double, double> points)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var draw = 0; draw <= Draws; draw++)
        {
            var at = WidestDraw * ((2.0 * draw / Draws) - 1);
            var weight = Math.Exp(-at * at / 2);
            sum += weight * Math.Abs(points(value + (at * deviation)) - given);
            weights += weight;
        }

        return Math.Round(sum / weights, 2);
    }
}
