using HitSongs.Metrics;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Charts;

internal static class RocChart
{
    // A thousand steps cannot be told apart on 300 pixels.
    private const int Shown = 200;

    /// <param name="id">Unique in the report: there is one curve per model.</param>
    /// <param name="of">Whose curve it is, such as the question's title.</param>
    public static Chart Of(string id, string of, IReadOnlyList<RocPoint> points, Metric? area)
    {
        var title = "How well hits are told from others";
        var alt = $"Receiver operating characteristic of {of}" + (area is null
            ? "."
            : $": area under the curve {Numbers.Metric(area.Value)} over {area.Count:N0} songs; chance is 0.5.");
        var shown = Thin(points);
        return new Chart(
            id,
            title,
            "The further the curve lies above the dashed line of chance, the better." + (area is null ? "" : $" Area: {Numbers.Metric(area.Value)}."),
            alt,
            new DataTable(
                ["False positive rate", "True positive rate"],
                [.. Thin(shown, 21).Select(point => new[] { $"{point.FalsePositiveRate:0.000}", $"{point.TruePositiveRate:0.000}" })]
            )
        )
        {
            Compose = width => CurveDrawing.Draw(
                width, [new NamedCurve("model", [.. shown.Select(point => new CurveEstimate(point.FalsePositiveRate, point.TruePositiveRate, null, null, 0))])],
                "False positive rate (others called hits)", "True positive rate (hits found)", null, share: true, ((0, 0), (1, 1))),
        };
    }

    private static List<RocPoint> Thin(IReadOnlyList<RocPoint> points, int shown = Shown) => points.Count <= shown
        ? [.. points]
        : [.. Enumerable.Range(0, shown).Select(i => points[(int)((long)i * (points.Count - 1) / (shown - 1))])];
}
