using System.Text.Json.Nodes;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Reporting.Charts;

internal static class RocChart
{
    // A thousand steps cannot be told apart on 300 pixels.
    private const int Shown = 200;

    /// <param name="id">Unique in the report: there is one curve per model.</param>
    /// <param name="of">Whose curve it is, such as the question's title.</param>
    public static Chart Of(string id, string of, IReadOnlyList<RocPoint> points, Metric? area)
    {
        var title = "How well hits are told from others";
        var alt = $"Receiver operating characteristic of {of}" + (area is null
            ? "."
            : $": area under the curve {Numbers.Metric(area.Value)} over {area.Count:N0} songs; chance is 0.5.");
        var shown = Thin(points);
        var spec = VegaLite.Spec(title, alt);
        spec["width"] = 300;
        spec["height"] = 300;
        spec["layer"] = new JsonArray(Chance(), Curve(shown), VegaLite.Touch(Curve(shown), ("x", "False positive rate", ".3f"), ("y", "True positive rate", ".3f")));
        return new Chart(
            id,
            title,
            "The further the curve lies above the dashed line of chance, the better." + (area is null ? "" : $" Area: {Numbers.Metric(area.Value)}."),
            alt,
            spec,
            new DataTable(["False positive rate", "True positive rate"], [.. Thin(shown, 21).Select(point => new[] { $"{point.FalsePositiveRate:0.000}", $"{point.TruePositiveRate:0.000}" })]));
    }

    private static List<RocPoint> Thin(IReadOnlyList<RocPoint> points, int shown = Shown) => points.Count <= shown
        ? [.. points]
        : [.. Enumerable.Range(0, shown).Select(i => points[(int)((long)i * (points.Count - 1) / (shown - 1))])];

    private static JsonObject Curve(List<RocPoint> points) => new()
    {
        ["data"] = VegaLite.Values(points.Select(point => Row(point.FalsePositiveRate, point.TruePositiveRate))),
        ["mark"] = new JsonObject { ["type"] = "line", ["strokeWidth"] = 2.5, ["color"] = VegaLite.OtherColour },
        ["encoding"] = Encoding(),
    };

    private static JsonObject Chance() => new()
    {
        ["data"] = VegaLite.Values([Row(0, 0), Row(1, 1)]),
        ["mark"] = new JsonObject { ["type"] = "line", ["strokeDash"] = new JsonArray(5, 4), ["strokeWidth"] = 1.5, ["color"] = VegaLite.InkColour },
        ["encoding"] = Encoding(),
    };

    private static JsonObject Row(double x, double y) => new() { ["x"] = Math.Round(x, 4), ["y"] = Math.Round(y, 4) };

    private static JsonObject Encoding()
    {
        var x = VegaLite.Field("x", "quantitative", "False positive rate (share of others called hits)");
        var y = VegaLite.Field("y", "quantitative", "True positive rate (share of hits found)");
        // Points keep their order: where the curve rises straight up, several have the same x.
        return new JsonObject { ["x"] = x, ["y"] = y, ["order"] = new JsonObject { ["value"] = null } };
    }
}
