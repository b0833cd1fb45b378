using System.Text.Json.Nodes;
using HitSongs.Pipeline.Explanation;
using HitSongs.Reporting.Html;

namespace HitSongs.Reporting.Charts;

/// <summary>Where the hits of each genre lie on one feature, and where its other songs do.</summary>
internal static class HitRangeChart
{
    /// <summary>More genres than these do not fit a page; the table has them all.</summary>
    private const int Shown = 12;

    /// <param name="feature">Its name and unit, such as "tempo (beats/min)".</param>
    /// <param name="ranges">By genre, those with most songs first.</param>
    /// <param name="scale">What the values are multiplied with to be in that unit.</param>
    public static Chart Of(string id, string feature, IReadOnlyList<HitRange> ranges, double scale = 1)
    {
        var title = $"Where hits lie: {feature}";
        var shown = ranges.Take(Shown).ToList();
        var clearest = shown.MaxBy(range => Math.Abs(range.Difference.Effect.Value));
        var alt = $"Median and middle half of {feature} among the hits and the other songs of {shown.Count} genres."
            + (clearest is null ? "" : $" They differ most in {clearest.Genre}: median {Told(clearest.Hits.Median)} of hits, {Told(clearest.Others.Median)} of others.");
        var spec = VegaLite.Spec(title, alt);
        spec["width"] = 290;
        spec["height"] = new JsonObject { ["step"] = 12, ["for"] = "offset" };
        spec["data"] = VegaLite.Values(shown.SelectMany(range => (JsonObject[])[Row(range, "hits", range.Hits), Row(range, "others", range.Others)]));
        spec["encoding"] = new JsonObject { ["y"] = Genres(), ["yOffset"] = VegaLite.Field("kind", "nominal"), ["color"] = VegaLite.HitColours("kind") };
        spec["layer"] = new JsonArray(MiddleHalf(feature), Median(feature));
        return new Chart(
            id,
            title,
            "Bars hold the middle half of the songs, dots are medians; beside each genre the number of its hits and of its other songs."
                + (ranges.Count > Shown ? $" {ranges.Count - Shown} genres with fewer songs are in the table only." : ""),
            alt,
            spec,
            new DataTable(
                ["Genre", "Songs that are", "Songs", "Lower quartile", "Median (95 % interval)", "Upper quartile", "Cliff's δ", "q"],
                [.. ranges.SelectMany(range => (string[][])[Cells(range, "hits", range.Hits), Cells(range, "others", range.Others)])]));

        JsonObject Row(HitRange range, string kind, HitBand band) => new()
        {
            ["genre"] = $"{range.Genre} ({range.Hits.Songs:N0}, {range.Others.Songs:N0})",
            ["kind"] = kind,
            ["q1"] = Rounded(band.Quartile1),
            ["median"] = Rounded(band.Median),
            ["q3"] = Rounded(band.Quartile3),
            ["songs"] = band.Songs,
        };

        string[] Cells(HitRange range, string kind, HitBand band) =>
        [
            range.Genre ?? "all", kind, $"{band.Songs:N0}", Told(band.Quartile1), $"{Told(band.Median)} ({Numbers.Short(band.Median.Low * scale)} to {Numbers.Short(band.Median.High * scale)})", Told(band.Quartile3),
            Numbers.Short(range.Difference.Effect.Value), range.Difference.Q is { } q ? Numbers.Short(q) : "–",
        ];

        string Told(Estimate estimate) => Numbers.Short(estimate.Value * scale);

        double Rounded(Estimate estimate) => Math.Round(estimate.Value * scale, 4);
    }

    private static JsonObject Genres()
    {
        var y = VegaLite.Field("genre", "nominal", "Genre (hits, others)");
        y["sort"] = null;
        y["axis"] = new JsonObject { ["labelLimit"] = 170, ["labelPadding"] = 9, ["ticks"] = false, ["domain"] = false, ["grid"] = true, ["bandPosition"] = 0 };
        y["scale"] = new JsonObject { ["paddingInner"] = 0.25 };
        return y;
    }

    private static JsonObject Position(string field, string feature)
    {
        var x = VegaLite.Field(field, "quantitative", Words.Title(feature));
        x["scale"] = new JsonObject { ["zero"] = false };
        x["axis"] = new JsonObject { ["tickCount"] = 6 };
        return x;
    }

    private static JsonObject MiddleHalf(string feature) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "bar", ["height"] = 6, ["opacity"] = 0.55, ["cornerRadius"] = 3 },
        ["encoding"] = new JsonObject { ["x"] = Position("q1", feature), ["x2"] = new JsonObject { ["field"] = "q3" }, ["tooltip"] = Tooltip() },
    };

    private static JsonObject Median(string feature) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 55, ["opacity"] = 1 },
        ["encoding"] = new JsonObject { ["x"] = Position("median", feature), ["shape"] = VegaLite.HitShapes("kind"), ["tooltip"] = Tooltip() },
    };

    private static JsonArray Tooltip() => VegaLite.Tooltip(
        ("genre", "Genre", null), ("kind", "Songs that are", null), ("median", "Median", ".4~g"), ("q1", "Middle half from", ".4~g"), ("q3", "to", ".4~g"), ("songs", "Number of songs", ","));
}
