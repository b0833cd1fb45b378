using HitSongs.Metrics;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Evaluation;

public sealed class RepeatedEvaluationTests
{
    private static readonly SongData Data = Sample.Songs with { Songs = [.. Sample.Songs.Songs.Where((_, i) => i % 12 == 0)] };
    private static readonly ModelRecipe Recipe = new LinearRecipe();

    [Test]
    public void A_value_is_the_mean_over_the_repeats_and_the_count_that_of_the_songs()
    {
        var both = Evaluate(repeats: 2, seed: 4);
        var first = Evaluate(repeats: 1, seed: 4);
        var second = Evaluate(repeats: 1, seed: 5);

        foreach (var name in MetricNames.All)
        {
            // Sums of the same numbers in another order.
            Assert.That(both.Metrics[name].Value, Is.EqualTo((first.Metrics[name].Value + second.Metrics[name].Value) / 2).Within(1e-12), name);
            Assert.That(both.Metrics[name].Count, Is.EqualTo(Data.Songs.Count));
            Assert.That(both.Metrics[name].Low, Is.LessThan(both.Metrics[name].High!.Value));
            Assert.That(both.Metrics[name].Baseline, Is.Not.Null);
        }
    }

    [Test]
    public void Threads_and_the_order_of_songs_change_nothing()
    {
        var one = Evaluate(repeats: 2, seed: 1);
        var reversed = RepeatedEvaluation.Evaluate(
            Data with
            {
                Songs = [.. Data.Songs.Reverse()],
            },
            new ValidationPlan(SplitKind.Artist, 3, 2, 1) { Threads = 3 },
            (songs, seed) => Recipe.Train(songs, FeatureSet.All, seed)
        );

        Assert.That(reversed.Metrics, Is.EqualTo(one.Metrics));
    }

    [Test]
    public void Time_has_one_division_only() =>
        Assert.That(
            () => RepeatedEvaluation.Evaluate(Data, new ValidationPlan(SplitKind.Time, 2, 2, 1), (songs, seed) => MeanModel.Train(songs)),
            Throws.ArgumentException.With.Message.Contains("one way only")
        );

    [Test]
    public void With_one_class_only_what_compares_classes_is_undefined_and_the_rest_is_not()
    {
        var data = Data with { Songs = [.. Data.Songs.Where(song => !song.Hit)] };

        var metrics = RepeatedEvaluation
            .Evaluate(data, new ValidationPlan(SplitKind.Artist, 2, 1, 1), (songs, seed) => Recipe.Train(songs, FeatureSet.Audio, seed))
            .Metrics;

        Assert.That(metrics[MetricNames.AreaUnderRocCurve].Value, Is.NaN);
        Assert.That(metrics[MetricNames.AreaUnderRocCurve].Low, Is.Null);
        Assert.That(metrics[MetricNames.F1Score].Value, Is.NaN);
        Assert.That(metrics[MetricNames.RootMeanSquaredError].Value, Is.Positive);
    }

    private static ValidationResult Evaluate(int repeats, int seed) => RepeatedEvaluation.Evaluate(
        Data, new ValidationPlan(SplitKind.Artist, 3, repeats, seed), (songs, s) => Recipe.Train(songs, FeatureSet.All, s));
}
