using ScottPlot;
using SkiaSharp;

namespace HitSongs.Reporting.Charts.Kit;

/// <summary>Title, what the data are, and the legend: drawn above the plots.</summary>
internal sealed class Header
{
    private const float Left = 10;
    private const float TitleSize = 15;
    private const float TitleLine = 20;
    private const float NoteLine = 17;
    private const float LegendLine = 22;
    private const float MarkerSize = 11;

    private readonly List<string> title;
    private readonly string? note;
    private readonly IReadOnlyList<(string Text, Color Colour, MarkerShape Shape, Pixel At)> legend;

    public Header(string title, string? note, ChartDrawing drawing)
    {
        using var paint = Paint.NewDisposablePaint();
        this.title = Wrap(title, drawing.Width - (2 * Left), paint);
        this.note = note;
        var top = 6 + (this.title.Count * TitleLine) + (note is null ? 0 : NoteLine);
        (legend, Height) = LayOut(drawing, top, paint);
    }

    public float Height { get; }

    public void Draw(SKCanvas canvas, Paint paint)
    {
        var y = 6f;
        foreach (var line in title)
        {
            Style(line, TitleSize, Alignment.UpperLeft, bold: true).Render(canvas, new Pixel(Left, y), paint);
            y += TitleLine;
        }

        if (note is not null)
        {
            Style(note, ChartStyle.Text, Alignment.UpperLeft).Render(canvas, new Pixel(Left, y), paint);
        }

        foreach (var (text, colour, shape, at) in legend)
        {
            new MarkerStyle(shape, MarkerSize)
            {
                FillColor = colour,
                LineColor = colour,
                LineWidth = 0,
            }.Render(canvas, new Pixel(at.X + (MarkerSize / 2), at.Y), paint);
            Style(text, ChartStyle.Text, Alignment.MiddleLeft).Render(canvas, new Pixel(at.X + MarkerSize + 5, at.Y + 2.5f), paint);
        }
    }

    public static LabelStyle Style(string text, float size, Alignment alignment, bool bold = false) =>
        new() { Text = text, FontSize = size, Bold = bold, ForeColor = ChartColours.Ink, Alignment = alignment, FontName = ChartStyle.Font };

    private static (IReadOnlyList<(string, Color, MarkerShape, Pixel)> Items, float Height) LayOut(ChartDrawing drawing, float top, Paint paint)
    {
        var items = new List<(string, Color, MarkerShape, Pixel)>();
        var at = new Pixel(Left + 4, top + (LegendLine / 2));
        foreach (var (text, colour, shape) in drawing.Legend)
        {
            var width = MarkerSize + 5 + Width(text, ChartStyle.Text, bold: false, paint);
            if (at.X > Left + 4 && at.X + width > drawing.Width - Left)
            {
                at = new Pixel(Left + 4, at.Y + LegendLine);
            }

            items.Add((text, colour, shape, at));
            at = new Pixel(at.X + width + 20, at.Y);
        }

        return (items, items.Count == 0 ? top + 6 : at.Y + (LegendLine / 2) + 4);
    }

    private static List<string> Wrap(string text, float width, Paint paint)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", TitleSize, bold: true, paint) <= width)
            {
                lines[^1] = $"{lines[^1]} {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private static float Width(string text, float size, bool bold, Paint paint) => Style(text, size, Alignment.UpperLeft, bold).Measure(text, paint).Width;
}
