using HitSongs.Reporting.Charts.Kit;
using HitSongs.Reporting.Text;
using HitSongs.Songs;

namespace HitSongs.Reporting.Charts;

internal static class PopularityHistogram
{
    public static Chart Of(DataCard card, SongProfile profile)
    {
        const string title = "How popular the songs are";
        var others = profile.Popularity.Sum(bin => bin.Others);
        var hits = profile.Popularity.Sum(bin => bin.Hits);
        var alt = $"Stacked histogram of {hits + others:N0} songs by popularity, 0 to 100: {hits:N0} hits (popularity {card.HitThreshold:0.##} or more) "
            + $"and {others:N0} others.{Peak(profile.Popularity)}";
        return new Chart(
            "popularity",
            title,
            $"Songs from popularity {card.HitThreshold:0.##} on count as hits.",
            alt,
            new DataTable(
                ["Popularity", "Hits", "Others"],
                [.. profile.Popularity.Select(bin => new[] { $"{bin.Low:0.##} to {bin.High:0.##}", $"{bin.Hits:N0}", $"{bin.Others:N0}" })]))
        {
            Compose = width => Draw(width, profile.Popularity),
        };
    }

    private static ChartDrawing Draw(int width, IReadOnlyList<PopularityBin> bins)
    {
        var drawing = new ChartDrawing(width, 250);
        drawing.ExplainHits(shapes: false);
        var plot = drawing.Whole("Popularity (0 to 100)", "Number of songs");
        plot.Grid.XAxisStyle.IsVisible = false;
        foreach (var bin in bins)
        {
            var (middle, gap) = ((bin.Low + bin.High) / 2, 0.94 * (bin.High - bin.Low));
            ChartStyle.Bars(plot, [(middle, 0, bin.Others)], gap, ChartColours.Other);
            ChartStyle.Bars(plot, [(middle, bin.Others, bin.Others + bin.Hits)], gap, ChartColours.Hit);
            drawing.Tell(plot, bin.Low, bin.High, 0, bin.Others, 2, $"others, popularity {bin.Low:0.##} to {bin.High:0.##}: {bin.Others:N0} songs");
            drawing.Tell(
                plot,
                bin.Low,
                bin.High,
                bin.Others,
                bin.Others + bin.Hits,
                2,
                $"hits, popularity {bin.Low:0.##} to {bin.High:0.##}: {bin.Hits:N0} songs"
            );
        }

        plot.Axes.SetLimits(Math.Min(0, bins[0].Low), Math.Max(100, bins[^1].High), 0, 1.06 * bins.Max(bin => bin.Hits + bin.Others));
        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(value => $"{value:N0}", 6);
        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(Numbers.Short, 8);
        return drawing;
    }

    private static string Peak(IReadOnlyList<PopularityBin> bins) =>
        bins.MaxBy(bin => bin.Hits + bin.Others) is { } peak ? $" Most songs lie between {peak.Low:0.##} and {peak.High:0.##}." : "";
}
