using FsCheck;
using FsCheck.Fluent;
using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Models.Calibrators;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Models;

public sealed class CalibrationTests
{
    private static readonly CalibrationKind[] Kinds = Enum.GetValues<CalibrationKind>();

    [Test]
    public void Isotonic_steps_are_those_of_pooled_neighbours()
    {
        var calibration = Calibration.Fit(CalibrationKind.Isotonic, [0.1, 0.2, 0.3, 0.4, 0.5], [false, true, false, true, true]);

        // 0.2 and 0.3 are in the wrong order and become one step of one hit in two.
        Assert.That(new[] { 0.1, 0.2, 0.3, 0.4, 0.5 }.Select(calibration.Of), Is.EqualTo(new[] { 0, 0.5, 0.5, 1, 1 }));
        Assert.That((calibration.Of(0), calibration.Of(0.15), calibration.Of(1)), Is.EqualTo((0.0, 0.25, 1.0)).Using<(double, double, double)>(Near));
    }

    [Test]
    public void Equal_probabilities_become_their_share_of_hits() =>
        Assert.That(Calibration.Fit(CalibrationKind.Isotonic, [0.3, 0.3, 0.3, 0.3], [true, false, false, false]).Of(0.3), Is.EqualTo(0.25));

    [TestCaseSource(nameof(Kinds))]
    public void Probabilities_that_are_too_sure_are_corrected(CalibrationKind kind)
    {
        var random = new Random(1);
        double[] truth = [.. Enumerable.Range(0, 4000).Select(_ => random.NextDouble())];
        bool[] hits = [.. truth.Select(p => random.NextDouble() < p)];
        double[] sure = [.. truth.Select(p => 1 / (1 + Math.Pow((1 - p) / p, 3)))];

        var calibration = Calibration.Fit(kind, sure, hits);

        Assert.That(HitMetrics.ExpectedCalibrationError(sure, hits), Is.GreaterThan(0.1));
        // With 4,000 songs in 15 bins chance alone makes about 0.02.
        Assert.That(HitMetrics.ExpectedCalibrationError(sure.Select(calibration.Of).ToArray(), hits), Is.LessThan(0.03));
    }

    [FsCheck.NUnit.Property]
    public Property Order_is_kept_and_probabilities_stay_such() => Prop.ForAll(ArbMap.Default.ArbFor<(byte Probability, bool Hit)[]>(), rows =>
        rows.Length == 0 || Kinds.All(kind =>
        {
            var calibration = Calibration.Fit(kind, [.. rows.Select(row => row.Probability / 255.0)], [.. rows.Select(row => row.Hit)]);
            double[] corrected = [.. Enumerable.Range(0, 101).Select(i => calibration.Of(i / 100.0))];
            return corrected.All(p => p is >= 0 and <= 1) && corrected.Zip(corrected.Skip(1)).All(pair => pair.First <= pair.Second);
        }));

    [FsCheck.NUnit.Property]
    public Property Isotonic_calibration_keeps_the_mean() => Prop.ForAll(ArbMap.Default.ArbFor<(byte Probability, bool Hit)[]>(), rows =>
    {
        if (rows.Length == 0)
            return true;
        double[] probabilities = [.. rows.Select(row => row.Probability / 255.0)];
        var calibration = Calibration.Fit(CalibrationKind.Isotonic, probabilities, [.. rows.Select(row => row.Hit)]);
        return Math.Abs(probabilities.Average(calibration.Of) - rows.Average(row => row.Hit ? 1.0 : 0.0)) < 1e-9;
    });

    [Test]
    public void Nothing_to_learn_from_is_refused() => Assert.That(() => Calibration.Fit(CalibrationKind.Platt, [], []), Throws.ArgumentException);

    private static bool Near((double, double, double) a, (double, double, double) b) =>
        Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) + Math.Abs(a.Item3 - b.Item3) < 1e-12;
}
