using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;

namespace HitSongs.Reporting.Charts;

internal static class MissingValues
{
    public static Chart Of(IReadOnlyList<MissingCount> columns)
    {
        const string title = "What is missing";
        var gaps = columns.Where(column => column.Missing > 0).OrderByDescending(column => column.Missing).ToList();
        var alt = gaps.Count == 0
            ? $"None of {columns.Count} columns misses a value."
            : $"Missing values in {gaps.Count} of {columns.Count} columns, most in {gaps[0].Column}: {gaps[0].Missing:N0} of {gaps[0].Songs:N0} songs.";
        var spec = VegaLite.Spec(title, alt);
        spec["width"] = 300;
        spec["height"] = new JsonObject { ["step"] = 20 };
        spec["data"] = VegaLite.Values(columns.Select(column => new JsonObject { ["column"] = column.Column, ["missing"] = column.Missing, ["share"] = Math.Round(Share(column), 6), ["label"] = $"{column.Missing:N0}" }));
        spec["encoding"] = new JsonObject { ["y"] = Columns(), ["x"] = Shares(gaps) };
        spec["layer"] = new JsonArray(
            new JsonObject
            {
                ["mark"] = new JsonObject { ["type"] = "bar", ["color"] = VegaLite.OtherColour, ["height"] = 12 },
                ["encoding"] = new JsonObject { ["tooltip"] = VegaLite.Tooltip(("column", "Column", null), ("missing", "Missing values", ","), ("share", "Share of songs", ".2%")) },
            },
            new JsonObject { ["mark"] = new JsonObject { ["type"] = "text", ["align"] = "left", ["dx"] = 5 }, ["encoding"] = new JsonObject { ["text"] = VegaLite.Field("label", "nominal") } });
        return new Chart("missing", title, "Share of songs without a value in a column; the number of songs stands beside each bar.", alt, spec, new DataTable(
            ["Column", "Missing", "Songs", "Share"],
            [.. columns.Select(column => new[] { column.Column, $"{column.Missing:N0}", $"{column.Songs:N0}", $"{Share(column):P2}" })]));
    }

    private static double Share(MissingCount column) => column.Songs == 0 ? 0 : (double)column.Missing / column.Songs;

    private static JsonObject Columns()
    {
        var y = VegaLite.Field("column", "nominal", "Column");
        y["sort"] = null;
        y["axis"] = new JsonObject { ["ticks"] = false, ["domain"] = false };
        return y;
    }

    private static JsonObject Shares(List<MissingCount> gaps)
    {
        var x = VegaLite.Field("share", "quantitative", "Share of songs (%)");
        x["axis"] = new JsonObject { ["format"] = ".2~%", ["tickCount"] = 4 };
        // Room for the number beside the longest bar; and no gap must not stretch the axis to nothing.
        x["scale"] = new JsonObject { ["domainMax"] = Math.Round(Math.Max(0.001, gaps.Count == 0 ? 0 : Share(gaps[0]) * 1.2), 6) };
        return x;
    }
}
