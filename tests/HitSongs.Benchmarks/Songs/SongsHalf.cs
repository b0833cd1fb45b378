using System.Globalization;
using HitSongs.Pipeline;

namespace HitSongs.Benchmarks.Songs;

/// <summary>
/// Reads, cleans and summarises one file in a process of its own; peers/songs_peer.py is the other half. Then again for some
/// seconds, without what the first time spent on compiling: what a row costs. Seconds are the processor's: other programs do not enter them.
/// </summary>
internal static class SongsHalf
{
    private const double SecondsOfRepeats = 3;

    public static int Run(string file)
    {
        var (summary, seconds) = Read(file);
        var megabytes = PeakMegabytes();
        var (warm, spent) = (double.PositiveInfinity, 0.0);
        while (spent < SecondsOfRepeats)
        {
            var (_, again) = Read(file);
            (warm, spent) = (Math.Min(warm, again), spent + again);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"seconds": {{seconds}}, "warm": {{warm}}, "rows": {{summary.Card.RowsRead}}, "used": {{summary.Card.RowsUsed}}, "megabytes": {{megabytes}}, "check": {{Check(summary)}}}"""));
        return 0;
    }

    private static (SongSummary Summary, double Seconds) Read(string file)
    {
        // What an earlier reading has left is not this one's to clear away.
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        var summary = SongSummary.OfFiles([file]);
        return (summary, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
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
