using System.Globalization;
using HitSongs.Collecting.Tuning;

namespace HitSongs.Cli.Commands.Tuning;

/// <summary>Tells what known models reach in a metric, and the thresholds that follow.</summary>
internal static class MetricTable
{
    public static void Write(TunedMetric metric, TextWriter output)
    {
        var (criterion, thresholds) = (metric.Criterion, metric.Thresholds);
        output.WriteLine();
        output.WriteLine($"{metric.Question.Id}/{criterion.Id}: {criterion.Metric}, {Limits(criterion.AtLeast, criterion.AtMost)}");
        output.WriteLine("  model            has to  mean     deviation  99.9 % bounds");
        foreach (var (model, spread) in metric.Models)
        {
            var (low, high) = spread.Bounds(TunedMetric.RightPasses);
            var numbers = spread.IsDefined
                ? $"{Text(spread.Mean),-8} {Text(spread.Deviation),-10} {Text(low)} to {Text(high)}"
                : "undefined, which never passes";
            output.WriteLine($"  {model.Name,-16} {(model.IsRight ? "pass" : "fail"),-7} {numbers}");
        }

        foreach (var name in thresholds.FailingNow)
        {
            output.WriteLine($"  Now {name}, which is right, may fail.");
        }

        foreach (var name in thresholds.PassingNow)
        {
            output.WriteLine($"  Now {name}, which is wrong, may pass.");
        }

        foreach (var name in thresholds.Inseparable)
        {
            output.WriteLine($"  No threshold tells {name} from the right models: its values lie among theirs. Another criterion has to.");
        }

        output.WriteLine(thresholds.Moves
            ? $"  Proposed: {Limits(thresholds.Proposed.AtLeast, thresholds.Proposed.AtMost)}"
            : "  Proposed: as it is");
        if (criterion.PartialFrom is { } from)
        {
            output.WriteLine($"  Points start at {Text(from)}, as before.");
        }
    }

    private static string Limits(double? least, double? most) =>
        (least, most) switch
        {
            ({ } low, { } high) => $"at least {Text(low)}, at most {Text(high)}",
            ({ } low, null) => $"at least {Text(low)}",
            (null, { } high) => $"at most {Text(high)}",
            _ => "no threshold",
        };

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
