using HitSongs.Reporting.Text;
using HitSongs.Studies;

namespace HitSongs.Reporting.Charts;

/// <summary>Where the hits of each genre lie on one feature, and where its other songs do.</summary>
internal static class HitRangeChart
{
    /// <summary>More genres than these do not fit a page; the table has them all.</summary>
    private const int Shown = 12;

    /// <param name="feature">Its name and unit, such as "tempo (beats/min)".</param>
    /// <param name="ranges">By genre, those with most songs first.</param>
    /// <param name="scale">What the values are multiplied with to be in that unit.</param>
    public static Chart Of(string id, string feature, IReadOnlyList<HitRange> ranges, double scale = 1)
    {
        var title = $"Where hits lie: {feature}";
        var shown = ranges.Take(Shown).ToList();
        var clearest = shown.MaxBy(range => Math.Abs(range.Difference.Effect.Value));
        var alt =
            $"Median and middle half of {feature} among the hits and the other songs of {shown.Count} genres."
            + (
                clearest is null
                    ? ""
                    : $" They differ most in {clearest.Genre}: median {Told(clearest.Hits.Median)} of hits, {Told(clearest.Others.Median)} of others."
            );
        return new Chart(
            id,
            title,
            "Bars hold the middle half of the songs, dots are medians; beside each genre the number of its hits and of its other songs."
                + (ranges.Count > Shown ? $" {ranges.Count - Shown} genres with fewer songs are in the table only." : ""),
            alt,
            new DataTable(
                ["Genre", "Songs that are", "Songs", "Lower quartile", "Median (95 % interval)", "Upper quartile", "Cliff's δ", "q"],
                [.. ranges.SelectMany(range => (string[][])[Cells(range, "hits", range.Hits), Cells(range, "others", range.Others)])]))
        {
            Compose = width =>
                RangeDrawing.Draw(
                    width,
                    [.. shown.SelectMany(range => (RangeDrawing.Span[])[Drawn(range, true, range.Hits), Drawn(range, false, range.Others)])],
                    Words.Title(feature),
                    "Genre (hits, others)"
                ),
        };

        RangeDrawing.Span Drawn(HitRange range, bool hits, HitBand band) =>
            new(
                $"{range.Genre} ({range.Hits.Songs:N0}, {range.Others.Songs:N0})",
                hits,
                band.Quartile1.Value * scale,
                band.Median.Value * scale,
                band.Quartile3.Value * scale,
                $"{range.Genre}, {(hits ? "hits" : "others")}: median {feature} {Told(band.Median)}, middle half {Told(band.Quartile1)} to "
                    + $"{Told(band.Quartile3)} ({band.Songs:N0} songs)"
            );

        string[] Cells(HitRange range, string kind, HitBand band) =>
            [
                range.Genre ?? "all",
                kind,
                $"{band.Songs:N0}",
                Told(band.Quartile1),
                $"{Told(band.Median)} ({Numbers.Short(band.Median.Low * scale)} to {Numbers.Short(band.Median.High * scale)})",
                Told(band.Quartile3),
                Numbers.Short(range.Difference.Effect.Value),
                range.Difference.Q is { } q ? Numbers.Short(q) : "–",
            ];

        string Told(Estimate estimate) => Numbers.Short(estimate.Value * scale);
    }
}
