using HitSongs.Collecting.Collect;
using HitSongs.Grading.Evidence;
using HitSongs.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

internal sealed class ModelCurvesTests
{
    [Test]
    public void Precision_and_recall_of_songs_with_the_same_score_are_one_point() =>
        Assert.That(
            ModelCurves.PrecisionRecall([(0.9, true), (0.5, true), (0.5, false), (0.1, true), (0.1, false)]),
            Is.EqualTo(new PrecisionRecallPoint[] { new(1 / 3.0, 1), new(2 / 3.0, 2 / 3.0), new(1, 3 / 5.0) }));

    [Test]
    public void Without_hits_there_is_no_precision_recall_curve() => Assert.That(ModelCurves.PrecisionRecall([(0.5, false)]), Is.Empty);

    [Test]
    public void Calibration_has_ten_groups_of_equally_many_songs_by_probability()
    {
        var bins = ModelCurves.Calibration([.. Enumerable.Range(0, 100).Select(i => (i / 100.0, i >= 50)).Reverse()]);
        Assert.That(bins.Select(bin => bin.Songs), Is.EqualTo(Enumerable.Repeat(10, 10)));
        Assert.That(bins.Select(bin => bin.Observed), Is.EqualTo([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]));
        Assert.That(bins[0].Predicted, Is.EqualTo(0.045).Within(1e-12), "the mean of 0 to 0.09");
    }

    // Computed from Wilson's formula by a few lines of Python, to six digits.
    [TestCase(0, 10, 0, 0.277533)]
    [TestCase(5, 10, 0.236593, 0.763407)]
    [TestCase(10, 10, 0.722467, 1)]
    [TestCase(48, 120, 0.316764, 0.489440)]
    public void Wilson_intervals_are_those_of_the_formula(int count, int of, double low, double high)
    {
        var interval = WilsonInterval.Of(count, of);
        Assert.That(interval.Low, Is.EqualTo(low).Within(1e-6));
        Assert.That(interval.High, Is.EqualTo(high).Within(1e-6));
    }

    [Test]
    public void Of_no_cases_nothing_is_known() => Assert.That(WilsonInterval.Of(0, 0), Is.EqualTo((0.0, 1.0)));
}
