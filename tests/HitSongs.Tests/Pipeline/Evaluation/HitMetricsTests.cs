using FsCheck;
using FsCheck.Fluent;
using HitSongs.Pipeline.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Evaluation;

public sealed class HitMetricsTests
{
    /// <summary>Sums of a few dozen terms: rounding stays far below this.</summary>
    private const double Exact = 1e-9;

    private static readonly bool[] FourHits = [false, false, true, true];
    private static readonly double[] FourScores = [0.1, 0.4, 0.35, 0.8];

    /// <summary>Two ties across classes, two wrong orders: every rule of the metrics at work.</summary>
    private static readonly bool[] TenHits = [true, false, true, true, false, false, true, false, false, true];
    private static readonly double[] TenScores = [0.9, 0.8, 0.8, 0.6, 0.6, 0.5, 0.5, 0.3, 0.2, 0.1];

    [Test]
    public void Area_under_roc_curve_is_the_one_of_scikit_learns_documentation() =>
        Assert.That(HitMetrics.AreaUnderRocCurve(FourScores, FourHits), Is.EqualTo(0.75).Within(Exact));

    [Test]
    public void A_tie_between_a_hit_and_another_song_counts_one_half()
    {
        // Of 25 pairs 14 are in order, 3 are tied: (14 + 1.5) / 25.
        Assert.That(HitMetrics.AreaUnderRocCurve(TenScores, TenHits), Is.EqualTo(15.5 / 25).Within(Exact));
        Assert.That(HitMetrics.AreaUnderRocCurve([0.3, 0.3, 0.3], [true, false, false]), Is.EqualTo(0.5).Within(Exact));
    }

    [Test]
    public void Average_precision_is_the_one_of_scikit_learns_documentation() =>
        Assert.That(HitMetrics.AreaUnderPrecisionRecallCurve(FourScores, FourHits), Is.EqualTo(5.0 / 6).Within(Exact));

    [Test]
    public void Average_precision_takes_tied_scores_as_one_step()
    {
        // Steps of recall 1/5 at precision 1/1, 2/3, 3/5, 4/7 and 5/10.
        var expected = (1.0 + (2.0 / 3) + (3.0 / 5) + (4.0 / 7) + (5.0 / 10)) / 5;

        Assert.That(HitMetrics.AreaUnderPrecisionRecallCurve(TenScores, TenHits), Is.EqualTo(expected).Within(Exact));
        Assert.That(HitMetrics.AreaUnderPrecisionRecallCurve([0.3, 0.3, 0.3, 0.3], [true, false, false, false]), Is.EqualTo(0.25).Within(Exact));
    }

    [Test]
    public void F1_score_and_accuracy_decide_at_one_half()
    {
        // Called: seven rows from 0.5 up, four of them hits; right: those four and two below.
        Assert.That(HitMetrics.F1Score(TenScores, TenHits), Is.EqualTo(2 * 4.0 / (7 + 5)).Within(Exact));
        Assert.That(HitMetrics.Accuracy(TenScores, TenHits), Is.EqualTo(0.6).Within(Exact));
    }

    [Test]
    public void F1_score_is_zero_where_no_hit_is_found() =>
        Assert.That(HitMetrics.F1Score([0.1, 0.2], [true, false]), Is.Zero);

    [Test]
    public void Log_loss_is_the_one_of_scikit_learns_documentation() =>
        Assert.That(HitMetrics.LogLoss([0.9, 0.1, 0.2, 0.65], [true, false, false, true]), Is.EqualTo(0.21616187468057912).Within(Exact));

    [Test]
    public void Log_loss_of_a_certain_and_wrong_prediction_is_finite() =>
        Assert.That(HitMetrics.LogLoss([0.0], [true]), Is.EqualTo(-Math.Log(HitMetrics.SmallestProbability)).Within(Exact));

    [Test]
    public void Brier_score_is_the_one_of_scikit_learns_documentation() =>
        Assert.That(HitMetrics.BrierScore([0.1, 0.9, 0.8, 0.3], [false, true, true, false]), Is.EqualTo(0.0375).Within(Exact));

    [TestCase(true)]
    [TestCase(false)]
    public void With_one_class_only_metrics_that_compare_classes_are_undefined(bool hit)
    {
        double[] scores = [0.2, 0.7];
        bool[] hits = [hit, hit];

        Assert.That(HitMetrics.AreaUnderRocCurve(scores, hits), Is.NaN);
        Assert.That(HitMetrics.AreaUnderPrecisionRecallCurve(scores, hits), Is.NaN);
        Assert.That(HitMetrics.F1Score(scores, hits), Is.NaN);
        Assert.That(HitMetrics.Accuracy(scores, hits), Is.EqualTo(0.5));
    }

    [Test]
    public void Without_songs_every_metric_is_undefined()
    {
        Assert.That(HitMetrics.AreaUnderRocCurve([], []), Is.NaN);
        Assert.That(HitMetrics.AreaUnderPrecisionRecallCurve([], []), Is.NaN);
        Assert.That(HitMetrics.F1Score([], []), Is.NaN);
        Assert.That(HitMetrics.Accuracy([], []), Is.NaN);
        Assert.That(HitMetrics.LogLoss([], []), Is.NaN);
        Assert.That(HitMetrics.BrierScore([], []), Is.NaN);
        Assert.That(HitMetrics.ExpectedCalibrationError([], []), Is.NaN);
    }

    [Test]
    public void A_row_that_counts_twice_is_as_good_as_two_rows()
    {
        int[] weights = [2, 1, 1, 0, 1, 3, 1, 1, 1, 1];
        var rows = weights.SelectMany((times, row) => Enumerable.Repeat(row, times)).ToArray();
        var scores = rows.Select(row => TenScores[row]).ToArray();
        var hits = rows.Select(row => TenHits[row]).ToArray();

        Assert.That(HitMetrics.AreaUnderRocCurve(TenScores, TenHits, weights), Is.EqualTo(HitMetrics.AreaUnderRocCurve(scores, hits)).Within(Exact));
        Assert.That(HitMetrics.AreaUnderPrecisionRecallCurve(TenScores, TenHits, weights),
            Is.EqualTo(HitMetrics.AreaUnderPrecisionRecallCurve(scores, hits)).Within(Exact));
        Assert.That(HitMetrics.F1Score(TenScores, TenHits, weights), Is.EqualTo(HitMetrics.F1Score(scores, hits)).Within(Exact));
        Assert.That(HitMetrics.Accuracy(TenScores, TenHits, weights), Is.EqualTo(HitMetrics.Accuracy(scores, hits)).Within(Exact));
        Assert.That(HitMetrics.LogLoss(TenScores, TenHits, weights), Is.EqualTo(HitMetrics.LogLoss(scores, hits)).Within(Exact));
        Assert.That(
            HitMetrics.ExpectedCalibrationError(TenScores, TenHits, weights),
            Is.EqualTo(HitMetrics.ExpectedCalibrationError(scores, hits)).Within(Exact)
        );
        Assert.That(HitMetrics.BrierScore(TenScores, TenHits, weights), Is.EqualTo(HitMetrics.BrierScore(scores, hits)).Within(Exact));
    }

    [Test]
    public void Scores_and_labels_of_different_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => HitMetrics.AreaUnderRocCurve([0.1, 0.2], [true]));

    [FsCheck.NUnit.Property]
    public Property Area_under_roc_curve_is_the_share_of_pairs_in_order() => ForRows((scores, hits) =>
    {
        var pairs = (from i in Enumerable.Range(0, hits.Length)
                     from j in Enumerable.Range(0, hits.Length)
                     where hits[i] && !hits[j]
                     select scores[i] > scores[j] ? 1.0 : scores[i].Equals(scores[j]) ? 0.5 : 0.0).ToList();
        return Same(HitMetrics.AreaUnderRocCurve(scores, hits), pairs.Count == 0 ? double.NaN : pairs.Average());
    });

    [FsCheck.NUnit.Property]
    public Property Ranking_metrics_do_not_change_under_a_rising_transformation() => ForRows((scores, hits) =>
    {
        var transformed = scores.Select(score => (score * score * score) + (3 * score) - 7).ToArray();
        return Same(HitMetrics.AreaUnderRocCurve(scores, hits), HitMetrics.AreaUnderRocCurve(transformed, hits))
            && Same(HitMetrics.AreaUnderPrecisionRecallCurve(scores, hits), HitMetrics.AreaUnderPrecisionRecallCurve(transformed, hits));
    });

    [FsCheck.NUnit.Property]
    public Property Area_under_roc_curve_of_negated_scores_is_the_rest_to_one() => ForRows((scores, hits) =>
        Same(HitMetrics.AreaUnderRocCurve(scores, hits), 1 - HitMetrics.AreaUnderRocCurve(scores.Select(score => -score).ToArray(), hits)));

    [FsCheck.NUnit.Property]
    public Property The_order_of_rows_does_not_matter() => ForRows((scores, hits) =>
        Same(HitMetrics.AreaUnderRocCurve(scores, hits), HitMetrics.AreaUnderRocCurve(scores.Reverse().ToArray(), hits.Reverse().ToArray()))
        && Same(HitMetrics.AreaUnderPrecisionRecallCurve(scores, hits),
            HitMetrics.AreaUnderPrecisionRecallCurve(scores.Reverse().ToArray(), hits.Reverse().ToArray())));

    /// <summary>Few different scores, so that ties are common.</summary>
    private static Property ForRows(Func<double[], bool[], bool> law) =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(byte Score, bool Hit)[]>(),
            rows => law(rows.Select(row => (row.Score % 10) / 10.0).ToArray(), rows.Select(row => row.Hit).ToArray()));

    private static bool Same(double one, double other) => (double.IsNaN(one) && double.IsNaN(other)) || Math.Abs(one - other) < Exact;
}
