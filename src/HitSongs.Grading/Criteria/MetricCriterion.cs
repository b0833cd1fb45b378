using HitSongs.Grading.Claims;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Yaml;
using HitSongs.Metrics;

namespace HitSongs.Grading.Criteria;

/// <summary>A metric of the model, computed by the harness, lies where it should.</summary>
public sealed record MetricCriterion : Criterion
{
    private MetricCriterion(CriterionHead head)
        : base(head)
    {
    }

    /// <summary>One of <see cref="MetricNames.All"/>.</summary>
    public required string Metric { get; init; }

    /// <summary>Smallest value that passes; for an error, the value below which it is too good to be true.</summary>
    public double? AtLeast { get; init; }

    /// <summary>Largest value that passes; for a measure of quality, the value above which it is too good to be true.</summary>
    public double? AtMost { get; init; }

    /// <summary>Where points start: from here they grow in proportion, up to all of them at the bar.</summary>
    public double? PartialFrom { get; init; }

    /// <summary>By how much it must be better than the metric's baseline, 0 or more; null where it need not.</summary>
    public double? BaselineMargin { get; init; }

    private bool IsLowerBetter => MetricNames.IsLowerBetter(Metric);

    private double? Bar => IsLowerBetter ? AtMost : AtLeast;

    private double? TooGood => IsLowerBetter ? AtLeast : AtMost;

    /// <summary>Whether a value lies between the thresholds, ends included: what is as good as expected, and not too good to be true.</summary>
    public bool Allows(double value) => !(value < AtLeast) && !(value > AtMost) && double.IsFinite(value);

    internal static MetricCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, "metric", "atLeast", "atMost", "partialFrom", "above", "margin");
        if (!source.HasModel)
        {
            throw ModelCriterion.NoModel(map);
        }

        var criterion = new MetricCriterion(head)
        {
            Metric = ReadName(map),
            AtLeast = map.OptionalNumber("atLeast"),
            AtMost = map.OptionalNumber("atMost"),
            PartialFrom = map.OptionalNumber("partialFrom"),
            BaselineMargin = ReadMargin(map),
        };
        return criterion.Checked(map);
    }

    /// <summary>A metric's name as the harness computes it.</summary>
    internal static string ReadName(YamlMap map)
    {
        var name = map.Text("metric");
        return MetricNames.All.Contains(name)
            ? name
            : throw map.Fault("metric", $"nothing computes the metric `{name}`", Nearest.Suggestion(name, [.. MetricNames.All]));
    }

    /// <inheritdoc/>
    public override CriterionNeeds Needs { get; } = new() { Model = true };

    /// <inheritdoc/>
    public override Score Grade(GradingContext context)
    {
        if (context.Evidence is null)
        {
            return Failed($"{context.AnswerFile} is missing or empty, and so is the model: write both.");
        }

        if (context.Evidence.Model is not { } model)
        {
            return Error("The evidence holds no run of the model: it was collected by another rubric. Collect it again.");
        }

        if (model.Program.Outcome != RunOutcome.Completed)
        {
            var feedback = $"{ProgramFeedback.Describe(model.Program, "The model")}, so {Metric} could not be computed.";
            return model.Program.Outcome == RunOutcome.HarnessFault
                ? Error($"{feedback} This is not the author's fault.")
                : Blocked($"{feedback} Mend that first.");
        }

        if (!model.Metrics.TryGetValue(Metric, out var metric))
        {
            return Error($"The harness computed no {Metric}. This is not the author's fault.");
        }

        if (MetricText.IsUndefinedOnSongs(metric))
        {
            return Blocked($"{MetricText.UndefinedOnSongs(Metric)} Grade with songs that have both.");
        }

        if (context.Question.Model?.KnownLabels is { } most && model.ShuffledLabels is { Value: var known } && known > most)
        {
            return Failed(
                $"{Metric} is {MetricText.Of(metric)} and does not count: trained on shuffled labels, the model still told hits from other songs of their "
                    + "genre in "
                    + $"{known:P0} of pairs, where {most:P0} is more than chance gives. It knows labels that are not in its training songs; take them out of "
                        + "the program."
            );
        }

        if (LaterFolds.Know(model) is { } more)
        {
            return Failed(
                $"{Metric} is {MetricText.Of(metric)} and does not count: {more}, the only one whose labels the program could not have been given before. "
                    + "What a process learns in one fold must not reach another; take out what passes it on."
            );
        }

        return double.IsNaN(metric.Value)
            ? Blocked($"{Metric} is undefined on these {metric.Count} predictions (one class only, or predictions that are no numbers).")
            : MetricNoise.Flagged(GradeValue(metric), metric, ThresholdsFor(metric), at => GradeValue(metric with { Value = at }).Points);
    }

    // On whose other side a value earns other points.
    private IEnumerable<double> ThresholdsFor(Metric metric)
    {
        var margin = BaselineMargin is { } least && metric.Baseline is { } baseline ? baseline + (IsLowerBetter ? -least : least) : (double?)null;
        return ((double?[])[Bar, PartialFrom, TooGood, margin]).OfType<double>();
    }

    private Score GradeValue(Metric metric)
    {
        var seen = $"{Metric} is {MetricText.Of(metric)}";
        if (TooGood is { } limit && IsBetter(metric.Value, limit))
        {
            return Failed($"{seen}, beyond {limit}: too good to be true. Look for an input that already knows the label.");
        }

        if (BaselineMargin is { } margin)
        {
            if (metric.Baseline is not { } baseline || double.IsNaN(baseline))
            {
                return Error($"The harness computed no baseline of {Metric}. This is not the author's fault.");
            }

            var gain = IsLowerBetter ? baseline - metric.Value : metric.Value - baseline;
            if (gain < margin || gain <= 0)
            {
                return Failed(
                    $"{seen}; expected is better than the baseline {MetricText.Of(baseline)}{(margin > 0 ? $" by {margin}" : "")}. Try other features or "
                        + "another model."
                );
            }
        }

        if (Bar is not { } bar || !IsBetter(bar, metric.Value))
        {
            return Passed($"{seen}, as good as expected.");
        }

        var share = PartialFrom is { } from ? (metric.Value - from) / (bar - from) : 0;
        var expected = $"{seen}; expected is {(IsLowerBetter ? "at most" : "at least")} {bar}{(PartialFrom is { } start ? $" (points from {start})" : "")}.";
        return Partial(Math.Clamp(share, 0, 1), $"{expected} Try other features or another model.");
    }

    private bool IsBetter(double value, double than) => IsLowerBetter ? value < than : value > than;

    private static double? ReadMargin(YamlMap map)
    {
        if (!map.Has("above"))
        {
            return map.Has("margin") ? throw map.Fault("margin", "`margin` needs `above: baseline`", "Add it") : null;
        }

        map.OneOf("above", "baseline");
        return map.OptionalNumber("margin", 0) ?? 0;
    }

    private MetricCriterion Checked(YamlMap map)
    {
        if (AtLeast is null && AtMost is null && BaselineMargin is null)
        {
            throw map.Fault("metric", "the metric criterion asks for nothing", "Add atLeast, atMost or `above: baseline`");
        }

        if (AtLeast > AtMost)
        {
            throw map.Fault("atLeast", $"`atLeast` {AtLeast} is above `atMost` {AtMost}", "Swap them");
        }

        if (PartialFrom is { } from && !(Bar is { } bar && IsBetter(bar, from)))
        {
            var name = IsLowerBetter ? "atMost" : "atLeast";
            throw map.Fault(
                "partialFrom",
                $"`partialFrom` {from} must be worse than `{name}`",
                $"Give `{name}` and a value {(IsLowerBetter ? "above" : "below")} it"
            );
        }

        return this;
    }
}
