using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Metrics;
using HitSongs.Pipeline.Leaks;
using HitSongs.Songs;

namespace HitSongs.Cli.Commands;

/// <summary>Prints what training has found: a table, or JSON alone.</summary>
internal static class TrainOutput
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(
        DataCard card,
        IReadOnlyDictionary<string, Metric> metrics,
        IReadOnlyList<LeakFinding> leaks,
        TrainChoice chosen,
        TextWriter output
    )
    {
        if (chosen.Json)
        {
            output.WriteLine(Json(card, metrics, leaks).ToJsonString(Indented));
            return;
        }

        output.WriteLine($"{card.Name}{(card.Synthetic ? " (synthetic)" : "")}: {card.RowsRead} rows read, {card.RowsUsed} songs used, {card.Hits} hits");
        foreach (var remark in card.Remarks)
            output.WriteLine($"NOTE {remark.ReplaceLineEndings(" ")}");
        output.WriteLine($"{chosen.Name}: {Validation(chosen)}");
        output.WriteLine($"{"",-30} {"value",9}  {"95 % interval",-20} {"baseline",9} {"songs",7}");
        foreach (var (name, metric) in MetricNames.All.Where(metrics.ContainsKey).Select(name => (name, metrics[name])))
            output.WriteLine($"{name,-30} {Number(metric.Value),9}  {Interval(metric),-20} {Number(metric.Baseline),9} {metric.Count,7}");
        LeaksOutput.WriteLines(leaks.Where(leak => leak.Found || chosen.Leaks), output);
        if (chosen.Out is { } path)
            output.WriteLine($"saved, trained on all songs: {path}");
    }

    /// <summary>Describes the validation.</summary>
    public static string Validation(TrainChoice chosen) =>
        $"{chosen.Plan.Repeats} × {chosen.Plan.Folds} folds by {chosen.Plan.Kind.ToString().ToLowerInvariant()}, seed "
            + $"{chosen.Plan.Seed}{Settings(chosen.Recipe.Describe(chosen.Features))}";

    private static string Settings(string chosen) => chosen.Length > 0 ? $"; {chosen}" : "";

    private static JsonObject Json(DataCard card, IReadOnlyDictionary<string, Metric> metrics, IReadOnlyList<LeakFinding> leaks) =>
        new()
        {
            ["metrics"] = new JsonObject(MetricNames.All.Where(metrics.ContainsKey).Select(name => KeyValuePair.Create(name, (JsonNode?)Json(metrics[name])))),
            ["remarks"] = new JsonArray([.. card.Remarks.Select(remark => (JsonNode)remark)]),
            ["leak"] = LeaksOutput.Json(leaks),
            ["rows"] = new JsonObject
            {
                ["read"] = card.RowsRead,
                ["used"] = card.RowsUsed,
                ["removed"] = new JsonObject(
                    card.Actions.Where(a => a.Effect is CleaningEffect.Removed).Select(a => KeyValuePair.Create(a.Reason, (JsonNode?)a.Count))
                ),
            },
        };

    private static JsonObject Json(Metric metric) =>
        new()
        {
            ["value"] = Finite(metric.Value),
            ["low"] = Finite(metric.Low),
            ["high"] = Finite(metric.High),
            ["count"] = metric.Count,
            ["baseline"] = Finite(metric.Baseline),
        };

    /// <summary>Value; null if undefined.</summary>
    internal static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static string Number(double? value) =>
        Finite(value) is { } number ? number.ToString("0.0000")
        : value is null ? ""
        : "undefined";

    private static string Interval(Metric metric) => metric is { Low: { } low, High: { } high } ? $"{low:0.0000} to {high:0.0000}" : "";
}
