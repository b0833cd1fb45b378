using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;

namespace HitSongs.Reporting.Charts;

/// <summary>The distribution of each audio feature among hits and among others, small and side by side.</summary>
internal static class FeatureHistograms
{
    public static Chart Of(IReadOnlyList<FeatureHistogram> histograms)
    {
        const string title = "How the audio features are distributed";
        var known = histograms.Where(histogram => histogram.Bins.Count > 0).ToList();
        var alt = $"Histograms of {known.Count} audio features, hits against others, each as a share of its kind: {string.Join(", ", known.Select(histogram => histogram.Feature))}.";
        var spec = VegaLite.Spec(title, alt);
        spec["data"] = VegaLite.Values(known.SelectMany(Rows));
        spec["facet"] = Facet(known);
        spec["columns"] = 3;
        spec["spacing"] = new JsonObject { ["row"] = 46, ["column"] = 44 };
        spec["bounds"] = "flush";
        spec["spec"] = new JsonObject { ["width"] = 118, ["height"] = 70, ["mark"] = new JsonObject { ["type"] = "bar", ["opacity"] = 0.6, ["binSpacing"] = 0 }, ["encoding"] = Encoding() };
        spec["resolve"] = new JsonObject { ["scale"] = new JsonObject { ["x"] = "independent", ["y"] = "independent" } };
        return new Chart(
            "distributions",
            title,
            "Among hits and among others, the share of songs with values in each of twenty bins; both start at the bottom and overlap.",
            alt,
            spec,
            new DataTable(["Feature", "From", "To", "Hits", "Others"], [.. known.SelectMany(histogram => histogram.Bins.Select(bin => new[] { FeatureRanges.Unit(histogram.Feature), Numbers.Short(bin.Low), Numbers.Short(bin.High), $"{bin.Hits:N0}", $"{bin.Others:N0}" }))]));
    }

    private static IEnumerable<JsonObject> Rows(FeatureHistogram histogram)
    {
        var (hits, others) = (histogram.Bins.Sum(bin => bin.Hits), histogram.Bins.Sum(bin => bin.Others));
        return histogram.Bins.SelectMany(bin => (JsonObject[])[Row(bin, "others", bin.Others, others), Row(bin, "hits", bin.Hits, hits)]);

        JsonObject Row(HistogramBin bin, string kind, int count, int all) => new()
        {
            ["feature"] = FeatureRanges.Unit(histogram.Feature),
            ["low"] = Math.Round(bin.Low, 4),
            ["high"] = Math.Round(bin.High, 4),
            ["kind"] = kind,
            ["songs"] = count,
            ["share"] = all == 0 ? 0 : Math.Round((double)count / all, 5),
        };
    }

    private static JsonObject Facet(List<FeatureHistogram> histograms)
    {
        var facet = VegaLite.Field("feature", "nominal");
        facet["sort"] = new JsonArray([.. histograms.Select(histogram => JsonValue.Create(FeatureRanges.Unit(histogram.Feature)))]);
        facet["title"] = null;
        facet["header"] = new JsonObject { ["labelFontSize"] = 11, ["labelColor"] = VegaLite.InkColour, ["labelPadding"] = 2 };
        return facet;
    }

    private static JsonObject Encoding()
    {
        var x = VegaLite.Field("low", "quantitative", "Value");
        x["bin"] = "binned";
        x["axis"] = new JsonObject { ["tickCount"] = 3, ["labelFontSize"] = 10, ["title"] = null, ["labelExpr"] = "format(datum.value, abs(datum.value) < 10000 ? '~f' : '~s')" };
        var y = VegaLite.Field("share", "quantitative", "Share of songs (%)");
        y["stack"] = null;
        y["axis"] = new JsonObject { ["tickCount"] = 2, ["labelFontSize"] = 10, ["format"] = ".0%", ["title"] = null };
        return new JsonObject
        {
            ["x"] = x,
            ["x2"] = new JsonObject { ["field"] = "high" },
            ["y"] = y,
            ["color"] = VegaLite.HitColours("kind"),
            ["tooltip"] = VegaLite.Tooltip(("feature", "Feature", null), ("kind", "Songs that are", null), ("low", "From", ""), ("high", "to", ""), ("songs", "Number of songs", ","), ("share", "Share of its kind", ".1%")),
        };
    }
}
