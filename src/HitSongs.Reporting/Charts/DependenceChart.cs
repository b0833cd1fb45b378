using System.Text.Json.Nodes;
using HitSongs.Pipeline.Explanation;
using HitSongs.Reporting.Html;

namespace HitSongs.Reporting.Charts;

/// <summary>What a model makes of one feature, for all songs and by genre, small and side by side.</summary>
internal static class DependenceChart
{
    /// <param name="feature">Its name and unit, such as "tempo (beats/min)".</param>
    /// <param name="curves">Each with the name of its songs.</param>
    /// <param name="scale">What the feature's values are multiplied with to be in that unit.</param>
    public static Chart Of(string id, string feature, IReadOnlyList<(string Name, PartialDependence Curve)> curves, double scale = 1)
    {
        var title = $"What a model makes of {feature}";
        var alt = $"Partial dependence of the predicted probability of a hit on {feature}, for {curves.Count} sets of songs."
            + (curves.Count == 0 ? "" : $" Change from the lowest to the highest values: {string.Join(", ", curves.Select(curve => $"{curve.Name} {Change(curve.Curve):+0.00;−0.00}"))}.");
        var spec = VegaLite.Spec(title, alt);
        spec["data"] = VegaLite.Values(curves.SelectMany(curve => curve.Curve.Points.Select(point => Row(curve.Name, curve.Curve, point, scale))));
        spec["facet"] = Facet(curves);
        spec["columns"] = 3;
        spec["spacing"] = new JsonObject { ["row"] = 26, ["column"] = 22 };
        spec["spec"] = new JsonObject { ["width"] = 118, ["height"] = 78, ["layer"] = Layers(feature) };
        return new Chart(
            id,
            title,
            $"Mean predicted probability of a hit when {feature} of every song is set to the same value, by audio alone. The band holds how 80 % of the songs change from the left end on. It shows the model, not the world.",
            alt,
            spec,
            new DataTable(
                ["Songs", Words.Title(feature), "Predicted probability of a hit", "Change of 80 % of the songs", "Songs that rise from end to end"],
                [.. curves.SelectMany(curve => curve.Curve.Points.Select(point => new[]
                {
                    curve.Name, Numbers.Short(point.Value * scale), $"{point.Mean:P1}", $"{point.Low:+0.00;−0.00} to {point.High:+0.00;−0.00}", $"{curve.Curve.Rising:P0}",
                }))]));
    }

    private static double Change(PartialDependence curve) => curve.Points.Count == 0 ? 0 : curve.Points[^1].Mean - curve.Points[0].Mean;

    private static JsonObject Row(string songs, PartialDependence curve, DependencePoint point, double scale) => new()
    {
        ["songs"] = songs,
        ["value"] = Math.Round(point.Value * scale, 4),
        ["mean"] = Math.Round(point.Mean, 4),
        ["low"] = Math.Round(Math.Max(0, curve.Points[0].Mean + point.Low), 4),
        ["high"] = Math.Round(Math.Min(1, curve.Points[0].Mean + point.High), 4),
    };

    private static JsonObject Facet(IReadOnlyList<(string Name, PartialDependence Curve)> curves)
    {
        var facet = VegaLite.Field("songs", "nominal");
        facet["sort"] = new JsonArray([.. curves.Select(curve => JsonValue.Create(curve.Name))]);
        facet["title"] = null;
        facet["header"] = new JsonObject { ["labelFontSize"] = 11, ["labelColor"] = VegaLite.InkColour, ["labelPadding"] = 2 };
        return facet;
    }

    private static JsonArray Layers(string feature)
    {
        var line = new JsonObject
        {
            ["mark"] = new JsonObject { ["type"] = "line", ["strokeWidth"] = 2.5, ["color"] = VegaLite.OtherColour },
            ["encoding"] = new JsonObject { ["x"] = Value(feature), ["y"] = Probability("mean") },
        };
        var band = new JsonObject
        {
            ["mark"] = new JsonObject { ["type"] = "area", ["opacity"] = 0.25, ["color"] = VegaLite.OtherColour },
            ["encoding"] = new JsonObject { ["x"] = Value(feature), ["y"] = Probability("low"), ["y2"] = new JsonObject { ["field"] = "high" } },
        };
        return [band, line, VegaLite.Touch(line, ("songs", "Songs", null), ("value", Words.Title(feature), ".4~g"), ("mean", "Predicted probability", ".1%"))];
    }

    private static JsonObject Value(string feature)
    {
        var x = VegaLite.Field("value", "quantitative", Words.Title(feature));
        x["scale"] = new JsonObject { ["zero"] = false };
        x["axis"] = new JsonObject { ["tickCount"] = 3, ["labelFontSize"] = 10, ["titleFontSize"] = 10 };
        return x;
    }

    private static JsonObject Probability(string field)
    {
        var y = VegaLite.Field(field, "quantitative", "Probability (%)");
        y["axis"] = new JsonObject { ["tickCount"] = 3, ["labelFontSize"] = 10, ["titleFontSize"] = 10, ["format"] = ".0%" };
        return y;
    }
}
