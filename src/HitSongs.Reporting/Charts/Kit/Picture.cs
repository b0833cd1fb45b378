using System.Text;
using System.Runtime.InteropServices;
using HitSongs.Raster;
using ScottPlot;
using SkiaSharp;

namespace HitSongs.Reporting.Charts.Kit;

/// <summary>A drawing under its header, drawn on whatever canvas; the same bytes every time.</summary>
internal sealed class Picture
{
    private readonly ChartDrawing drawing;
    private readonly Header header;
    private readonly int height;

    public Picture(string title, string? note, ChartDrawing drawing)
    {
        this.drawing = drawing;
        header = new Header(title, note, drawing);
        height = (int)MathF.Ceiling(header.Height) + drawing.Height;
        // A plot that is new to ScottPlot draws twice, once to find its limits: onto nothing, so that nothing stands twice in the picture.
        using var nowhere = new SKNoDrawCanvas(drawing.Width, height);
        DrawPanels(nowhere);
    }

    public int Width => drawing.Width;

    public int Height => height;

    /// <summary>Where readers can point, in pixels.</summary>
    public IEnumerable<(PixelRect Area, string Told)> Marks() => drawing.Marks.Select(mark => (mark.Pixels(), mark.Told));

    /// <summary>On white.</summary>
    /// <param name="scale">2 for pictures that are sharp on every screen.</param>
    public byte[] Png(int scale)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width * scale, Height * scale, SKImageInfo.PlatformColorType, SKAlphaType.Opaque))!;
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var bitmap = SKBitmap.FromImage(image);
        var pixels = MemoryMarshal.Cast<SKColor, uint>(bitmap.Pixels);
        return IndexedPng.Of(bitmap.Width, bitmap.Height, pixels, () => image.Encode(SKEncodedImageFormat.Png, 100).ToArray());
    }

    /// <summary>As Skia writes it: letters one by one, ids that other drawings have too.</summary>
    public string RawSvg()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
        {
            Draw(canvas);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Draw(SKCanvas canvas)
    {
        using var paint = Paint.NewDisposablePaint();
        header.Draw(canvas, paint);
        foreach (var (text, at) in drawing.Headings)
        {
            Header.Style(text, ChartStyle.SmallText, Alignment.LowerCenter).Render(canvas, new Pixel(at.X, at.Y + header.Height), paint);
        }

        DrawPanels(canvas);
    }

    private void DrawPanels(SKCanvas canvas)
    {
        foreach (var (plot, place) in drawing.Panels)
        {
            plot.Render(canvas, new PixelRect(place.Left, place.Right, place.Bottom + header.Height, place.Top + header.Height));
        }
    }
}
