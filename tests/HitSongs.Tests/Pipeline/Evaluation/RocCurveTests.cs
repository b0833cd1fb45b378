using HitSongs.Metrics;
using HitSongs.Pipeline.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Evaluation;

public sealed class RocCurveTests
{
    [Test]
    public void The_curve_goes_from_corner_to_corner_by_way_of_every_score()
    {
        var curve = RocCurve.Of([0.1, 0.4, 0.35, 0.8], [false, false, true, true]);

        Assert.That(curve, Is.EqualTo(new[]
        {
            new RocPoint(0, 0), new RocPoint(0, 0.5), new RocPoint(0.5, 0.5), new RocPoint(0.5, 1), new RocPoint(1, 1),
        }));
    }

    [Test]
    public void A_long_curve_is_thinned_and_keeps_its_ends_and_its_area()
    {
        var scores = Enumerable.Range(0, 5_000).Select(i => (i * 7_919 % 5_000) / 5_000.0).ToArray();
        var hits = scores.Select((score, i) => (i * 104_729 % 1_000) / 1_000.0 < score).ToArray();

        var curve = RocCurve.Of(scores, hits);

        Assert.That(curve, Has.Count.EqualTo(200));
        Assert.That((curve[0], curve[^1]), Is.EqualTo((new RocPoint(0, 0), new RocPoint(1, 1))));
        var area = curve.Zip(curve.Skip(1), (a, b) => (b.FalsePositiveRate - a.FalsePositiveRate) * (a.TruePositiveRate + b.TruePositiveRate) / 2).Sum();
        Assert.That(area, Is.EqualTo(HitMetrics.AreaUnderRocCurve(scores, hits)).Within(0.001), "a curve of 199 chords is drawn, not measured");
    }

    [Test]
    public void With_one_class_only_there_is_no_curve() =>
        Assert.That(RocCurve.Of([0.1, 0.2], [true, true]), Is.Empty);
}
