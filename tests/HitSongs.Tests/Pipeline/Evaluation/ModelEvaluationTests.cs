using HitSongs.Metrics;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Models;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Evaluation;

public sealed class ModelEvaluationTests
{
    private static readonly LabelledSong[] Truth =
    [
        MadeSongs.Labelled("a", 20), MadeSongs.Labelled("b", 40), MadeSongs.Labelled("c", 70), MadeSongs.Labelled("d", 90),
    ];

    private static readonly Prediction[] Predictions = [new("a", 25, 0.1), new("b", 40, 0.4), new("c", 60, 0.35), new("d", 95, 0.8)];

    [Test]
    public void Every_metric_is_there_with_its_count_and_none_other()
    {
        var metrics = ModelEvaluation.Evaluate(Truth, Predictions);

        Assert.That(metrics.Keys, Is.EquivalentTo(new[]
        {
            "AreaUnderRocCurve", "AreaUnderPrecisionRecallCurve", "F1Score", "Accuracy", "LogLoss", "BrierScore", "ExpectedCalibrationError",
            "RootMeanSquaredError", "MeanAbsoluteError", "RSquared",
        }));
        Assert.That(metrics.Values.Select(metric => metric.Count), Is.All.EqualTo(4));
        Assert.That(metrics[MetricNames.AreaUnderRocCurve].Value, Is.EqualTo(0.75));
        Assert.That(metrics[MetricNames.MeanAbsoluteError].Value, Is.EqualTo(5));
    }

    [Test]
    public void Neither_the_order_of_songs_nor_that_of_predictions_matters()
    {
        var one = ModelEvaluation.Evaluate(Truth, Predictions);
        var other = ModelEvaluation.Evaluate(Truth.Reverse().ToList(), [Predictions[2], Predictions[0], Predictions[3], Predictions[1]]);

        Assert.That(other, Is.EqualTo(one));
    }

    [Test]
    public void Predictions_that_slip_by_one_row_are_seen()
    {
        var slipped = Predictions.Select((p, i) => Predictions[(i + 1) % 4] with { TrackId = p.TrackId }).ToList();

        Assert.That(ModelEvaluation.Evaluate(Truth, slipped)[MetricNames.MeanAbsoluteError].Value, Is.EqualTo((20 + 20 + 25 + 65) / 4.0));
    }

    [Test]
    public void The_baseline_is_what_the_trivial_model_reaches()
    {
        var baseline = MeanModel.Train(Truth).Predict(Truth.Select(song => song.Song).ToList());

        var metrics = ModelEvaluation.Evaluate(Truth, Predictions, baseline);

        Assert.That(metrics[MetricNames.AreaUnderRocCurve].Baseline, Is.EqualTo(0.5));
        Assert.That(metrics[MetricNames.AreaUnderPrecisionRecallCurve].Baseline, Is.EqualTo(0.5));
        Assert.That(metrics[MetricNames.LogLoss].Baseline, Is.EqualTo(Math.Log(2)).Within(1e-12));
        Assert.That(metrics[MetricNames.MeanAbsoluteError].Baseline, Is.EqualTo(25));
        Assert.That(metrics[MetricNames.RSquared].Baseline, Is.Zero.Within(1e-12));
    }

    [Test]
    public void Differences_between_the_baselines_of_folds_are_no_ranking()
    {
        Prediction[] baseline = [new("a", 55, 0.6), new("b", 55, 0.6), new("c", 55, 0.4), new("d", 55, 0.4)];

        Assert.That(ModelEvaluation.Evaluate(Truth, Predictions, baseline)[MetricNames.AreaUnderRocCurve].Baseline, Is.EqualTo(0.5));
    }

    [Test]
    public void Without_a_baseline_none_is_claimed() =>
        Assert.That(ModelEvaluation.Evaluate(Truth, Predictions).Values.Select(metric => metric.Baseline), Is.All.Null);

    [Test]
    public void Intervals_are_seeded_and_hold_the_value()
    {
        var (truth, predictions) = Many(artists: 60, songsPerArtist: 1);

        var one = ModelEvaluation.Evaluate(truth, predictions, seed: 3);
        var same = ModelEvaluation.Evaluate(truth, predictions, seed: 3);
        var other = ModelEvaluation.Evaluate(truth, predictions, seed: 4);

        Assert.That(same, Is.EqualTo(one));
        Assert.That(other[MetricNames.LogLoss].Low, Is.Not.EqualTo(one[MetricNames.LogLoss].Low));
        foreach (var (name, metric) in one)
            Assert.That(metric.Value, Is.InRange(metric.Low!.Value, metric.High!.Value), name);
    }

    [Test]
    public void An_interval_narrows_with_more_artists_and_not_with_more_songs_of_the_same_artists()
    {
        double Width(int artists, int songsPerArtist)
        {
            var (truth, predictions) = Many(artists, songsPerArtist);
            var metric = ModelEvaluation.Evaluate(truth, predictions)[MetricNames.MeanAbsoluteError];
            return metric.High!.Value - metric.Low!.Value;
        }

        // Copies of the same sixty songs tell nothing new, four times the artists halve the width; a fifth is left for chance.
        Assert.That(Width(60, 4), Is.EqualTo(Width(60, 1)).Within(20).Percent);
        Assert.That(Width(240, 1), Is.EqualTo(Width(60, 1) / 2).Within(20).Percent);
    }

    [Test]
    public void One_artist_gives_no_interval()
    {
        var truth = Truth.Select(song => song with { Song = song.Song with { PrimaryArtist = "One" } }).ToList();

        Assert.That(ModelEvaluation.Evaluate(truth, Predictions).Values.Select(metric => metric.Low), Is.All.Null);
    }

    [Test]
    public void With_one_class_only_metrics_that_compare_classes_are_undefined_and_have_no_interval()
    {
        var metrics = ModelEvaluation.Evaluate(Truth[..2], Predictions[..2]);

        Assert.That(metrics[MetricNames.AreaUnderRocCurve], Is.EqualTo(new Metric(double.NaN, null, null, 2, null)));
        Assert.That(metrics[MetricNames.F1Score].Value, Is.NaN);
        Assert.That(metrics[MetricNames.Accuracy].Value, Is.EqualTo(1));
    }

    private static IEnumerable<TestCaseData> WrongPredictions()
    {
        yield return new TestCaseData(Predictions[..3], "d", "there is none; every song that was asked for needs one").SetName("A missing prediction is named");
        yield return new TestCaseData(Array.Empty<Prediction>(), "a", "there is none; every song that was asked for needs one").SetName(
            "No predictions at all are named by the first song"
        );
        yield return new TestCaseData((Prediction[])[.. Predictions, Predictions[1]], "b", "there are several; every song needs exactly one").SetName(
            "A repeated prediction is named"
        );
        yield return new TestCaseData((Prediction[])[.. Predictions, new Prediction("x", 1, 0.5)], "x", "no such song was asked for").SetName(
            "A prediction for another song is named"
        );
        yield return new TestCaseData((Prediction[])[.. Predictions, new Prediction(null!, 1, 0.5)], "", "it names no track").SetName(
            "A prediction without a track is named"
        );
        yield return new TestCaseData(With(Predictions[1] with { Popularity = double.NaN }), "b", "the popularity NaN is not a finite number").SetName(
            "A popularity that is no number is named"
        );
        yield return new TestCaseData(
            With(Predictions[1] with { HitProbability = double.PositiveInfinity }),
            "b",
            "the hit probability Infinity is not a finite number"
        ).SetName("An infinite probability is named");
        yield return new TestCaseData(With(Predictions[1] with { Popularity = 1e300 }), "b", "the popularity 1E+300 is far outside 0 to 100").SetName(
            "A popularity whose square overflows is named"
        );
        yield return new TestCaseData(With(Predictions[1] with { HitProbability = 1.01 }), "b", "the hit probability 1.01 is not between 0 and 1").SetName(
            "A probability above one is named"
        );
        yield return new TestCaseData(With(Predictions[1] with { HitProbability = -0.1 }), "b", "the hit probability -0.1 is not between 0 and 1").SetName(
            "A probability below zero is named"
        );
    }

    [TestCaseSource(nameof(WrongPredictions))]
    public void Wrong_predictions_are_refused(Prediction[] predictions, string trackId, string problem)
    {
        var refusal = Assert.Throws<PredictionException>(() => ModelEvaluation.Evaluate(Truth, predictions));

        Assert.That(refusal!.TrackId, Is.EqualTo(trackId));
        Assert.That(refusal.Message, Is.EqualTo($"Prediction for track '{trackId}': {problem}."));
    }

    [Test]
    public void A_made_up_id_does_not_break_the_one_line()
    {
        Prediction[] predictions = [.. Predictions, new Prediction("x\r\ny" + new string('z', 1_000), 1, 0.5)];

        var refusal = Assert.Throws<PredictionException>(() => ModelEvaluation.Evaluate(Truth, predictions));

        Assert.That(
            refusal!.Message,
            Does.StartWith("Prediction for track 'x  yzzz").And.EndsWith("z…': no such song was asked for.").And.Length.LessThan(120)
        );
    }

    private static Prediction[] With(Prediction changed) => Predictions.Select(p => p.TrackId == changed.TrackId ? changed : p).ToArray();

    /// <summary>Songs whose prediction errors are those of their artist.</summary>
    private static (List<LabelledSong> Truth, List<Prediction> Predictions) Many(int artists, int songsPerArtist)
    {
        var truth = new List<LabelledSong>();
        var predictions = new List<Prediction>();
        for (var artist = 0; artist < artists; artist++)
        {
            for (var song = 0; song < songsPerArtist; song++)
            {
                var id = $"{artist}-{song}";
                var popularity = 40 + (artist * 37 % 60);
                truth.Add(MadeSongs.Labelled(id, popularity, $"Artist {artist}"));
                predictions.Add(
                    new Prediction(id, popularity + (artist * 53 % 41) - 20, Math.Clamp((popularity + (artist * 53 % 41) - 58) / 60.0, 0.01, 0.99))
                );
            }
        }

        return (truth, predictions);
    }
}
