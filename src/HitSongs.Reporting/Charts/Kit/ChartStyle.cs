using ScottPlot;
using ScottPlot.TickGenerators;

namespace HitSongs.Reporting.Charts.Kit;

/// <summary>The common look of all plots, and short ways to write their parts.</summary>
internal static class ChartStyle
{
    public const float Text = 12;
    public const float SmallText = 10.5f;
    public const float Reach = 8;
    private const int LongestName = 28;

    public const string Font = "DejaVu Sans";

    /// <summary>ScottPlot sets letters a little too high in their line.</summary>
    private const float Baseline = 0.22f;

    static ChartStyle() => Fonts.Default = Fonts.Sans = Font;

    /// <summary>A font that every drawing needs; null where it is there.</summary>
    public static string? MissingFont() => SkiaSharp.SKFontManager.Default.FontFamilies.Contains(Font, StringComparer.Ordinal)
        ? null
        : $"the font {Font} is not installed (Debian: apt-get install fonts-dejavu-core)";

    public static Plot New(string x, string y, float size)
    {
        var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false; // several share one canvas
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Color(ChartColours.Ink);
        plot.Grid.MajorLineColor = ChartColours.Grid;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.TickLabelStyle.FontSize = size;
            axis.TickLabelStyle.OffsetY = axis is IYAxis ? size * Baseline : 0;
            axis.Label.FontSize = size;
            axis.Label.Bold = false;
            axis.MinorTickStyle.Length = 0;
            axis.MinorTickStyle.Width = 0;
        }

        plot.XLabel(x, size);
        plot.YLabel(y, size);
        return plot;
    }

    /// <param name="most">About so many ticks.</param>
    public static NumericAutomatic Ticks(Func<double, string> told, int most) => new() { LabelFormatter = value => Minus(told(value)), TargetTickCount = most };

    /// <summary>A minus is as wide as a plus; a hyphen is not one.</summary>
    public static string Minus(string number) => number.Replace("-", "−", StringComparison.Ordinal);

    /// <summary>Names from top to bottom, at 0, −1, −2 ...</summary>
    /// <param name="lines">Whether each name has a line of the grid.</param>
    public static void Names(Plot plot, IReadOnlyList<string> names, bool lines)
    {
        plot.Axes.Left.TickGenerator = new NumericManual([.. Enumerable.Range(0, names.Count).Select(i => -(double)i)], [.. names.Select(Short)]);
        Bare(plot.Axes.Left);
        plot.Grid.YAxisStyle.IsVisible = lines;
        plot.Axes.SetLimitsY(-Math.Max(0, names.Count - 1) - 0.6, 0.6);
    }

    /// <summary>A name that would leave no room for the plot is cut; the table has all of it.</summary>
    public static string Short(string name) =>
        name.Length <= LongestName ? name : $"{name[..(char.IsHighSurrogate(name[LongestName - 2]) ? LongestName - 2 : LongestName - 1)]}…";

    /// <summary>An axis of names needs no line and no ticks.</summary>
    public static void Bare(IAxis axis)
    {
        axis.MajorTickStyle.Length = 0;
        axis.FrameLineStyle.Width = 0;
    }

    public static void Label(Plot plot, string text, double x, double y, Alignment alignment, float right = 0, float size = SmallText, Color? colour = null)
    {
        var label = plot.Add.Text(text, x, y);
        label.LabelFontSize = size;
        label.LabelFontColor = colour ?? ChartColours.Ink;
        label.LabelAlignment = alignment;
        label.OffsetX = right;
        label.OffsetY = size * Baseline;
    }

    public static void Bars(
        Plot plot,
        IEnumerable<(double At, double From, double To)> bars,
        double width,
        Color colour,
        Orientation orientation = Orientation.Vertical
    ) =>
        plot.Add.Bars(
            bars.Select(bar => new ScottPlot.Bar
            {
                Position = bar.At,
                ValueBase = bar.From,
                Value = bar.To,
                Size = width,
                FillColor = colour,
                LineWidth = 0,
                Orientation = orientation,
            })
                .ToList()
        );

    public static void Line(Plot plot, double fromX, double fromY, double toX, double toY, Color colour, float width, bool dashed = false)
    {
        var line = plot.Add.Line(fromX, fromY, toX, toY);
        (line.LineColor, line.LineWidth, line.LinePattern) = (colour, width, dashed ? LinePattern.DenselyDashed : LinePattern.Solid);
    }

    public static void Band(Plot plot, double[] xs, double[] low, double[] high, Color colour)
    {
        var band = plot.Add.FillY(xs, low, high);
        (band.FillColor, band.LineWidth, band.MarkerSize) = (colour.WithAlpha(0.25), 0, 0);
    }

    public static void Curve(Plot plot, double[] xs, double[] ys, Color colour, bool dashed)
    {
        var line = plot.Add.ScatterLine(xs, ys, colour);
        (line.LineWidth, line.LinePattern) = (2.5f, dashed ? LinePattern.DenselyDashed : LinePattern.Solid);
    }
}
