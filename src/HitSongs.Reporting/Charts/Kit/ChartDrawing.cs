using ScottPlot;

namespace HitSongs.Reporting.Charts.Kit;

/// <summary>One or several plots, a legend for all of them, and what readers can point at.</summary>
/// <param name="width">Pixels.</param>
/// <param name="height">Pixels, without title and legend.</param>
internal sealed class ChartDrawing(int width, int height)
{
    /// <summary>The width that fits a phone with letters that can still be read, and twice beside each other on a screen.</summary>
    public const int Narrow = 420;

    /// <summary>The width of a page's text, for charts with many parts.</summary>
    public const int Wide = 840;

    private readonly List<(Plot Plot, PixelRect Place)> panels = [];
    private readonly List<(string Text, Color Colour, MarkerShape Shape)> legend = [];
    private readonly List<(string Text, Pixel At)> headings = [];
    private readonly List<Mark> marks = [];

    public int Width => width;

    public int Height => height;

    public IReadOnlyList<(Plot Plot, PixelRect Place)> Panels => panels;

    public IReadOnlyList<(string Text, Color Colour, MarkerShape Shape)> Legend => legend;

    /// <summary>Names above panels, centred at their lower edge.</summary>
    public IReadOnlyList<(string Text, Pixel At)> Headings => headings;

    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>The only plot of a drawing.</summary>
    public Plot Whole(string x, string y)
    {
        var plot = ChartStyle.New(x, y, ChartStyle.Text);
        panels.Add((plot, new PixelRect(2, width - 8, height - 4, 0)));
        return plot;
    }

    /// <summary>One of several plots.</summary>
    public Plot Panel(PixelRect place, string x = "", string y = "")
    {
        var plot = ChartStyle.New(x, y, ChartStyle.SmallText);
        panels.Add((plot, place));
        return plot;
    }

    /// <summary>Places for several plots, row by row.</summary>
    /// <param name="left">Room at the left for an axis that all of a row share.</param>
    public IEnumerable<PixelRect> Cells(int count, int columns, int height, float left = 4)
    {
        var cell = (width - left - 8) / columns;
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (left + (i % columns * cell), (float)(i / columns * height));
            yield return new PixelRect(x, x + cell, y + height, y);
        }
    }

    public void Heading(string text, float x, float y) => headings.Add((text, new Pixel(x, y)));

    public void Explain(string text, Color colour, MarkerShape shape) => legend.Add((text, colour, shape));

    /// <summary>The legend of all charts that compare hits with the other songs.</summary>
    public void ExplainHits(bool shapes)
    {
        Explain("hits", ChartColours.Hit, shapes ? MarkerShape.FilledCircle : MarkerShape.FilledSquare);
        Explain("others", ChartColours.Other, shapes ? MarkerShape.FilledDiamond : MarkerShape.FilledSquare);
    }

    public void Tell(Plot plot, double left, double right, double bottom, double top, float reach, string told) =>
        marks.Add(new Mark(plot, new CoordinateRect(left, right, bottom, top), reach, told));

    public void Tell(Plot plot, double x, double y, string told) => Tell(plot, x, x, y, y, ChartStyle.Reach, told);
}
