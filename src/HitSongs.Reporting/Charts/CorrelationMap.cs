using HitSongs.Grading.Evidence;
using HitSongs.Reporting.Charts.Kit;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace HitSongs.Reporting.Charts;

/// <summary>Heat map of columns' correlations.</summary>
internal static class CorrelationMap
{
    private const int NameWidth = 104;
    private const int NameHeight = 84;

    public static Chart Of(IReadOnlyList<ColumnCorrelation> pairs)
    {
        var known = pairs.Where(pair => pair.R is not null).ToList();
        string[] columns = [.. pairs.SelectMany(pair => (string[])[pair.First, pair.Second]).Distinct(StringComparer.Ordinal)];
        var strongest = known.OrderByDescending(pair => Math.Abs(pair.R!.Value)).Take(3).ToList();
        var alt =
            $"Heat map of Pearson correlations between {columns.Length} columns."
            + (
                strongest.Count == 0
                    ? ""
                    : $" Strongest: {string.Join(", ", strongest.Select(pair => $"{pair.First} with {pair.Second} ({pair.R:+0.00;−0.00})"))}."
            );
        return new Chart(
            "correlations",
            "What goes with what",
            "Pearson's r of each pair of columns: +1 rise together, 0 no straight-line relation, −1 one rises as the other falls.",
            alt,
            new DataTable(
                ["First", "Second", "Pearson's r", "95 % interval", "Songs"],
                [
                    .. pairs.Select(pair =>
                        new[]
                        {
                            pair.First,
                            pair.Second,
                            pair.R is { } r ? $"{r:0.000}" : "–",
                            pair is { Low: { } low, High: { } high } ? $"{low:0.000} to {high:0.000}" : "–",
                            $"{pair.Count:N0}",
                        }
                    ),
                ]
            )
        )
        {
            Dense = true,
            Compose = width => Draw(width, known, columns),
        };
    }

    private static ChartDrawing Draw(int width, List<ColumnCorrelation> pairs, string[] columns)
    {
        var size = columns.Length - 1;
        var drawing = new ChartDrawing(width, NameHeight + 12 + (Math.Max(1, size) * (width == ChartDrawing.Narrow ? 22 : 23)));
        drawing.Explain("r = −1", ChartColours.Diverging[0], MarkerShape.FilledSquare);
        drawing.Explain("r = +1", ChartColours.Diverging[^1], MarkerShape.FilledSquare);
        var plot = drawing.Panel(new PixelRect(2, width - 10, drawing.Height - 4, 0));
        plot.Layout.Fixed(new PixelPadding(NameWidth, 2, NameHeight, 4));
        plot.HideGrid();
        if (pairs.Count == 0)
        {
            return drawing;
        }

        var cells = new double[size, size];
        System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref cells[0, 0], cells.Length).Fill(double.NaN);
        foreach (var pair in pairs)
        {
            var (row, column) = (Array.IndexOf(columns, pair.Second) - 1, Array.IndexOf(columns, pair.First));
            cells[row, column] = pair.R!.Value;
            var y = size - 1 - row;
            ChartStyle.Label(
                plot,
                ChartStyle.Minus((Math.Round(pair.R.Value, 1) + 0d).ToString("0.0").Replace("-0.0", "0.0", StringComparison.Ordinal)),
                column,
                y,
                Alignment.MiddleCenter,
                size: 9,
                colour: ChartColours.OnCell
            );
            drawing.Tell(plot, column - 0.5, column + 0.5, y - 0.5, y + 0.5, 1, $"{pair.First} with {pair.Second}: r = {pair.R:0.000} ({pair.Count:N0} songs)");
        }

        Colour(plot.Add.Heatmap(cells));
        plot.MoveToBottom(plot.GetPlottables<Heatmap>().Single());
        plot.Axes.SetLimits(-0.5, size - 0.5, -0.5, size - 0.5);
        plot.Axes.Left.TickGenerator = new NumericManual([.. Enumerable.Range(0, size).Select(i => (double)(size - 1 - i))], columns[1..]);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. Enumerable.Range(0, size).Select(i => (double)i)], columns[..size]);
        (plot.Axes.Bottom.TickLabelStyle.Rotation, plot.Axes.Bottom.TickLabelStyle.Alignment, plot.Axes.Bottom.TickLabelStyle.OffsetY) = (
            -45,
            Alignment.MiddleRight,
            4
        );
        ChartStyle.Bare(plot.Axes.Left);
        ChartStyle.Bare(plot.Axes.Bottom);
        return drawing;
    }

    private static void Colour(Heatmap map)
    {
        // From blue over white to orange: told apart with every common kind of colour blindness.
        map.Colormap = new ScottPlot.Colormaps.CustomInterpolated([.. ChartColours.Diverging]);
        map.ManualRange = new ScottPlot.Range(-1, 1);
        map.NaNCellColor = Colors.Transparent;
        map.RenderStrategy = new ScottPlot.Plottables.Heatmap.RenderStrategies.Rectangles();
    }
}
