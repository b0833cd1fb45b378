using System.Text;
using ScottPlot;
using SkiaSharp;

namespace HitSongs.Programs.Figures;

/// <summary>The plots of a multiplot side by side on one canvas.</summary>
internal static class MultiplotSvg
{
    /// <returns>Null where it has more than <paramref name="most"/> characters.</returns>
    public static string? Write(Multiplot plots, int width, int height, int most)
    {
        var places = plots.Layout.GetSubplotRectangles(plots.Subplots, new PixelRect(0, width, height, 0));
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
        {
            foreach (var (plot, place) in plots.GetPlots().Zip(places))
            {
                plot.ScaleFactor = 1;
                plot.RenderManager.ClearCanvasBeforeEachRender = false;
                plot.Render(canvas, place);
            }
        }

        return stream.Length > most ? null : Encoding.UTF8.GetString(stream.ToArray());
    }
}
