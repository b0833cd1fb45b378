using FsCheck;
using FsCheck.Fluent;
using HitSongs.Pipeline.Synthesis;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Synthesis;

public sealed class PortableMathTests
{
    [TestCase(-700)]
    [TestCase(-20.5)]
    [TestCase(-1e-9)]
    [TestCase(0)]
    [TestCase(0.5)]
    [TestCase(3.7)]
    [TestCase(12)]
    [TestCase(699)]
    public void The_exponential_is_that_of_the_system_within_rounding(double x) =>
        Assert.That(PortableMath.Exp(x) / Math.Exp(x), Is.EqualTo(1).Within(1e-12), "the reduction by multiples of ln 2 loses some hundred units in the last place at 700");

    [TestCase(1e-6)]
    [TestCase(0.03)]
    [TestCase(0.999)]
    [TestCase(1)]
    [TestCase(1.5)]
    [TestCase(2)]
    [TestCase(200_000)]
    public void The_logarithm_is_that_of_the_system_within_rounding(double x) => Assert.That(PortableMath.Log(x), Is.EqualTo(Math.Log(x)).Within(1e-13));

    [TestCase(0, 0.5)]
    [TestCase(1, 0.841344746068543)]
    [TestCase(-1.959963984540054, 0.025)]
    [TestCase(3, 0.998650101968370)]
    [TestCase(-6, 9.865876450377018e-10)]
    public void The_normal_share_is_the_tabulated_one(double z, double share) => Assert.That(PortableMath.NormalShare(z), Is.EqualTo(share).Within(1e-14));

    [TestCase(0.025, -1.959963984540054)]
    [TestCase(0.5, 0)]
    [TestCase(0.975, 1.959963984540054)]
    [TestCase(0.001, -3.090232306167813)]
    public void The_normal_quantile_is_the_tabulated_one(double share, double z) => Assert.That(PortableMath.NormalQuantile(share), Is.EqualTo(z).Within(1e-12));

    [Test]
    public void The_quantile_of_a_share_has_that_share() => Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), number =>
    {
        var share = 0.0001 + (0.9998 * (Math.Abs(number.Get) % 1));
        return Math.Abs(PortableMath.NormalShare(PortableMath.NormalQuantile(share)) - share) < 1e-13;
    }).QuickCheckThrowOnFailure();
}
