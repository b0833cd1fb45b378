using System.Text.Json.Nodes;
using HitSongs.Demonstrations;
using HitSongs.Reporting.Charts.Kit;
using HitSongs.Reporting.Text;
using ScottPlot;

namespace HitSongs.Reporting.Charts.Submitted;

/// <summary>Draws Vega-Lite specifications with ScottPlot: bars, lines, points and heat maps.</summary>
internal static class SpecificationDrawing
{
    private const int Height = 300;
    private const int RowHeight = 24;
    private const int Scale = 2;
    private const int MostNames = 60;

    /// <param name="file">Names the figure.</param>
    /// <param name="problem">Why it is not drawn, and only its text shown; empty where it is drawn.</param>
    public static DrawnFigure? Draw(string file, string text, out string problem)
    {
        if (Specification.Read(text, out problem) is not { } specification)
        {
            return null;
        }

        IReadOnlyList<JsonObject> rows = [.. specification.Layers.SelectMany(layer => layer.Rows)];
        var (x, y) = (
            new SpecificationAxis(specification.Layers[0].X, rows, downwards: false),
            new SpecificationAxis(specification.Layers[0].Y, rows, downwards: true)
        );
        if (Math.Max(x.Count, y.Count) > MostNames)
        {
            problem = $"it has more than {MostNames} names on an axis";
            return null;
        }

        var drawing = new ChartDrawing(ChartDrawing.Narrow + 140, y.IsNamed ? Math.Max(Height, 80 + (RowHeight * y.Count)) : Height);
        var plot = drawing.Whole(x.Title, y.Title);
        var colours = ChartColours.Series.Concat([(ChartColours.Ink, MarkerShape.FilledSquare)]).ToList();
        List<string> names = [.. specification.Layers.SelectMany(layer => layer.Series()).Select(series => series.Key).Distinct(StringComparer.Ordinal)];
        foreach (var layer in specification.Layers)
        {
            foreach (var series in layer.Series())
            {
                var at = names.IndexOf(series.Key);
                Add(plot, layer, series, x, y, colours[at % colours.Count], layer.Kind == MarkKind.Bar ? (at, names.Count) : (0, 1));
            }
        }

        foreach (var (index, name) in names.Index().Where(_ => names.Count > 1))
        {
            drawing.Explain(name, colours[index % colours.Count].Item1, colours[index % colours.Count].Item2);
        }

        Fit(plot, specification, x, y);
        var values = specification
            .Layers.SelectMany(layer => layer.Series().SelectMany(series => series.Select(row => Value(layer, series.Key, row, x, y))))
            .ToList();
        var png = new Picture(specification.Title, null, drawing).Png(Scale);
        return new DrawnFigure(
            file,
            0,
            [new DrawnPlot(specification.Title, x.Title, y.Title, [.. names.Where(name => name.Length > 0)], values)],
            Convert.ToBase64String(png),
            null
        );
    }

    private static void Add(
        Plot plot,
        SpecificationLayer layer,
        IEnumerable<JsonObject> rows,
        SpecificationAxis x,
        SpecificationAxis y,
        (Color Colour, MarkerShape Shape) look,
        (int Index, int Count) beside
    )
    {
        var points = rows.Select(row => (Row: row, X: x.At(row), Y: y.At(row))).Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)).ToList();
        switch (layer.Kind)
        {
            case MarkKind.Bar:
                var (width, lying) = (0.8 / beside.Count, y.IsNamed && !x.IsNamed);
                var shift = (beside.Index - ((beside.Count - 1) / 2.0)) * width;
                ChartStyle.Bars(
                    plot,
                    points.Select(point => ((lying ? point.Y - shift : point.X + shift), 0d, lying ? point.X : point.Y)),
                    width,
                    look.Colour,
                    lying ? Orientation.Horizontal : Orientation.Vertical
                );
                break;
            case MarkKind.HeatMap:
                var colours = points.Select(point => layer.ColourOf(point.Row)).Where(double.IsFinite).ToList();
                var most = colours.Count == 0 ? 1 : Math.Max(1e-12, colours.Max(Math.Abs));
                foreach (var (row, left, top) in points)
                {
                    var cell = plot.Add.Rectangle(left - 0.5, left + 0.5, top - 0.5, top + 0.5);
                    (cell.FillColor, cell.LineWidth) = (Shade(layer.ColourOf(row) / most), 0);
                    ChartStyle.Label(plot, Numbers.Short(layer.ColourOf(row)), left, top, Alignment.MiddleCenter, colour: ChartColours.OnCell);
                }

                break;
            default:
                List<(JsonObject, double X, double Y)> sorted = layer.Kind == MarkKind.Line ? [.. points.OrderBy(point => point.X)] : points;
                var scatter = plot.Add.Scatter(sorted.Select(point => point.X).ToArray(), sorted.Select(point => point.Y).ToArray(), look.Colour);
                (scatter.LineWidth, scatter.MarkerSize, scatter.MarkerShape) = (
                    layer.Kind == MarkKind.Line ? 2.5f : 0,
                    layer.Kind == MarkKind.Line ? 5 : 8,
                    look.Shape
                );
                break;
        }
    }

    private static void Fit(Plot plot, Specification specification, SpecificationAxis x, SpecificationAxis y)
    {
        plot.Axes.AutoScale();
        x.Name(plot);
        y.Name(plot);
        if (specification.Layers.Any(layer => layer.Kind == MarkKind.HeatMap))
        {
            plot.HideGrid();
        }
    }

    /// <summary>Colours like those of the correlations: none at 0.</summary>
    private static Color Shade(double share) =>
        !double.IsFinite(share) ? ChartColours.Grid : Mix(ChartColours.Diverging[1], ChartColours.Diverging[share < 0 ? 0 : 2], Math.Min(1, Math.Abs(share)));

    private static Color Mix(Color from, Color to, double share) =>
        new((byte)(from.R + ((to.R - from.R) * share)), (byte)(from.G + ((to.G - from.G) * share)), (byte)(from.B + ((to.B - from.B) * share)));

    private static DrawnValue Value(SpecificationLayer layer, string series, JsonObject row, SpecificationAxis x, SpecificationAxis y) =>
        layer.Kind == MarkKind.HeatMap ? new DrawnValue("", $"{y.Label(row)} / {x.Label(row)}", layer.ColourOf(row))
        : y.IsNamed && !x.IsNamed ? new DrawnValue(series, y.Label(row), x.At(row))
        : new DrawnValue(series, x.Label(row), y.At(row));
}
