using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;

namespace HitSongs.Reporting.Charts;

/// <summary>How far columns rise and fall together.</summary>
internal static class CorrelationMap
{
    public static Chart Of(IReadOnlyList<ColumnCorrelation> pairs)
    {
        const string title = "What goes with what";
        var known = pairs.Where(pair => pair.R is not null).ToList();
        string[] columns = [.. pairs.SelectMany(pair => (string[])[pair.First, pair.Second]).Distinct(StringComparer.Ordinal)];
        var strongest = known.OrderByDescending(pair => Math.Abs(pair.R!.Value)).Take(3).ToList();
        var alt = $"Heat map of Pearson correlations between {columns.Length} columns." + (strongest.Count == 0 ? "" : $" Strongest: {string.Join(", ", strongest.Select(pair => $"{pair.First} with {pair.Second} ({pair.R:+0.00;−0.00})"))}.");
        var spec = VegaLite.Spec(title, alt);
        spec["width"] = new JsonObject { ["step"] = 27 };
        spec["height"] = new JsonObject { ["step"] = 22 };
        spec["data"] = VegaLite.Values(known.Select(Row));
        spec["encoding"] = new JsonObject { ["x"] = Axis("first", "Column", columns[..Math.Max(0, columns.Length - 1)]), ["y"] = Axis("second", "Column", [.. columns.Skip(1)]) };
        spec["layer"] = new JsonArray(Cells(), Labels());
        return new Chart("correlations", title, "Pearson's r of each pair of columns: +1 rise together, 0 no straight-line relation, −1 one rises as the other falls.", alt, spec, new DataTable(
            ["First", "Second", "Pearson's r", "95 % interval", "Songs"],
            [.. pairs.Select(pair => new[] { pair.First, pair.Second, pair.R is { } r ? $"{r:0.000}" : "–", pair is { Low: { } low, High: { } high } ? $"{low:0.000} to {high:0.000}" : "–", $"{pair.Count:N0}" })]));
    }

    private static JsonObject Row(ColumnCorrelation pair) => new() { ["first"] = pair.First, ["second"] = pair.Second, ["r"] = Math.Round(pair.R!.Value, 3), ["count"] = pair.Count };

    private static JsonObject Axis(string field, string title, string[] order)
    {
        var axis = VegaLite.Field(field, "nominal", title);
        axis["sort"] = new JsonArray([.. order.Select(column => JsonValue.Create(column))]);
        axis["axis"] = new JsonObject { ["ticks"] = false, ["domain"] = false, ["labelFontSize"] = 11, ["labelAngle"] = field == "first" ? -45 : 0, ["title"] = null };
        return axis;
    }

    private static JsonObject Cells() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "rect" },
        ["encoding"] = new JsonObject
        {
            ["color"] = new JsonObject
            {
                ["field"] = "r",
                ["type"] = "quantitative",
                ["title"] = "r",
                // From blue over white to orange: told apart with every common kind of colour blindness.
                ["scale"] = new JsonObject { ["domain"] = new JsonArray(-1, 0, 1), ["range"] = new JsonArray("#2B83C6", "#F7F7F7", "#E08A3C") },
                ["legend"] = new JsonObject { ["gradientLength"] = 120 },
            },
            ["tooltip"] = VegaLite.Tooltip(("first", "First", null), ("second", "Second", null), ("r", "Pearson's r", ".3f"), ("count", "Songs", ",")),
        },
    };

    private static JsonObject Labels() => new()
    {
        // Always dark: the cells behind are light on a dark page too.
        ["mark"] = new JsonObject { ["type"] = "text", ["fontSize"] = 9, ["color"] = "#1D2129" },
        ["encoding"] = new JsonObject { ["text"] = new JsonObject { ["field"] = "r", ["type"] = "quantitative", ["format"] = ".1f" } },
    };
}
