using System.Text.Json.Nodes;
using HitSongs.Reporting.Charts;

namespace HitSongs.Reporting.Rendering;

/// <summary>A chart as pictures.</summary>
/// <param name="Svg">An <c>svg</c> element that names and describes itself; its ids start with the chart's id.</param>
/// <param name="Png">The same at twice the size, on white.</param>
/// <param name="Live">The Vega specification that <see cref="RenderedCharts.Script"/> makes interactive; null where there is none.</param>
public sealed record RenderedChart(string Svg, ReadOnlyMemory<byte> Png, JsonObject? Live = null);

/// <summary>The pictures that could be drawn.</summary>
/// <param name="ById">By <see cref="Chart.Id"/>; a chart that is not here is shown as its table.</param>
/// <param name="UnavailableBecause">Why pictures are missing and how to get them; null where none is.</param>
/// <param name="Script">Makes drawings in a page interactive; null where it could not be made.</param>
public sealed record RenderedCharts(IReadOnlyDictionary<string, RenderedChart> ById, string? UnavailableBecause, string? Script = null)
{
    public static RenderedCharts None(string because) => new(new Dictionary<string, RenderedChart>(), because);
}
