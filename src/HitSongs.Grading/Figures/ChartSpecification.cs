using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Demonstrations;

namespace HitSongs.Grading.Figures;

/// <summary>Content of a figure, a Vega-Lite specification or a program's plot: its titles, and a number for each label on one of its axes.</summary>
/// <param name="Title">Empty where it has none.</param>
/// <param name="AxisTitles">By channel, x and y; empty where an axis has none.</param>
/// <param name="Values">In the order of the file; a label may stand several times.</param>
internal sealed record ChartSpecification(string Title, IReadOnlyDictionary<string, string> AxisTitles, IReadOnlyList<(string Label, double Value)> Values)
{
    private const int DeepestNesting = 32;

    /// <summary>A program's plots, each series apart and then all of them: the numbers that are asked for may be one series of several.</summary>
    public static IEnumerable<ChartSpecification> AllOf(DrawnFigure figure) =>
        figure.Plots.SelectMany(plot =>
            plot.Values.GroupBy(value => value.Series, StringComparer.Ordinal).Select(series => Of(plot, figure, series)).Append(Of(plot, figure, plot.Values))
        );

    private static ChartSpecification Of(DrawnPlot plot, DrawnFigure figure, IEnumerable<DrawnValue> values) =>
        new(
            plot.Title.Length > 0 ? plot.Title : figure.Plots.Select(other => other.Title).FirstOrDefault(title => title.Length > 0) ?? "",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = plot.XLabel, ["y"] = plot.YLabel },
            [.. values.Select(value => (value.Label, value.Value))]
        );

    /// <summary>Reads a specification with one row of data for each label.</summary>
    /// <param name="problem">Why it cannot be compared with anything, and how to mend it; empty where it can.</param>
    public static ChartSpecification? Read(string text, out string problem)
    {
        problem = "";
        try
        {
            if (JsonNode.Parse(text, documentOptions: new() { MaxDepth = DeepestNesting }) is JsonObject root)
            {
                return Read(root, out problem);
            }

            problem = "it is no object: write a Vega-Lite specification, with data, mark and encoding";
        }
        catch (JsonException e)
        {
            problem = $"it is no JSON{(e.LineNumber is { } line ? $" (line {line + 1})" : "")}: write a Vega-Lite specification";
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            problem = "a key stands twice in it, or a text is not Unicode: mend that";
        }

        return null;
    }

    private static ChartSpecification? Read(JsonObject root, out string problem)
    {
        var layers = (root["layer"] as JsonArray)?.OfType<JsonObject>().Prepend(root).ToList() ?? [root];
        var channels = new[] { "x", "y" }.ToDictionary(
            name => name,
            name => layers.Select(layer => (layer["encoding"] as JsonObject)?[name] as JsonObject).FirstOrDefault(channel => channel is not null),
            StringComparer.Ordinal
        );
        if (channels["x"] is not { } x || channels["y"] is not { } y)
        {
            problem = "its encoding has no x and y: give both a field";
            return null;
        }

        var rows = layers
            .Select(layer => (layer["data"] as JsonObject)?["values"] as JsonArray)
            .FirstOrDefault(values => values is not null)
            ?.OfType<JsonObject>()
            .ToList();
        if (rows is not { Count: > 0 })
        {
            problem = "it holds no data: write the numbers that it shows under `data: {\"values\": [...]}`, for a file or an address is not read";
            return null;
        }

        if (x["aggregate"] is not null || y["aggregate"] is not null || x["bin"] is not null || y["bin"] is not null)
        {
            problem = "it aggregates when it is drawn: write the numbers themselves under `data`, one row for each label";
            return null;
        }

        var (first, second) = (Text(x["field"]), Text(y["field"]));
        var isCategoryX = IsCategory(x) || (!IsCategory(y) && rows.Exists(row => Text(row[first]).Length > 0));
        var (category, quantity) = isCategoryX ? (first, second) : (second, first);
        problem = "";
        return new ChartSpecification(
            Text(root["title"] is JsonObject title ? title["text"] : root["title"]),
            channels.ToDictionary(channel => channel.Key, channel => TitleOf(channel.Value!), StringComparer.Ordinal),
            [.. rows.Select(row => (LabelOf(row[category]), NumberOf(row[quantity])))]);
    }

    private static bool IsCategory(JsonObject channel) => Text(channel["type"]) is "nominal" or "ordinal";

    private static string TitleOf(JsonObject channel) => Text(channel["title"] ?? (channel["axis"] as JsonObject)?["title"]);

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static string LabelOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.ToJsonString() : Text(node);

    private static double NumberOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<double>(out var number) ? number : double.NaN;
}
