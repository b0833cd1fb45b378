using HitSongs.Metrics;
using HitSongs.Reporting.Charts.Kit;
using HitSongs.Songs;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace HitSongs.Reporting.Charts;

internal static class GenreHitShare
{
    // More bars than this no longer fit a page; the table under the chart has them all.
    private const int Shown = 25;

    public static Chart Of(SongProfile profile)
    {
        const string title = "Which genres hold hits";
        var shown = profile.Genres.Where(genre => genre.Songs > 0).Take(Shown).OrderByDescending(Share).ToList();
        var left = profile.Genres.Count - shown.Count;
        var alt = shown.Count == 0
            ? "No genres."
            : $"Bars of the share of hits in {shown.Count} genres, from {shown[0].Genre} ({Share(shown[0]):P0} of {shown[0].Songs:N0} songs) "
                + $"to {shown[^1].Genre} ({Share(shown[^1]):P0} of {shown[^1].Songs:N0} songs).";
        return new Chart(
            "genres",
            title,
            "Share of a genre's songs that are hits, with 95 % intervals (Wilson); beside it hits and songs. Few songs make an uncertain share."
                + (left > 0 ? $" {left} genres with fewer songs are in the table only." : ""),
            alt,
            new DataTable(
                ["Genre", "Songs", "Hits", "Share of hits", "95 % interval"],
                [.. profile.Genres.Select(genre => new[] { genre.Genre, $"{genre.Songs:N0}", $"{genre.Hits:N0}", $"{Share(genre):P1}", Interval(genre) })]))
        {
            Compose = width => Draw(width, shown),
        };
    }

    private static double Share(GenreCount genre) => genre.Songs == 0 ? 0 : (double)genre.Hits / genre.Songs;

    private static string Interval(GenreCount genre)
    {
        var (low, high) = WilsonInterval.Of(genre.Hits, genre.Songs);
        return $"{low:P1} to {high:P1}";
    }

    private static ChartDrawing Draw(int width, List<GenreCount> genres)
    {
        var drawing = new ChartDrawing(width, 56 + (19 * genres.Count));
        var plot = drawing.Whole("Share of hits (%), with 95 % intervals", "Genre");
        foreach (var (index, genre) in genres.Index())
        {
            var (low, high) = WilsonInterval.Of(genre.Hits, genre.Songs);
            ChartStyle.Bars(plot, [(-index, 0, Share(genre))], 0.62, ChartColours.Hit.WithAlpha(0.75), Orientation.Horizontal);
            ChartStyle.Line(plot, low, -index, high, -index, ChartColours.Ink, 1.5f);
            ChartStyle.Label(plot, $"{genre.Hits:N0} of {genre.Songs:N0}", high, -index, Alignment.MiddleLeft, right: 5);
            drawing.Tell(
                plot,
                0,
                high,
                -index - 0.45,
                -index + 0.45,
                4,
                $"{genre.Genre}: {genre.Hits:N0} of {genre.Songs:N0} songs are hits ({Share(genre):P1}, 95 % interval {Interval(genre)})"
            );
        }

        ChartStyle.Names(plot, [.. genres.Select(genre => genre.Genre)], lines: false);
        plot.Axes.SetLimitsX(0, 1.32); // room for the counts beside a bar that reaches 100 %
        plot.Axes.Bottom.TickGenerator = new NumericManual([0, 0.2, 0.4, 0.6, 0.8, 1], ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]);
        return drawing;
    }
}
