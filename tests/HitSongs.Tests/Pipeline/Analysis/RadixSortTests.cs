using FsCheck;
using FsCheck.Fluent;
using HitSongs.Pipeline.Analysis;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Analysis;

/// <summary>The sort of columns gives what comparing would give.</summary>
public sealed class RadixSortTests
{
    // Above the count from which values are sorted by their bytes.
    private const int Many = 3000;

    [FsCheck.NUnit.Property]
    public Property Numbers_of_any_size_and_sign_are_in_rising_order() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>().Generator.Where(value => !double.IsNaN(value)).ArrayOf(Many).ToArbitrary(), IsSortedLikeByComparing);

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(511)]
    [TestCase(512)]
    [TestCase(5000)]
    public void Few_and_many_equal_values_are_in_rising_order(int count)
    {
        var random = new Random(1);

        Assert.That(IsSortedLikeByComparing([.. Enumerable.Range(0, count).Select(_ => (double)random.Next(-5, 5) / 4)]), Is.True);
    }

    [Test]
    public void A_constant_column_stays_as_it_is() =>
        Assert.That(IsSortedLikeByComparing([.. Enumerable.Repeat(-0.5, Many)]), Is.True);

    [Test]
    public void The_ends_of_the_range_come_first_and_last()
    {
        double[] values = [.. Enumerable.Repeat(0.25, Many), double.PositiveInfinity, double.MinValue, double.Epsilon, -double.Epsilon, double.NegativeInfinity, double.MaxValue];

        RadixSort.Sort(values, new double[values.Length]);

        Assert.That(values[..3], Is.EqualTo(new[] { double.NegativeInfinity, double.MinValue, -double.Epsilon }));
        Assert.That(values[^2..], Is.EqualTo(new[] { double.MaxValue, double.PositiveInfinity }));
    }

    private static bool IsSortedLikeByComparing(double[] values)
    {
        var expected = values.Order().ToArray();
        RadixSort.Sort(values, new double[values.Length + 1]);
        // 0 and −0 are equal, so that either may come first.
        return values.Zip(expected).All(pair => pair.First == pair.Second);
    }
}
