using HitSongs.Pipeline;
using HitSongs.Pipeline.Thresholds;
using MathNet.Numerics.Distributions;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Thresholds;

/// <summary>The one-sided tolerance factor beside the published table and the law that it rests on.</summary>
public sealed class ToleranceFactorTests
{
    // One-sided factors for the normal distribution at 95 % confidence, as tables of mathematical statistics print them.
    [TestCase(10, 0.90, 2.355)]
    [TestCase(10, 0.99, 3.981)]
    [TestCase(20, 0.99, 3.295)]
    [TestCase(20, 0.999, 4.319)]
    [TestCase(30, 0.95, 2.220)]
    [TestCase(30, 0.999, 4.022)]
    public void The_factor_is_the_one_of_the_table(int draws, double share, double expected) =>
        Assert.That(ToleranceFactor.Of(draws, share, 0.95), Is.EqualTo(expected).Within(0.0015));

    [Test]
    public void With_many_draws_it_comes_near_to_the_normal_quantile() =>
        Assert.That(ToleranceFactor.Of(5000, 0.999, 0.95), Is.EqualTo(Normal.InvCDF(0, 1, 0.999)).Within(0.08));

    [Test]
    public void Of_normal_values_the_bound_leaves_out_at_most_a_thousandth_in_nineteen_of_twenty_experiments()
    {
        var random = new SeededRandom(7);
        var kept = Enumerable.Range(0, 2000).Count(_ =>
        {
            var spread = new MetricSpread([.. Enumerable.Range(0, 20).Select(_ => 0.9 + (0.01 * random.Normal()))]);
            return Normal.CDF(0.9, 0.01, spread.Bounds(0.999).Low) <= 0.001;
        });

        // 0.95 of 2000, with a deviation of 10.
        Assert.That(kept, Is.InRange(1860, 1940));
    }

    [Test]
    public void A_value_that_never_varies_is_its_own_bound() => Assert.That(new MetricSpread([0.5, 0.5, 0.5]).Bounds(0.999), Is.EqualTo((0.5, 0.5)));

    [Test]
    public void One_draw_tells_nothing_and_is_refused() => Assert.That(() => ToleranceFactor.Of(1, 0.999, 0.95), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
