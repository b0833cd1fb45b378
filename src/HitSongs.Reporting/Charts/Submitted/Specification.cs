using System.Text.Json;
using System.Text.Json.Nodes;

namespace HitSongs.Reporting.Charts.Submitted;

/// <summary>A Vega-Lite specification of one view, or of layers over one another.</summary>
/// <param name="Title">Empty where it has none.</param>
/// <param name="Layers">From back to front.</param>
internal sealed record Specification(string Title, IReadOnlyList<SpecificationLayer> Layers)
{
    private const int DeepestNesting = 32;
    private const int MostRows = 2_000;
    private const int MostLayers = 20;

    private static readonly string[] Computed = ["aggregate", "bin", "timeUnit", "stack"];

    /// <param name="problem">Why it is not drawn; empty where it is.</param>
    public static Specification? Read(string text, out string problem)
    {
        problem = "";
        try
        {
            if (JsonNode.Parse(text, documentOptions: new() { MaxDepth = DeepestNesting, AllowDuplicateProperties = false }) is JsonObject root)
            {
                return Read(root, out problem);
            }
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
        }

        problem = "it is no JSON object";
        return null;
    }

    private static Specification? Read(JsonObject root, out string problem)
    {
        var (layers, ofRoot) = (new List<SpecificationLayer>(), Values(root));
        var views = (root["layer"] as JsonArray)?.OfType<JsonObject>().ToList() ?? [root];
        if (views.Count > MostLayers)
        {
            problem = $"it has more than {MostLayers} layers";
            return null;
        }

        foreach (var layer in views)
        {
            var rows = Values(layer) ?? ofRoot ?? [];
            if (Encoding(root, layer, "x") is not { } x || Encoding(root, layer, "y") is not { } y || rows.Count == 0)
            {
                problem = "it has no data of its own, or no x and y";
                return null;
            }

            var colour = Encoding(root, layer, "color") ?? Encoding(root, layer, "fill");
            if (
                root["transform"] is not null
                || layer["transform"] is not null
                || new[] { x, y, colour }.Any(channel => Computed.Any(key => channel?[key] is JsonValue value && value.GetValueKind() != JsonValueKind.Null))
            )
            {
                problem = "it computes its numbers when it is drawn";
                return null;
            }

            var mark = layer["mark"] ?? root["mark"];
            layers.Add(new SpecificationLayer(SpecificationAxis.Text(mark is JsonObject named ? named["type"] : mark), x, y, colour, [.. rows.Take(MostRows)]));
        }

        // Words and lines over other marks say again what these say.
        var drawn = layers.Where(layer => layer.Kind is not null).ToList();
        problem = drawn.Count > 0 ? "" : layers.Select(layer => $"marks of the kind \"{layer.Mark}\" are not drawn here").FirstOrDefault() ?? "it has no layer";
        return drawn.Count == 0 ? null : new Specification(SpecificationAxis.Text(root["title"] is JsonObject title ? title["text"] : root["title"]), drawn);
    }

    private static JsonObject? Encoding(JsonObject root, JsonObject layer, string channel) =>
        (layer["encoding"] as JsonObject)?[channel] as JsonObject ?? (root["encoding"] as JsonObject)?[channel] as JsonObject;

    private static List<JsonObject>? Values(JsonObject view) => ((view["data"] as JsonObject)?["values"] as JsonArray)?.OfType<JsonObject>().ToList();
}

/// <summary>Kind of mark for a layer's rows.</summary>
internal enum MarkKind
{
    Bar,
    Line,
    Point,
    HeatMap,
}

/// <param name="Mark">As the specification calls it.</param>
/// <param name="Colour">Null where all rows have one colour.</param>
internal sealed record SpecificationLayer(string Mark, JsonObject X, JsonObject Y, JsonObject? Colour, IReadOnlyList<JsonObject> Rows)
{
    public MarkKind? Kind => Mark switch
    {
        "bar" => MarkKind.Bar,
        "line" or "area" or "trail" => MarkKind.Line,
        "point" or "circle" or "square" or "tick" => MarkKind.Point,
        "rect" => MarkKind.HeatMap,
        _ => null,
    };

    /// <summary>The rows of each series, by its name.</summary>
    public IEnumerable<IGrouping<string, JsonObject>> Series() => Rows.GroupBy(row => Kind == MarkKind.HeatMap ? "" : SeriesOf(row), StringComparer.Ordinal);

    public double ColourOf(JsonObject row) => SpecificationAxis.Number(row[Field]);

    private string SeriesOf(JsonObject row) =>
        row[Field] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? "" : SpecificationAxis.Text(row[Field]);

    private string Field => SpecificationAxis.Text(Colour?["field"]);
}
