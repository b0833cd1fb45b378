using System.Text.Json.Nodes;
using HitSongs.Reporting.Html;

namespace HitSongs.Reporting.Charts;

/// <summary>Values by name as points with their intervals, one line each; counts stand beside the names where they differ.</summary>
internal static class IntervalChart
{
    /// <summary>More lines than these do not fit a page; the table has them all.</summary>
    private const int Shown = 30;

    /// <param name="named">What the names are, such as "Feature".</param>
    /// <param name="axis">What the values are, with their unit.</param>
    /// <param name="counted">What <see cref="NamedEstimate.Count"/> counts, such as "songs".</param>
    /// <param name="format">Of the values, as d3 writes it.</param>
    /// <param name="reference">A value to compare with, drawn as a dashed line; null for none.</param>
    public static Chart Of(string id, string title, string caption, string alt, string named, string axis, string counted, string format, IReadOnlyList<NamedEstimate> estimates, double? reference = null)
    {
        var shown = estimates.Where(estimate => double.IsFinite(estimate.Value)).Take(Shown).ToList();
        var spec = VegaLite.Spec(title, alt);
        spec["width"] = 270;
        spec["height"] = new JsonObject { ["step"] = 24 };
        var counts = estimates.Select(estimate => estimate.Count).Distinct().Count() > 1;
        spec["data"] = VegaLite.Values(shown.Select(estimate => Row(estimate, counts)));
        spec["encoding"] = new JsonObject { ["y"] = Names(counts ? $"{named} ({counted})" : named) };
        JsonObject?[] layers = [reference is { } line ? Line(line) : null, Intervals(axis, format), Points(axis, counted, format)];
        spec["layer"] = new JsonArray([.. layers.OfType<JsonObject>()]);
        return new Chart(id, title, caption + (shown.Count < estimates.Count ? $" {estimates.Count - shown.Count} more are in the table only." : ""), alt, spec, new DataTable(
            [named, axis, "95 % interval", Words.Title(counted)],
            [.. estimates.Select(estimate => new[] { estimate.Name, Told(estimate.Value, format), Interval(estimate, format), $"{estimate.Count:N0}" })]));
    }

    private static JsonObject Row(NamedEstimate estimate, bool counts) => new()
    {
        ["name"] = counts ? $"{estimate.Name} ({estimate.Count:N0})" : estimate.Name,
        ["value"] = Math.Round(estimate.Value, 6),
        ["low"] = Math.Round(estimate.Low ?? estimate.Value, 6),
        ["high"] = Math.Round(estimate.High ?? estimate.Value, 6),
        ["count"] = estimate.Count,
    };

    private static JsonObject Names(string title)
    {
        var y = VegaLite.Field("name", "nominal", title);
        y["sort"] = null;
        y["axis"] = new JsonObject { ["labelLimit"] = 210, ["labelPadding"] = 8, ["ticks"] = false, ["domain"] = false, ["grid"] = true };
        return y;
    }

    private static JsonObject Value(string field, string axis, string format)
    {
        var x = VegaLite.Field(field, "quantitative", axis);
        x["axis"] = new JsonObject { ["format"] = format, ["tickCount"] = 5 };
        x["scale"] = new JsonObject { ["zero"] = false };
        return x;
    }

    private static JsonObject Intervals(string axis, string format) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "rule", ["strokeWidth"] = 3, ["opacity"] = 0.55, ["color"] = VegaLite.OtherColour },
        ["encoding"] = new JsonObject { ["x"] = Value("low", axis, format), ["x2"] = new JsonObject { ["field"] = "high" } },
    };

    private static JsonObject Points(string axis, string counted, string format) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 80, ["opacity"] = 1, ["color"] = VegaLite.OtherColour },
        ["encoding"] = new JsonObject
        {
            ["x"] = Value("value", axis, format),
            ["tooltip"] = VegaLite.Tooltip(("name", "Name", null), ("value", axis, format), ("low", "95 % interval from", format), ("high", "to", format), ("count", Words.Title(counted), ",")),
        },
    };

    private static JsonObject Line(double at) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "rule", ["strokeDash"] = new JsonArray(5, 4), ["color"] = VegaLite.InkColour },
        ["encoding"] = new JsonObject { ["y"] = null, ["x"] = new JsonObject { ["datum"] = Math.Round(at, 6), ["type"] = "quantitative" } },
    };

    private static string Interval(NamedEstimate estimate, string format) =>
        estimate is { Low: { } low, High: { } high } ? $"{Told(low, format)} to {Told(high, format)}" : "–";

    private static string Told(double value, string format) => format.EndsWith('%') && double.IsFinite(value) ? value.ToString("P1") : Numbers.Short(value);
}
