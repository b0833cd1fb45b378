using HitSongs.Pipeline;
using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Models.Calibrators;
using Microsoft.ML;
using Microsoft.ML.Data;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Evaluation;

/// <summary>Own metrics beside those of Microsoft.ML, where that is right (docs/ml-net-metrics.md), and the proof of what it gets wrong.</summary>
public sealed class MetricsAgainstMicrosoftMlTests
{
    /// <summary>Scores and probabilities are singles there.</summary>
    private const double SinglePrecision = 1e-5;

    private static readonly double[] Scores = Made(500, (random, _) => Math.Round(random.Uniform(), 2) + 0.001);

    private static readonly bool[] Hits = Labels(Scores);

    [Test]
    public void The_area_under_the_ROC_curve_accuracy_and_F1_are_the_same_ties_included()
    {
        var theirs = Evaluate(Scores, Hits);

        Assert.That(HitMetrics.AreaUnderRocCurve(Scores, Hits), Is.EqualTo(theirs.AreaUnderRocCurve).Within(SinglePrecision));
        Assert.That(HitMetrics.Accuracy(Scores, Hits), Is.EqualTo(theirs.Accuracy).Within(SinglePrecision));
        Assert.That(HitMetrics.F1Score(Scores, Hits), Is.EqualTo(theirs.F1Score).Within(SinglePrecision));
    }

    [Test]
    public void Their_log_loss_is_ours_in_bits() =>
        Assert.That(
            Evaluate([.. Scores.Select(Inner)], Hits).LogLoss * Math.Log(2),
            Is.EqualTo(HitMetrics.LogLoss([.. Scores.Select(Inner)], Hits)).Within(1e-4)
        );

    [Test]
    public void Their_area_under_the_precision_recall_curve_depends_on_the_order_of_rows_and_ours_does_not()
    {
        // Few different scores, so that hits and others share them; hits first, then others first.
        double[] coarse = [.. Scores.Select(score => Math.Round(score, 1))];
        int[] hitsFirst = [.. Enumerable.Range(0, Hits.Length).OrderByDescending(i => Hits[i])], othersFirst = [.. hitsFirst.Reverse()];

        Assert.That(Theirs(hitsFirst), Is.GreaterThan(Theirs(othersFirst) + 0.01));
        Assert.That(Ours(hitsFirst), Is.EqualTo(Ours(othersFirst)).Within(1e-12));

        double Theirs(int[] order) => Evaluate([.. order.Select(i => coarse[i])], [.. order.Select(i => Hits[i])]).AreaUnderPrecisionRecallCurve;
        double Ours(int[] order) => HitMetrics.AreaUnderPrecisionRecallCurve(order.Select(i => coarse[i]).ToArray(), order.Select(i => Hits[i]).ToArray());
    }

    [Test]
    public void One_class_is_an_exception_there_and_undefined_here()
    {
        bool[] none = new bool[Scores.Length];

        Assert.That(() => Evaluate(Scores, none), Throws.InstanceOf<ArgumentException>());
        Assert.That(HitMetrics.AreaUnderRocCurve(Scores, none), Is.NaN);
    }

    [Test]
    public void Errors_of_popularity_are_the_same()
    {
        double[] actual = Made(300, (random, _) => 100 * random.Uniform()), predicted = [.. actual.Select((value, i) => (0.5 * value) + (i % 17))];
        var ml = new MLContext(1);
        var theirs = ml.Regression.Evaluate(
            ml.Data.LoadFromEnumerable(actual.Zip(predicted, (label, score) => new Estimated { Label = (float)label, Score = (float)score }))
        );

        Assert.That(PopularityMetrics.RootMeanSquaredError(predicted, actual), Is.EqualTo(theirs.RootMeanSquaredError).Within(1e-4));
        Assert.That(PopularityMetrics.MeanAbsoluteError(predicted, actual), Is.EqualTo(theirs.MeanAbsoluteError).Within(1e-4));
        Assert.That(PopularityMetrics.RSquared(predicted, actual), Is.EqualTo(theirs.RSquared).Within(1e-4));
    }

    [TestCase(CalibrationKind.Platt, 0.02)]
    [TestCase(CalibrationKind.Isotonic, 0.05)]
    public void Calibration_agrees_with_theirs(CalibrationKind kind, double tolerance)
    {
        var ml = new MLContext(1);
        var view = ml.Data.LoadFromEnumerable(Scores.Zip(Hits, (score, hit) => new Scored
        {
            Label = hit,
            Score = (float)Logit(score),
            Probability = 0,
        }));
        IEstimator<ITransformer> calibrator =
            kind is CalibrationKind.Platt ? ml.BinaryClassification.Calibrators.Platt() : ml.BinaryClassification.Calibrators.Isotonic();
        var theirs = calibrator.Fit(view).Transform(view).GetColumn<float>("Probability").ToList();

        var ours = Calibration.Fit(kind, [.. Scores.Select(Inner)], Hits);

        // Ours draws Platt's slope towards 1 and joins isotonic steps by lines: both matter little for 500 rows.
        Assert.That(Scores.Select((score, i) => Math.Abs(ours.Of(Inner(score)) - theirs[i])).Average(), Is.LessThan(tolerance));
    }

    private static CalibratedBinaryClassificationMetrics Evaluate(double[] scores, bool[] hits)
    {
        var ml = new MLContext(1);
        return ml.BinaryClassification.Evaluate(ml.Data.LoadFromEnumerable(scores.Zip(hits, (score, hit) => new Scored
        {
            Label = hit,
            Score = (float)(score - 0.5),
            Probability = (float)score,
        })));
    }

    private static double Inner(double score) => Math.Clamp(score, 0.01, 0.99);

    private static double Logit(double score) => Math.Log(Inner(score) / (1 - Inner(score)));

    private static bool[] Labels(double[] scores)
    {
        var random = new SeededRandom(9);
        return [.. scores.Select(score => random.Uniform() < (0.2 + (0.6 * score)))];
    }

    private static double[] Made(int count, Func<SeededRandom, int, double> value)
    {
        var random = new SeededRandom(5);
        return [.. Enumerable.Range(0, count).Select(i => value(random, i))];
    }

    private sealed class Scored
    {
        public bool Label { get; set; }

        public bool PredictedLabel => Probability >= 0.5f;

        public float Score { get; set; }

        public float Probability { get; set; }
    }

    private sealed class Estimated
    {
        public float Label { get; set; }

        public float Score { get; set; }
    }
}
