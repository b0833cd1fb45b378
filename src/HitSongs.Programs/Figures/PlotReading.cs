using System.Globalization;
using System.Text;
using HitSongs.Demonstrations;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace HitSongs.Programs.Figures;

/// <summary>Content of a plot, read by ScottPlot's public interface. The plot must have been drawn: ticks exist only then.</summary>
internal static class PlotReading
{
    /// <param name="most">Values that are kept.</param>
    public static DrawnPlot Read(Plot plot, int most)
    {
        var values = plot.GetPlottables().Where(plottable => plottable.IsVisible).SelectMany(Values).ToList();
        return new DrawnPlot(
            Text(plot.Axes.Title.Label.Text),
            Text(plot.Axes.Bottom.Label.Text),
            Text(plot.Axes.Left.Label.Text),
            [.. plot.Legend.GetItems().Select(item => Text(item.LabelText)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)],
            [.. values.Take(most)],
            Math.Max(0, values.Count - most));
    }

    private static IEnumerable<DrawnValue> Values(IPlottable plottable) =>
        plottable switch
        {
            BarPlot bars => bars.Bars.Select(bar => OfBar(bar, bars.Axes, bars.LegendText)),
            HistogramBars bars => bars.Bars.Select(bar => OfBar(bar, plottable.Axes, "")),
            Scatter points => Points(points.Data.GetScatterPoints(), points.Axes, points.LegendText),
            Markers points => Points(points.Data.GetScatterPoints(), points.Axes, points.LegendText),
            Marker point => Points([new Coordinates(point.X, point.Y)], point.Axes, point.LegendText),
            Signal signal => Points(
                signal.Data.GetYs().Select((y, index) => new Coordinates(signal.Data.XOffset + (index * signal.Data.Period), y)),
                signal.Axes,
                signal.LegendText
            ),
            Heatmap map => OfMap(map),
            BoxPlot boxes => boxes.Boxes.Select(box => new DrawnValue(
                Text(boxes.LegendText),
                Label(boxes.Axes.XAxis, box.Position) ?? Number(box.Position),
                box.BoxMiddle ?? double.NaN
            )),
            Pie pie => pie.Slices.Select(slice => new DrawnValue("", Text(slice.Label), slice.Value)),
            _ => [],
        };

    private static DrawnValue OfBar(Bar bar, IAxes axes, string series)
    {
        IAxis axis = bar.Orientation == Orientation.Horizontal ? axes.YAxis : axes.XAxis;
        return new DrawnValue(Text(series), Label(axis, bar.Position) ?? Number(bar.Position), bar.Value - bar.ValueBase);
    }

    /// <summary>A point belongs to the name on one of its axes; where neither has names, its height to its place.</summary>
    private static IEnumerable<DrawnValue> Points(IEnumerable<Coordinates> points, IAxes axes, string series) => points.Select(point =>
        Label(axes.XAxis, point.X) is { } below ? new DrawnValue(Text(series), below, point.Y)
        : Label(axes.YAxis, point.Y) is { } beside ? new DrawnValue(Text(series), beside, point.X)
        : new DrawnValue(Text(series), Number(point.X), point.Y));

    private static IEnumerable<DrawnValue> OfMap(Heatmap map)
    {
        var (rows, columns) = (map.Intensities.GetLength(0), map.Intensities.GetLength(1));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (left, below) = (Label(map.Axes.YAxis, rows - 1 - row) ?? Number(row), Label(map.Axes.XAxis, column) ?? Number(column));
                yield return new DrawnValue("", $"{left} / {below}", map.Intensities[row, column]);
            }
        }
    }

    /// <summary>The name at a place of an axis; null where the axis names nothing there: numbers that ScottPlot chose are no names.</summary>
    private static string? Label(IAxis axis, double position) =>
        axis.TickGenerator is NumericManual names
            ? names
                .Ticks.Where(tick => tick.IsMajor && Math.Abs(tick.Position - position) < 1e-9)
                .Select(tick => Text(tick.Label))
                .FirstOrDefault(label => label.Length > 0)
            : null;

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>Cut where it is long, with U+FFFD for halves of surrogate pairs, which could not be handed back.</summary>
    private static string Text(string? text)
    {
        var bytes = Encoding.UTF8.GetBytes((text ?? "").ToCharArray(), 0, Math.Min(text?.Length ?? 0, HandbackLimits.LongestText));
        return Encoding.UTF8.GetString(bytes);
    }
}
