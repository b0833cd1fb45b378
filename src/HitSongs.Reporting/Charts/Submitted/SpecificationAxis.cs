using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Reporting.Charts.Kit;
using HitSongs.Reporting.Text;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace HitSongs.Reporting.Charts.Submitted;

/// <summary>One axis of a Vega-Lite specification: numbers, or names in the order in which they stand in its data.</summary>
internal sealed class SpecificationAxis
{
    private const int NamesBeside = 6;
    private const double Largest = 1e100;

    private readonly string field;
    private readonly List<string>? names;
    private readonly int direction;

    /// <param name="channel">Its encoding.</param>
    /// <param name="rows">The data.</param>
    /// <param name="downwards">Whether names follow one another from top to bottom.</param>
    public SpecificationAxis(JsonObject channel, IReadOnlyList<JsonObject> rows, bool downwards)
    {
        field = Text(channel["field"]);
        Title = Text(channel["title"] ?? (channel["axis"] as JsonObject)?["title"]);
        direction = downwards ? -1 : 1;
        var isNamed = Text(channel["type"]) is "nominal" or "ordinal" or "temporal" || rows.Any(row => Text(row[field]).Length > 0);
        names = isNamed ? [.. rows.Select(Label).Distinct(StringComparer.Ordinal)] : null;
    }

    public string Title { get; }

    public bool IsNamed => names is not null;

    /// <summary>Names on it; 0 where it has numbers.</summary>
    public int Count => names?.Count ?? 0;

    /// <summary>Where a row stands on it; not a number where it stands nowhere.</summary>
    public double At(JsonObject row) => names is null ? Number(row[field]) : direction * names.IndexOf(Label(row));

    /// <summary>Label of a row on it.</summary>
    public string Label(JsonObject row) =>
        row[field] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? Numbers.Short(Number(value)) : Text(row[field]);

    /// <summary>Names instead of numbers on the plot's axis.</summary>
    public void Name(Plot plot)
    {
        if (names is null)
        {
            return;
        }

        if (direction < 0)
        {
            ChartStyle.Names(plot, names, lines: false);
            return;
        }

        var axis = plot.Axes.Bottom;
        axis.TickGenerator = new NumericManual([.. Enumerable.Range(0, names.Count).Select(i => (double)i)], [.. names.Select(ChartStyle.Short)]);
        axis.MajorTickStyle.Length = 0;
        plot.Grid.XAxisStyle.IsVisible = false;
        if (names.Count > NamesBeside || names.Any(name => name.Length > 10))
        {
            axis.TickLabelStyle.Rotation = -40;
            axis.TickLabelStyle.Alignment = Alignment.MiddleRight;
            axis.MinimumSize = 20 + (5 * names.Select(ChartStyle.Short).Max(name => name.Length));
        }

        plot.Axes.SetLimitsX(-0.6, names.Count - 0.4);
    }

    /// <summary>Empty where it is none, or half of a surrogate pair stands in it, which no text can hold.</summary>
    public static string Text(JsonNode? node)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>Not a number where it is none, and where no axis has room for it.</summary>
    public static double Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<double>(out var number) && Math.Abs(number) < Largest ? number : double.NaN;
}
