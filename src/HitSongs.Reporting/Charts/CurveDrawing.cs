using HitSongs.Reporting.Charts.Kit;
using HitSongs.Reporting.Text;
using ScottPlot;

namespace HitSongs.Reporting.Charts;

/// <summary>Curves over a dashed line to compare them with.</summary>
internal static class CurveDrawing
{
    /// <summary>A point for each of so many is marked; more of them hide the line.</summary>
    private const int MostMarked = 20;

    /// <summary>So many points of a curve can be pointed at.</summary>
    private const int MostTold = 60;

    public static ChartDrawing Draw(
        int width,
        IReadOnlyList<NamedCurve> curves,
        string x,
        string y,
        string? counted,
        bool share,
        ((double X, double Y) From, (double X, double Y) To)? reference
    )
    {
        var drawing = new ChartDrawing(width, share ? 310 : 260);
        var plot = drawing.Whole(x, y);
        if (reference is { } ends)
        {
            ChartStyle.Line(plot, ends.From.X, ends.From.Y, ends.To.X, ends.To.Y, ChartColours.Ink, 1.2f, dashed: true);
        }

        foreach (var (index, curve) in curves.Index())
        {
            var (colour, shape) = ChartColours.Series[index % ChartColours.Series.Count];
            if (curves.Count > 1)
            {
                drawing.Explain(curve.Name, colour, shape);
            }

            Add(plot, curve.Points, colour, shape, dashed: index > 0);
            foreach (var point in Every(curve.Points))
            {
                drawing.Tell(plot, point.X, point.Y, Told(curve.Name, point, x, y, counted));
            }
        }

        Fit(plot, [.. curves.SelectMany(curve => curve.Points)], share);
        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(Numbers.Short, 5);
        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(Numbers.Short, 6);
        return drawing;
    }

    private static void Add(Plot plot, IReadOnlyList<CurveEstimate> points, Color colour, MarkerShape shape, bool dashed)
    {
        double[] xs = [.. points.Select(point => point.X)], ys = [.. points.Select(point => point.Y)];
        if (points.Any(point => point.Low is not null))
        {
            ChartStyle.Band(plot, xs, [.. points.Select(point => point.Low ?? point.Y)], [.. points.Select(point => point.High ?? point.Y)], colour);
        }

        ChartStyle.Curve(plot, xs, ys, colour, dashed);
        if (points.Count <= MostMarked)
        {
            var marked = plot.Add.ScatterPoints(xs, ys, colour);
            (marked.MarkerSize, marked.MarkerShape) = (8, shape);
        }
    }

    private static void Fit(Plot plot, IReadOnlyList<CurveEstimate> points, bool share)
    {
        if (share || points.Count == 0)
        {
            plot.Axes.SetLimits(0, 1, 0, 1.01);
            return;
        }

        var (low, high) = (points.Min(point => point.Low ?? point.Y), points.Max(point => point.High ?? point.Y));
        var (first, last) = (points.Min(point => point.X), points.Max(point => point.X));
        var (roomX, roomY) = (Math.Max(0.04 * (last - first), 1e-9), Math.Max(0.06 * (high - low), 1e-9));
        plot.Axes.SetLimits(first - roomX, last + roomX, low - roomY, high + roomY);
    }

    private static IEnumerable<CurveEstimate> Every(IReadOnlyList<CurveEstimate> points) =>
        points.Where((_, index) => index == points.Count - 1 || index % Math.Max(1, points.Count / MostTold) == 0);

    private static string Told(string curve, CurveEstimate point, string x, string y, string? counted) =>
        $"{curve}: {x} {Numbers.Short(point.X)}, {y} {Numbers.Short(point.Y)}"
        + (point is { Low: { } low, High: { } high } ? $" (95 % interval {Numbers.Short(low)} to {Numbers.Short(high)})" : "")
        + (counted is null ? "" : $", {point.Count:N0} {counted}");
}
