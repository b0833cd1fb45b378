using ScottPlot;

namespace HitSongs.Reporting.Charts.Kit;

/// <summary>Target to point at: an area of a plot, and what is told there.</summary>
/// <param name="Area">In the plot's coordinates; may be a point.</param>
/// <param name="Reach">Pixels that it is at least wide and high to each side.</param>
/// <param name="Told">One line of figures with their units.</param>
internal sealed record Mark(Plot Plot, CoordinateRect Area, float Reach, string Told)
{
    /// <summary>The area in pixels; the plot must have been drawn.</summary>
    public PixelRect Pixels()
    {
        var (a, b) = (Plot.GetPixel(new Coordinates(Area.Left, Area.Top)), Plot.GetPixel(new Coordinates(Area.Right, Area.Bottom)));
        var (left, right) = Widened(Math.Min(a.X, b.X), Math.Max(a.X, b.X));
        var (top, bottom) = Widened(Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y));
        return new PixelRect(left, right, bottom, top);
    }

    private (float From, float To) Widened(float from, float to) =>
        to - from >= 2 * Reach ? (from, to) : (((from + to) / 2) - Reach, ((from + to) / 2) + Reach);
}
