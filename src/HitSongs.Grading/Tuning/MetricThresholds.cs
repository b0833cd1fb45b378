using HitSongs.Grading.Criteria;
using HitSongs.Metrics;

namespace HitSongs.Grading.Tuning;

/// <summary>The thresholds at which every right model passes and no wrong one does.</summary>
/// <param name="Criterion">As it is now.</param>
/// <param name="AtLeast">The number proposed for it; null where it is not proposed to change, or not there.</param>
/// <param name="AtMost">The number proposed for it; null where it is not proposed to change, or not there.</param>
/// <param name="Inseparable">Wrong models that no threshold of this metric tells from the right ones.</param>
/// <param name="FailingNow">Right models that do not all pass by the thresholds as they are.</param>
/// <param name="PassingNow">Wrong models that may pass by the thresholds as they are.</param>
public sealed record MetricThresholds(
    MetricCriterion Criterion,
    double? AtLeast,
    double? AtMost,
    IReadOnlyList<string> Inseparable,
    IReadOnlyList<string> FailingNow,
    IReadOnlyList<string> PassingNow)
{
    private const int Digits = 3;

    /// <summary>The criterion with the numbers that are proposed.</summary>
    public MetricCriterion Proposed => Criterion with { AtLeast = AtLeast ?? Criterion.AtLeast, AtMost = AtMost ?? Criterion.AtMost };

    /// <summary>Whether anything is to change.</summary>
    public bool Moves => AtLeast is not null || AtMost is not null;

    /// <param name="spreads">At least one right model.</param>
    public static MetricThresholds Of(MetricCriterion criterion, IReadOnlyList<ModelSpread> spreads)
    {
        var right = spreads.Where(spread => spread.IsRight).ToList();
        var wrong = spreads.Where(spread => spread is { IsRight: false, IsDefined: true }).ToList();
        var now = new MetricThresholds(
            criterion,
            null,
            null,
            [],
            [.. right.Where(spread => !(criterion.Allows(spread.Low) && criterion.Allows(spread.High))).Select(spread => spread.Model)],
            [.. wrong.Where(spread => Overlaps(criterion, spread)).Select(spread => spread.Model)]);
        if (right.Count == 0 || right.Exists(spread => !spread.IsDefined))
        {
            return now;
        }

        var (low, high) = (right.Min(spread => spread.Low), right.Max(spread => spread.High));
        var below = wrong.Where(spread => spread.High < low).ToList();
        var above = wrong.Where(spread => spread.Low > high).ToList();
        var lowerBetter = MetricNames.IsLowerBetter(criterion.Metric);

        // As strict as right models allow on the side of those that know nothing; on the other, half the way to those that know too much, so that a
        // better model than the known ones is not taken for them.
        var (beneath, beyond) = (below.ConvertAll(spread => spread.High), above.ConvertAll(spread => spread.Low));
        var least = lowerBetter ? Between(beneath, low, -1) : Outward(low, -1, beneath);
        var most = lowerBetter ? Outward(high, 1, beyond) : Between(beyond, high, 1);
        return now with
        {
            AtLeast = Change(criterion.AtLeast, least),
            AtMost = Change(criterion.AtMost, most),
            Inseparable = [.. wrong.Except(below).Except(above).Select(spread => spread.Model)],
        };
    }

    private static bool Overlaps(MetricCriterion criterion, ModelSpread spread) =>
        criterion.Allows(spread.Low) || criterion.Allows(spread.High)
        || (criterion.AtLeast is { } least && criterion.AtMost is { } most && spread.Low < least && spread.High > most);

    private static double? Change(double? now, double? proposed) => now is null || proposed is null || now == proposed ? null : proposed;

    // To few digits, away from the right models, but not into the wrong ones; null where there is nothing to tell them from.
    private static double? Outward(double bound, int direction, List<double> wrong) =>
        wrong.Count == 0 ? null : Enumerable.Range(Digits, Digits)
            .Select(digits => (double?)Rounded(bound, direction, digits))
            .FirstOrDefault(rounded => wrong.TrueForAll(value => direction < 0 ? value < rounded : value > rounded));

    private static double? Between(List<double> wrong, double right, int direction) =>
        wrong.Count == 0 ? null : Outward((wrong.MinBy(value => Math.Abs(value - right)) + right) / 2, direction, wrong);

    private static double Rounded(double value, int direction, int digits)
    {
        if (value == 0)
        {
            return 0;
        }

        var decimals = Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 12);
        var unit = Math.Pow(10, decimals);
        return Math.Round((direction < 0 ? Math.Floor(value * unit) : Math.Ceiling(value * unit)) / unit, decimals);
    }
}
