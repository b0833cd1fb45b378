using System.Text.Json.Nodes;
using HitSongs.Reporting.Html;

namespace HitSongs.Reporting.Charts;

/// <summary>Curves with their intervals as bands, told apart by colour and by dash.</summary>
internal static class CurveChart
{
    private const int MostPoints = 200;

    private static readonly string[] Colours = [VegaLite.OtherColour, VegaLite.HitColour, VegaLite.ThirdColour];

    /// <param name="x">What the horizontal axis is, with its unit.</param>
    /// <param name="y">What the vertical axis is, with its unit.</param>
    /// <param name="counted">What the counts count; null where the points have none.</param>
    /// <param name="share">Whether both axes run from 0 to 1.</param>
    /// <param name="reference">A line to compare with; null for none.</param>
    public static Chart Of(
        string id, string title, string caption, string alt, string x, string y, string? counted, IReadOnlyList<NamedCurve> curves, bool share = false, ((double X, double Y) From, (double X, double Y) To)? reference = null)
    {
        var spec = VegaLite.Spec(title, alt);
        spec["width"] = 330;
        spec["height"] = share ? 300 : 240;
        var rows = curves.SelectMany(curve => Thin(curve.Points).Select(point => Row(curve.Name, point))).ToList();
        (string, string, string?)[] told = [("series", "Curve", null), ("x", x, ".4~g"), ("y", y, ".4~g"), .. Bounds(curves), .. counted is null ? [] : new (string, string, string?)[] { ("count", Words.Title(counted), ",") }];
        var line = Line(x, y, share, curves);
        JsonObject?[] layers = [reference is { } ends ? Reference(ends, x, y, share) : null, HasBounds(curves) ? Band(x, y, share, curves) : null, line, VegaLite.Touch(line, told)];
        spec["data"] = VegaLite.Values(rows);
        spec["layer"] = new JsonArray([.. layers.OfType<JsonObject>()]);
        string[] header = [.. curves.Count > 1 ? ["Curve"] : Array.Empty<string>(), x, y, .. HasBounds(curves) ? ["95 % interval"] : Array.Empty<string>(), .. counted is null ? [] : new[] { Words.Title(counted) }];
        return new Chart(id, title, caption, alt, spec, new DataTable(header, [.. curves.SelectMany(curve => Thin(curve.Points, 21).Select(point => Told(curve, point)))]));

        string[] Told(NamedCurve curve, CurveEstimate point) =>
        [
            .. curves.Count > 1 ? [curve.Name] : Array.Empty<string>(), Numbers.Short(point.X), Numbers.Short(point.Y),
            .. HasBounds(curves) ? [point is { Low: { } low, High: { } high } ? $"{Numbers.Short(low)} to {Numbers.Short(high)}" : "–"] : Array.Empty<string>(),
            .. counted is null ? [] : new[] { $"{point.Count:N0}" },
        ];
    }

    private static bool HasBounds(IReadOnlyList<NamedCurve> curves) => curves.Any(curve => curve.Points.Any(point => point.Low is not null));

    private static (string, string, string?)[] Bounds(IReadOnlyList<NamedCurve> curves) => HasBounds(curves) ? [("low", "95 % interval from", ".4~g"), ("high", "to", ".4~g")] : [];

    private static IEnumerable<CurveEstimate> Thin(IReadOnlyList<CurveEstimate> points, int most = MostPoints) => points.Count <= most
        ? points
        : Enumerable.Range(0, most).Select(i => points[(int)((long)i * (points.Count - 1) / (most - 1))]);

    private static JsonObject Row(string series, CurveEstimate point) => new()
    {
        ["series"] = series,
        ["x"] = Math.Round(point.X, 5),
        ["y"] = Math.Round(point.Y, 5),
        ["low"] = Math.Round(point.Low ?? point.Y, 5),
        ["high"] = Math.Round(point.High ?? point.Y, 5),
        ["count"] = point.Count,
    };

    private static JsonObject Line(string x, string y, bool share, IReadOnlyList<NamedCurve> curves)
    {
        var encoding = new JsonObject { ["x"] = Axis("x", x, share), ["y"] = Axis("y", y, share), ["color"] = Series(curves), ["order"] = new JsonObject { ["value"] = null } };
        if (curves.Count > 1)
        {
            encoding["strokeDash"] = VegaLite.Field("series", "nominal", "");
        }

        return new JsonObject { ["mark"] = new JsonObject { ["type"] = "line", ["strokeWidth"] = 2.5 }, ["encoding"] = encoding };
    }

    private static JsonObject Band(string x, string y, bool share, IReadOnlyList<NamedCurve> curves) => new()
    {
        ["mark"] = new JsonObject { ["type"] = "area", ["opacity"] = 0.25 },
        ["encoding"] = new JsonObject { ["x"] = Axis("x", x, share), ["y"] = Axis("low", y, share), ["y2"] = new JsonObject { ["field"] = "high" }, ["color"] = Series(curves) },
    };

    private static JsonObject Reference(((double X, double Y) From, (double X, double Y) To) ends, string x, string y, bool share) => new()
    {
        ["data"] = VegaLite.Values([new() { ["x"] = ends.From.X, ["y"] = ends.From.Y }, new() { ["x"] = ends.To.X, ["y"] = ends.To.Y }]),
        ["mark"] = new JsonObject { ["type"] = "line", ["strokeDash"] = new JsonArray(5, 4), ["strokeWidth"] = 1.5, ["color"] = VegaLite.InkColour },
        ["encoding"] = new JsonObject { ["x"] = Axis("x", x, share), ["y"] = Axis("y", y, share) },
    };

    private static JsonObject Axis(string field, string title, bool share)
    {
        var axis = VegaLite.Field(field, "quantitative", title);
        axis["scale"] = share ? new JsonObject { ["domain"] = new JsonArray(0, 1) } : new JsonObject { ["zero"] = false };
        return axis;
    }

    private static JsonObject Series(IReadOnlyList<NamedCurve> curves)
    {
        var colour = VegaLite.Field("series", "nominal", "");
        colour["scale"] = new JsonObject { ["domain"] = new JsonArray([.. curves.Select(curve => JsonValue.Create(curve.Name))]), ["range"] = new JsonArray([.. curves.Select((_, i) => JsonValue.Create(Colours[i % Colours.Length]))]) };
        colour["legend"] = curves.Count > 1 ? new JsonObject { ["orient"] = "top", ["direction"] = "horizontal" } : null;
        return colour;
    }
}
