using HitSongs.Reporting.Charts.Kit;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Charts;

/// <summary>Middle halves and medians, hits above others, one name a line.</summary>
internal static class RangeDrawing
{
    private const int LineHeight = 26;
    private const double Apart = 0.19;

    /// <summary>The middle half of some songs on one scale.</summary>
    internal sealed record Span(string Name, bool Hits, double Quartile1, double Median, double Quartile3, string Told);

    /// <param name="x">What the values are, with their unit.</param>
    /// <param name="y">What the names are.</param>
    /// <param name="limits">Of the horizontal axis; null to fit the spans.</param>
    public static ChartDrawing Draw(int width, IReadOnlyList<Span> spans, string x, string y, (double Low, double High)? limits = null)
    {
        var names = spans.Select(span => span.Name).Distinct(StringComparer.Ordinal).ToList();
        var drawing = new ChartDrawing(width, 60 + (LineHeight * names.Count));
        drawing.ExplainHits(shapes: true);
        var plot = drawing.Whole(x, y);
        foreach (var span in spans)
        {
            var (colour, shape) = ChartColours.OfKind(span.Hits);
            var at = -names.IndexOf(span.Name) + (span.Hits ? Apart : -Apart);
            ChartStyle.Line(plot, span.Quartile1, at, span.Quartile3, at, colour.WithAlpha(0.55), 6);
            plot.Add.Marker(span.Median, at, shape, span.Hits ? 8 : 10, colour);
            drawing.Tell(plot, span.Quartile1, span.Quartile3, at - Apart, at + Apart, 5, span.Told);
        }

        ChartStyle.Names(plot, names, lines: false);
        plot.Axes.SetLimitsY(0.5 - Math.Max(1, names.Count), 0.5);
        for (var line = 0; line <= names.Count; line++)
        {
            plot.MoveToBottom(plot.Add.HorizontalLine(0.5 - line, 1, ChartColours.Grid));
        }

        if (spans.Count > 0)
        {
            var (low, high) = limits ?? Fit([.. spans.SelectMany(span => (double[])[span.Quartile1, span.Median, span.Quartile3])]);
            plot.Axes.SetLimitsX(low, high);
        }

        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(Numbers.Short, 6);
        return drawing;
    }

    private static (double, double) Fit(double[] values)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var room = Math.Max(0.04 * (known.Max() - known.Min()), 1e-9);
        return (known.Min() - room, known.Max() + room);
    }
}
