using System.Runtime.InteropServices;
using HitSongs.Raster;
using HitSongs.Demonstrations;
using ScottPlot;
using SkiaSharp;

namespace HitSongs.Programs.Figures;

/// <summary>Draws a program's figure and reads what it shows.</summary>
internal static class FigureDrawing
{
    private const string Font = "DejaVu Sans";
    private const int Scale = 2;
    private const int MostSvgCharacters = 1 << 19;
    private const int MostPixels = 4_000;

    /// <summary>The font of all plots that are made from now on: ScottPlot's own choice has serifs.</summary>
    public static void ChooseFont() => Fonts.Default = Fonts.Sans = Font;

    /// <exception cref="ArgumentException">It is empty, or its size is none that can be drawn.</exception>
    public static DrawnFigure Draw(string name, Plot plot, int width, int height, int line)
    {
        CheckSize(name, width, height);
        plot.ScaleFactor = Scale;
        var png = Png(plot.GetImage(width * Scale, height * Scale));
        plot.ScaleFactor = 1;
        var svg = plot.GetSvgXml(width, height);
        var read = PlotReading.Read(plot, HandbackLimits.ValuesOfPlot);
        return Checked(new DrawnFigure(name, line, [read], Convert.ToBase64String(png), svg.Length > MostSvgCharacters ? null : svg));
    }

    /// <summary>ScottPlot draws no multiplot as SVG.</summary>
    /// <exception cref="ArgumentException">It is empty, has too many plots, or its size is none that can be drawn.</exception>
    public static DrawnFigure Draw(string name, Multiplot plots, int width, int height, int line)
    {
        CheckSize(name, width, height);
        var count = plots.GetPlots().Length;
        if (count > HandbackLimits.Plots)
        {
            throw new ArgumentException($"figure \"{name}\" has {count} plots: choose at most {HandbackLimits.Plots}", nameof(plots));
        }

        var values = Math.Min(HandbackLimits.ValuesOfPlot, HandbackLimits.ValuesOfFigure / Math.Max(1, count));
        foreach (var plot in plots.GetPlots())
        {
            plot.ScaleFactor = Scale;
        }

        var png = Png(plots.Render(width * Scale, height * Scale));
        return Checked(
            new DrawnFigure(
                name,
                line,
                [.. plots.GetPlots().Select(plot => PlotReading.Read(plot, values))],
                Convert.ToBase64String(png),
                MultiplotSvg.Write(plots, width, height, MostSvgCharacters)
            )
        );
    }

    private static byte[] Png(Image image)
    {
        var whole = image.GetImageBytes(ImageFormat.Png);
        using var picture = SKBitmap.Decode(whole);
        return IndexedPng.Of(picture.Width, picture.Height, MemoryMarshal.Cast<SKColor, uint>(picture.Pixels), () => whole);
    }

    private static void CheckSize(string name, int width, int height)
    {
        if (width is < 100 or > MostPixels || height is < 100 or > MostPixels)
        {
            throw new ArgumentException($"figure \"{name}\" is {width} by {height} pixels: choose 100 to {MostPixels}", nameof(width));
        }
    }

    private static DrawnFigure Checked(DrawnFigure figure) => figure.Plots.Any(plot => plot.Values.Count > 0)
        ? figure
        : throw new ArgumentException($"figure \"{figure.Name}\" shows no values: add bars, points, lines or a heat map to its plot", nameof(figure));
}
