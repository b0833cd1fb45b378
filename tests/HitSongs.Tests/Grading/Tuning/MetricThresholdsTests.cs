using HitSongs.Grading.Criteria;
using HitSongs.Grading.Tuning;
using HitSongs.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Tuning;

public sealed class MetricThresholdsTests
{
    private static readonly ModelSpread Right = new("right", true, 0.9012, 0.9288);

    [Test]
    public void The_bar_lies_where_every_right_model_just_passes_and_those_that_know_nothing_fail()
    {
        var found = MetricThresholds.Of(Criterion("atLeast: 0.8, atMost: 0.95"), [Right, new("constant", false, 0.49, 0.51)]);

        Assert.Multiple(() =>
        {
            Assert.That(found.AtLeast, Is.EqualTo(0.901).Within(1e-9));
            Assert.That(found.AtMost, Is.Null, "no model knows too much");
            Assert.That(found.Proposed.Allows(0.9012), Is.True);
            Assert.That(found.Inseparable, Is.Empty);
        });
    }

    [Test]
    public void What_is_too_good_begins_half_way_to_those_that_know_the_labels()
    {
        var found = MetricThresholds.Of(Criterion("atLeast: 0.8, atMost: 0.93"), [Right, new("trained-on-test", false, 0.99, 1)]);

        Assert.That(found.AtMost, Is.EqualTo(0.96).Within(0.001));
    }

    [Test]
    public void Of_an_error_both_sides_change_places()
    {
        var found = MetricThresholds.Of(
            Criterion("atMost: 15, atLeast: 1", MetricNames.RootMeanSquaredError),
            [new("right", true, 10.4, 11.83), new("constant", false, 19, 20), new("trained-on-test", false, 4, 5)]);

        Assert.Multiple(() =>
        {
            Assert.That(found.AtMost, Is.EqualTo(11.9).Within(1e-9));
            Assert.That(found.AtLeast, Is.EqualTo(7.7).Within(1e-9));
        });
    }

    [Test]
    public void A_wrong_model_among_the_right_ones_is_told_and_moves_nothing_else()
    {
        var found = MetricThresholds.Of(Criterion("atLeast: 0.8"), [Right, new("missing-as-zero", false, 0.9, 0.92), new("constant", false, 0.5, 0.5)]);

        Assert.Multiple(() =>
        {
            Assert.That(found.Inseparable, Is.EqualTo(new[] { "missing-as-zero" }));
            Assert.That(found.AtLeast, Is.EqualTo(0.901).Within(1e-9));
        });
    }

    [Test]
    public void What_passes_and_fails_wrongly_today_is_named()
    {
        var found = MetricThresholds.Of(Criterion("atLeast: 0.91, atMost: 0.995"), [Right, new("trained-on-test", false, 0.98, 0.99), new("none", false, 0.5, 0.5)]);

        Assert.Multiple(() =>
        {
            Assert.That(found.FailingNow, Is.EqualTo(new[] { "right" }));
            Assert.That(found.PassingNow, Is.EqualTo(new[] { "trained-on-test" }));
        });
    }

    [Test]
    public void A_metric_that_is_undefined_for_a_right_model_has_no_thresholds()
    {
        var found = MetricThresholds.Of(Criterion("atLeast: 0.8"), [new("right", true, double.NaN, double.NaN)]);

        Assert.Multiple(() =>
        {
            Assert.That(found.Moves, Is.False);
            Assert.That(found.FailingNow, Is.EqualTo(new[] { "right" }));
        });
    }

    [Test]
    public void Thresholds_that_are_right_already_do_not_move() =>
        Assert.That(MetricThresholds.Of(Criterion("atLeast: 0.901"), [Right, new("constant", false, 0.5, 0.5)]).Moves, Is.False);

    private static MetricCriterion Criterion(string keys, string metric = MetricNames.AreaUnderRocCurve) =>
        Situation.RubricOf($"  - {{id: m, kind: metric, points: 3, metric: {metric}, {keys}}}", "model: {timeout: 120, memory: 2048, folds: 5}")
            .Questions.Single().Criteria.OfType<MetricCriterion>().Single();
}
