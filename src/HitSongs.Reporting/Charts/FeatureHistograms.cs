using HitSongs.Grading.Evidence;
using HitSongs.Reporting.Charts.Kit;
using HitSongs.Reporting.Text;
using ScottPlot;

namespace HitSongs.Reporting.Charts;

/// <summary>The distribution of each audio feature among hits and among others, small and side by side.</summary>
internal static class FeatureHistograms
{
    private const int CellHeight = 118;

    public static Chart Of(IReadOnlyList<FeatureHistogram> histograms)
    {
        var known = histograms.Where(histogram => histogram.Bins.Count > 0).ToList();
        return new Chart(
            "distributions",
            "How the audio features are distributed",
            "Among hits and among others, the share of songs with values in each bin; both start at the bottom and overlap. Key, mode and beats per bar are "
                + "counted number by number.",
            $"Histograms of {known.Count} audio features, hits against others, each as a share of its kind: "
                + $"{string.Join(", ", known.Select(histogram => histogram.Feature))}.",
            new DataTable(
                ["Feature", "From", "To", "Hits", "Others"],
                [.. known.SelectMany(histogram => histogram.Bins.Select(bin => Row(histogram.Feature, bin)))]
            )
        )
        {
            Dense = true,
            Compose = width => Draw(width, known),
        };
    }

    private static string[] Row(string feature, HistogramBin bin) => IsWhole(bin)
        ? [FeatureRanges.Unit(feature), Numbers.Short(Middle(bin)), Numbers.Short(Middle(bin)), $"{bin.Hits:N0}", $"{bin.Others:N0}"]
        : [FeatureRanges.Unit(feature), Numbers.Short(bin.Low), Numbers.Short(bin.High), $"{bin.Hits:N0}", $"{bin.Others:N0}"];

    private static ChartDrawing Draw(int width, List<FeatureHistogram> histograms)
    {
        var columns = width == ChartDrawing.Narrow ? 3 : 5;
        var drawing = new ChartDrawing(width, ((histograms.Count + columns - 1) / columns * CellHeight) + 4);
        drawing.ExplainHits(shapes: false);
        foreach (var (histogram, place) in histograms.Zip(drawing.Cells(histograms.Count, columns, CellHeight)))
        {
            Panel(drawing, histogram, place);
        }

        return drawing;
    }

    private static void Panel(ChartDrawing drawing, FeatureHistogram histogram, PixelRect place)
    {
        var plot = drawing.Panel(place);
        plot.Layout.Fixed(new PixelPadding(38, 8, 24, 20));
        drawing.Heading(FeatureRanges.Unit(histogram.Feature), (place.Left + 38 + place.Right - 8) / 2, place.Top + 19);
        plot.Grid.XAxisStyle.IsVisible = false;
        var (hits, others) = (Math.Max(1, histogram.Bins.Sum(bin => bin.Hits)), Math.Max(1, histogram.Bins.Sum(bin => bin.Others)));
        var top = histogram.Bins.Max(bin => Math.Max((double)bin.Hits / hits, (double)bin.Others / others));
        var (whole, bins) = (histogram.Bins.All(IsWhole), histogram.Bins);
        var size = (bins[0].High - bins[0].Low) * (whole ? 0.8 : 1);
        ChartStyle.Bars(plot, bins.Select(bin => (Middle(bin), 0d, (double)bin.Others / others)), size, ChartColours.Other.WithAlpha(0.6));
        ChartStyle.Bars(plot, bins.Select(bin => (Middle(bin), 0d, (double)bin.Hits / hits)), size, ChartColours.Hit.WithAlpha(0.6));
        foreach (var bin in bins)
        {
            var at = whole ? Numbers.Short(Middle(bin)) : $"{Numbers.Short(bin.Low)} to {Numbers.Short(bin.High)}";
            drawing.Tell(
                plot,
                bin.Low,
                bin.High,
                0,
                top,
                1,
                $"{FeatureRanges.Unit(histogram.Feature)} {at}: {bin.Hits:N0} hits ({(double)bin.Hits / hits:P1} of them), {bin.Others:N0} others "
                    + $"({(double)bin.Others / others:P1})"
            );
        }

        plot.Axes.SetLimits(bins[0].Low, bins[^1].High, 0, Math.Max(0.001, top * 1.06));
        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(value => $"{value * 100:0.##} %", 3);
        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(Compact, 4);
    }

    private static bool IsWhole(HistogramBin bin) => bin.High - bin.Low == 1 && double.IsInteger(Middle(bin));

    private static double Middle(HistogramBin bin) => (bin.Low + bin.High) / 2;

    private static string Compact(double value) => Math.Abs(value) switch
    {
        >= 1e6 => $"{value / 1e6:0.#}M",
        >= 1e4 => $"{value / 1e3:0}k",
        _ => Numbers.Short(value),
    };
}
