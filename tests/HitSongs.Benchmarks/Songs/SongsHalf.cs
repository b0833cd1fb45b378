using System.Diagnostics;
using System.Globalization;
using HitSongs.Pipeline;

namespace HitSongs.Benchmarks.Songs;

/// <summary>Reads, cleans and summarises one file in a process of its own; peers/songs_peer.py is the other half.</summary>
internal static class SongsHalf
{
    public static int Run(string file)
    {
        var watch = Stopwatch.StartNew();
        var summary = SongSummary.OfFiles([file]);
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"seconds": {{seconds}}, "rows": {{summary.Card.RowsRead}}, "used": {{summary.Card.RowsUsed}}, "megabytes": {{PeakMegabytes()}}, "check": {{Check(summary)}}}"""));
        return 0;
    }

    /// <summary>One number in which most figures enter: both halves must have computed the same.</summary>
    private static double Check(SongSummary summary)
    {
        var figures = summary.Columns.SelectMany(column => new[] { column.All, column.Hits, column.Others });
        var partial = summary.Card.Actions.Where(action => action.Reason is "year-only-date" or "year-month-date").Sum(action => action.Count);
        return figures.Sum(figure => figure.Mean + figure.Median + figure.Outliers + figure.Missing) + summary.Genres.Max(genre => genre.Hits) + partial;
    }

    private static double PeakMegabytes() =>
        double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
