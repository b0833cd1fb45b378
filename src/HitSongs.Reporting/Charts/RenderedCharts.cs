namespace HitSongs.Reporting.Charts;

/// <summary>A chart as pictures.</summary>
/// <param name="Svg">An <c>svg</c> element that names and describes itself; its ids start with the chart's id.</param>
/// <param name="WideSvg">The same for pages that are wide; null where it would gain nothing.</param>
/// <param name="Png">At twice the size, on white.</param>
public sealed record RenderedChart(string Svg, string? WideSvg, ReadOnlyMemory<byte> Png);

/// <summary>The pictures that could be drawn.</summary>
/// <param name="ById">By <see cref="Chart.Id"/>; a chart that is not here is shown as its table.</param>
/// <param name="UnavailableBecause">Why pictures are missing and how to get them; null where none is.</param>
public sealed record RenderedCharts(IReadOnlyDictionary<string, RenderedChart> ById, string? UnavailableBecause)
{
    public static RenderedCharts None(string because) => new(new Dictionary<string, RenderedChart>(), because);
}
