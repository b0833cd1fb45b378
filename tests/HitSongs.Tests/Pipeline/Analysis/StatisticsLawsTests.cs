using FsCheck;
using FsCheck.Fluent;
using HitSongs.Pipeline.Analysis;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Analysis;

/// <summary>What must hold for any numbers.</summary>
public sealed class StatisticsLawsTests
{
    /// <summary>Sums in another order differ in the last digits.</summary>
    private const double Exact = 1e-12;

    [FsCheck.NUnit.Property]
    public Property Spearman_does_not_change_under_a_rising_transformation() => ForPairs((x, y) =>
        Same(Correlation.Spearman(x, y, "").Effect.Value, Correlation.Spearman(x.Select(v => (v * v * v) + (3 * v)).ToArray(), y, "").Effect.Value));

    [FsCheck.NUnit.Property]
    public Property Pearson_does_not_change_under_scale_and_shift_and_turns_with_the_sign() => ForPairs((x, y) =>
        Same(Correlation.Pearson(x, y, "").Effect.Value, Correlation.Pearson(x.Select(v => (4 * v) - 7).ToArray(), y, "").Effect.Value)
        && Same(Correlation.Pearson(x, y, "").Effect.Value, -Correlation.Pearson(x.Select(v => -v).ToArray(), y, "").Effect.Value));

    [FsCheck.NUnit.Property]
    public Property Correlations_lie_inside_their_interval_and_between_minus_one_and_one() => ForPairs((x, y) =>
        new[] { Correlation.Pearson(x, y, ""), Correlation.Spearman(x, y, "") }.All(test =>
            double.IsNaN(test.Effect.Value) || double.IsNaN(test.P)
            || (test.Effect.Low <= test.Effect.Value && test.Effect.Value <= test.Effect.High && Math.Abs(test.Effect.Value) <= 1 && test.P is >= 0 and <= 1)));

    [FsCheck.NUnit.Property]
    public Property Ranks_sum_to_the_sum_of_the_first_numbers() => ForPairs((x, _) =>
        Same(Ranks.Of(x).Values.Sum(), x.Length * (x.Length + 1) / 2.0));

    [FsCheck.NUnit.Property]
    public Property Mann_Whitney_of_swapped_groups_has_the_same_p_and_the_opposite_effect() => ForPairs((x, y) =>
    {
        var (one, other) = (RankTests.MannWhitney(x, y, ""), RankTests.MannWhitney(y, x, ""));
        return Same(one.P, other.P) && Same(one.Effect.Value, -other.Effect.Value);
    });

    [FsCheck.NUnit.Property]
    public Property Kruskal_Wallis_does_not_depend_on_the_order_of_the_groups() => ForPairs((x, y) =>
        Same(RankTests.KruskalWallis([x, y, [1, 2, 3]], "").P, RankTests.KruskalWallis([[1, 2, 3], y, x], "").P, 1e-9));

    [FsCheck.NUnit.Property]
    public Property Corrected_p_values_are_not_smaller_than_p_at_most_one_and_in_the_same_order() => Prop.ForAll(Probabilities().ToArbitrary(), p =>
    {
        var q = FalseDiscovery.Adjust(p);
        var order = Enumerable.Range(0, p.Length).OrderBy(i => p[i]).Select(i => q[i]).ToArray();
        return q.Zip(p).All(pair => pair.First >= pair.Second && pair.First <= 1) && order.Zip(order.Skip(1)).All(pair => pair.First <= pair.Second);
    });

    [FsCheck.NUnit.Property]
    public Property A_distribution_accounts_for_every_value() => ForPairs((x, _) =>
    {
        var holes = x.Concat([double.NaN, double.PositiveInfinity]).ToArray();
        var column = Distribution.Of(holes);
        return column.Count == x.Length && column.Missing == 2 && column.Distinct == x.Distinct().Count() && column.Outliers <= column.Count
            && column.Minimum <= column.Low && column.Low <= column.Median && column.Median <= column.High && column.High <= column.Maximum;
    });

    [TestCase(new double[] { }, new double[] { })]
    [TestCase(new double[] { 1 }, new double[] { 2 })]
    [TestCase(new double[] { 1, 2 }, new double[] { 2, 1 })]
    [TestCase(new[] { 0.1, 0.1, 0.1, 0.1 }, new double[] { 1, 2, 3, 4 })]
    [TestCase(new[] { double.NaN, double.NaN, double.NaN, 1 }, new double[] { 1, 2, 3, 4 })]
    public void Where_no_test_can_be_made_there_is_no_p_and_no_q(double[] x, double[] y)
    {
        var family = FalseDiscovery.Correct([Correlation.Pearson(x, y, "none"), Correlation.Pearson([1, 2, 3, 5], [1, 2, 4, 4], "one")]);

        Assert.That((family[0].P, family[0].Statistic, family[0].Q), Is.EqualTo((double.NaN, double.NaN, (double?)double.NaN)));
        Assert.That(family[1].Q, Is.EqualTo(family[1].P), "a test that was not made does not count in the family");
    }

    [Test]
    public void Equal_values_in_all_groups_cannot_be_tested()
    {
        Assert.That(RankTests.MannWhitney([3, 3], [3, 3, 3], "").P, Is.NaN);
        Assert.That(RankTests.KruskalWallis([[3, 3], [3, 3, 3]], "").P, Is.NaN);
        Assert.That(RankTests.KruskalWallis([[1, 2, 3]], "").P, Is.NaN);
        Assert.That(TableTests.ChiSquared([[1, 0], [5, 0]], "").P, Is.NaN);
    }

    [Test]
    public void Columns_of_different_length_are_refused() =>
        Assert.That(() => Correlation.Pearson([1, 2], [1], ""), Throws.ArgumentException);

    private static bool Same(double a, double b, double tolerance = Exact) =>
        (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Abs(a));

    private static Gen<double[]> Probabilities() =>
        from count in Gen.Choose(1, 40)
        from thousandths in Gen.Choose(0, 1000).ArrayOf(count)
        select thousandths.Select(t => t / 1000.0).ToArray();

    /// <summary>Few different values, so that ties are common.</summary>
    private static Property ForPairs(Func<double[], double[], bool> law) =>
        Prop.ForAll(
            (from count in Gen.Choose(1, 30)
             from x in Gen.Choose(-9, 9).ArrayOf(count)
             from y in Gen.Choose(-9, 9).ArrayOf(count)
             select (x.Select(v => v / 2.0).ToArray(), y.Select(v => v / 4.0).ToArray())).ToArbitrary(),
            pair => law(pair.Item1, pair.Item2));
}
