using System.Text.Json.Nodes;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Reporting.Charts;

/// <summary>Middle halves and medians of the audio features, hits against others, every feature on its own scale of 0 to 1.</summary>
internal static class FeatureRanges
{
    public static Chart Of(SongProfile profile)
    {
        const string title = "How hits sound different";
        var features = profile.Features.GroupBy(summary => summary.Feature).ToList();
        var rows = features.SelectMany(Rows).ToList();
        var alt = "Median and middle half of each audio feature among hits and among others, each feature scaled to its own range."
            + Widest(features);
        var spec = VegaLite.Spec(title, alt);
        spec["width"] = 330;
        spec["height"] = new JsonObject { ["step"] = 14, ["for"] = "offset" };
        spec["data"] = VegaLite.Values(rows);
        spec["encoding"] = new JsonObject { ["y"] = FeatureAxis(), ["yOffset"] = VegaLite.Field("kind", "nominal"), ["color"] = VegaLite.HitColours("kind") };
        spec["layer"] = new JsonArray(MiddleHalf(), Median());
        return new Chart(
            "features",
            title,
            "Bars span the middle half of the songs, dots mark the median. 0 and 1 are the lowest and highest value shown in the table for that feature.",
            alt,
            spec,
            new DataTable(
                ["Feature", "Songs", "Known", "Missing", "Low", "Lower quartile", "Median", "Upper quartile", "High"],
                [.. profile.Features.Select(TableRow)]));
    }

    private static IEnumerable<JsonObject> Rows(IGrouping<string, FeatureSummary> feature)
    {
        var known = feature.Where(summary => summary.Count > 0).ToList();
        if (known.Count == 0)
        {
            yield break;
        }

        var low = known.Min(summary => summary.Low);
        var width = known.Max(summary => summary.High) - low;
        foreach (var summary in known)
        {
            yield return new JsonObject
            {
                ["feature"] = Unit(feature.Key),
                ["kind"] = summary.Hit ? "hits" : "others",
                ["q1"] = Scaled(summary.Quartile1),
                ["median"] = Scaled(summary.Median),
                ["q3"] = Scaled(summary.Quartile3),
                ["middle"] = $"{Numbers.Short(summary.Quartile1)} to {Numbers.Short(summary.Quartile3)}",
                ["centre"] = Numbers.Short(summary.Median),
                ["songs"] = summary.Count,
            };
        }

        double Scaled(double value) => width > 0 && double.IsFinite(value) ? Math.Round((value - low) / width, 4) : 0;
    }

    public static string Unit(string feature) => feature switch
    {
        "loudness" => "loudness (dB)",
        "tempo" => "tempo (beats/min)",
        "duration_ms" => "duration (ms)",
        "key" => "key (pitch class)",
        "time_signature" => "beats per bar",
        _ => feature,
    };

    private static string[] TableRow(FeatureSummary summary) =>
    [
        Unit(summary.Feature), summary.Hit ? "hits" : "others", $"{summary.Count:N0}", $"{summary.Missing:N0}", Numbers.Short(summary.Low),
        Numbers.Short(summary.Quartile1), Numbers.Short(summary.Median), Numbers.Short(summary.Quartile3), Numbers.Short(summary.High),
    ];

    private static string Widest(IEnumerable<IGrouping<string, FeatureSummary>> features)
    {
        var widest = features
            .Select(feature => (Name: feature.Key, Medians: Rows(feature).Select(row => (double)row["median"]!).ToArray()))
            .Where(feature => feature.Medians.Length == 2)
            .OrderByDescending(feature => Math.Abs(feature.Medians[0] - feature.Medians[1]))
            .FirstOrDefault();
        return widest.Name is null ? "" : $" The medians differ most in {Unit(widest.Name)}.";
    }

    private static JsonObject FeatureAxis()
    {
        var y = VegaLite.Field("feature", "nominal", "Audio feature");
        y["sort"] = null;
        y["axis"] = new JsonObject { ["labelLimit"] = 150, ["ticks"] = false, ["domain"] = false, ["grid"] = true, ["bandPosition"] = 0 };
        y["scale"] = new JsonObject { ["paddingInner"] = 0.25 };
        return y;
    }

    private static JsonObject Position(string field)
    {
        var x = VegaLite.Field(field, "quantitative", "Position in the feature's own range (0 to 1)");
        x["scale"] = new JsonObject { ["domain"] = new JsonArray(0, 1) };
        return x;
    }

    private static JsonObject MiddleHalf() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "bar", ["height"] = 6, ["opacity"] = 0.55, ["cornerRadius"] = 3 },
        ["encoding"] = new JsonObject { ["x"] = Position("q1"), ["x2"] = new JsonObject { ["field"] = "q3" }, ["tooltip"] = Told() },
    };

    private static JsonObject Median() => new()
    {
        ["mark"] = new JsonObject { ["type"] = "point", ["filled"] = true, ["size"] = 60, ["opacity"] = 1 },
        ["encoding"] = new JsonObject { ["x"] = Position("median"), ["shape"] = VegaLite.HitShapes("kind"), ["tooltip"] = Told() },
    };

    private static JsonArray Told() =>
        VegaLite.Tooltip(("feature", "Feature", null), ("kind", "Songs that are", null), ("centre", "Median", null), ("middle", "Middle half", null), ("songs", "Number of songs", ","));
}
