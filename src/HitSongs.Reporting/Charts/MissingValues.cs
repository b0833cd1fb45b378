using HitSongs.Grading.Evidence;
using HitSongs.Reporting.Charts.Kit;
using ScottPlot;

namespace HitSongs.Reporting.Charts;

internal static class MissingValues
{
    public static Chart Of(IReadOnlyList<MissingCount> columns)
    {
        const string title = "What is missing";
        var gaps = columns.Where(column => column.Missing > 0).OrderByDescending(column => column.Missing).ToList();
        var alt = gaps.Count == 0
            ? $"None of {columns.Count} columns misses a value."
            : $"Missing values in {gaps.Count} of {columns.Count} columns, most in {gaps[0].Column}: {gaps[0].Missing:N0} of {gaps[0].Songs:N0} songs.";
        return new Chart("missing", title, "Share of songs without a value in a column; the number of songs stands beside each bar.", alt, new DataTable(
            ["Column", "Missing", "Songs", "Share"],
            [.. columns.Select(column => new[] { column.Column, $"{column.Missing:N0}", $"{column.Songs:N0}", $"{Share(column):P2}" })]))
        {
            Compose = width => Draw(width, columns),
        };
    }

    private static double Share(MissingCount column) => column.Songs == 0 ? 0 : (double)column.Missing / column.Songs;

    private static ChartDrawing Draw(int width, IReadOnlyList<MissingCount> columns)
    {
        var drawing = new ChartDrawing(width, 56 + (18 * columns.Count));
        var plot = drawing.Whole("Share of songs (%)", "Column");
        // Room for the number beside the longest bar; and no gap must not stretch the axis to nothing.
        var most = Math.Max(0.001, columns.Select(Share).DefaultIfEmpty().Max() * 1.25);
        ChartStyle.Bars(plot, columns.Select((column, index) => (-(double)index, 0d, Share(column))), 0.6, ChartColours.Other, Orientation.Horizontal);
        foreach (var (index, column) in columns.Index())
        {
            ChartStyle.Label(plot, $"{column.Missing:N0}", Share(column), -index, Alignment.MiddleLeft, right: 5);
            drawing.Tell(
                plot,
                0,
                Share(column),
                -index - 0.4,
                -index + 0.4,
                8,
                $"{column.Column}: {column.Missing:N0} of {column.Songs:N0} missing ({Share(column):P2})"
            );
        }

        ChartStyle.Names(plot, [.. columns.Select(column => column.Column)], lines: false);
        plot.Axes.SetLimitsX(0, most);
        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(value => $"{value * 100:0.##} %", 4);
        return drawing;
    }
}
