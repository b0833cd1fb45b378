using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Charts;

/// <summary>Curves with their intervals as bands, told apart by colour and by dash.</summary>
internal static class CurveChart
{
    private const int MostPoints = 200;

    /// <param name="x">What the horizontal axis is, with its unit.</param>
    /// <param name="y">What the vertical axis is, with its unit.</param>
    /// <param name="counted">What the counts count; null where the points have none.</param>
    /// <param name="share">Whether both axes run from 0 to 1.</param>
    /// <param name="reference">A line to compare with; null for none.</param>
    public static Chart Of(
        string id,
        string title,
        string caption,
        string alt,
        string x,
        string y,
        string? counted,
        IReadOnlyList<NamedCurve> curves,
        bool share = false,
        ((double X, double Y) From, (double X, double Y) To)? reference = null
    )
    {
        string[] header =
        [
            .. curves.Count > 1 ? ["Curve"] : Array.Empty<string>(),
            x,
            y,
            .. HasBounds(curves) ? ["95 % interval"] : Array.Empty<string>(),
            .. counted is null ? [] : new[] { Words.Title(counted) },
        ];
        return new Chart(
            id,
            title,
            caption,
            alt,
            new DataTable(header, [.. curves.SelectMany(curve => Thin(curve.Points, 21).Select(point => Told(curve, point)))])
        )
        {
            Compose = width =>
                CurveDrawing.Draw(width, [.. curves.Select(curve => curve with { Points = [.. Thin(curve.Points)] })], x, y, counted, share, reference),
        };

        string[] Told(NamedCurve curve, CurveEstimate point) =>
        [
            .. curves.Count > 1 ? [curve.Name] : Array.Empty<string>(), Numbers.Short(point.X), Numbers.Short(point.Y),
            .. HasBounds(curves) ? [point is { Low: { } low, High: { } high } ? $"{Numbers.Short(low)} to {Numbers.Short(high)}" : "–"] : Array.Empty<string>(),
            .. counted is null ? [] : new[] { $"{point.Count:N0}" },
        ];
    }

    private static bool HasBounds(IReadOnlyList<NamedCurve> curves) => curves.Any(curve => curve.Points.Any(point => point.Low is not null));

    private static IEnumerable<CurveEstimate> Thin(IReadOnlyList<CurveEstimate> points, int most = MostPoints) => points.Count <= most
        ? points
        : Enumerable.Range(0, most).Select(i => points[(int)((long)i * (points.Count - 1) / (most - 1))]);
}
