using System.Globalization;
using HitSongs.Pipeline.Analysis;

namespace HitSongs.Benchmarks.Songs;

/// <summary>
/// Reads, cleans and summarises one file in a process of its own; peers/songs_peer.py is the other half. Then again, without what the
/// first time spent on compiling: what a row costs. Seconds are the processor's: other programs do not enter them.
/// </summary>
internal static class SongsHalf
{
    /// <summary>A small file is read as often as this takes: the quickest of many short readings would be compared with the quickest of few long
    /// ones.</summary>
    private const int RowsOfARepeat = 1_000_000;
    private const int Repeats = 3;

    public static int Run(string file)
    {
        var (summary, first) = Read(file);
        var megabytes = PeakMegabytes();
        var rows = summary.Card.RowsRead;
        var warm = Enumerable.Range(0, Repeats).Select(_ => Repeat(file, (RowsOfARepeat + rows - 1) / rows)).MinBy(spent => spent.All);

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"seconds": {{first.All}}, "warm": {{warm.All}}, "kernel": {{warm.Kernel}}, "rows": {{rows}}, "used": {{summary.Card.RowsUsed}}, "megabytes": {{megabytes}}, "check": {{Check(summary)}}}"""
            )
        );
        return 0;
    }

    /// <summary>Seconds that one reading takes.</summary>
    private static (double All, double Kernel) Repeat(string file, int times)
    {
        var spent = Enumerable.Range(0, times).Select(_ => Read(file).Seconds).ToList();
        return (spent.Average(once => once.All), spent.Average(once => once.Kernel));
    }

    private static (SongSummary Summary, (double All, double Kernel) Seconds) Read(string file)
    {
        // What an earlier reading has left is not this one's to clear away.
        GC.Collect();
        var start = Environment.CpuUsage;
        var summary = SongSummary.OfFiles([file]);
        var end = Environment.CpuUsage;
        return (summary, ((end.TotalTime - start.TotalTime).TotalSeconds, (end.PrivilegedTime - start.PrivilegedTime).TotalSeconds));
    }

    /// <summary>One number in which most figures enter: both halves must have computed the same.</summary>
    private static double Check(SongSummary summary)
    {
        var figures = summary.Columns.SelectMany(column => new[] { column.All, column.Hits, column.Others });
        var partial = summary.Card.Actions.Where(action => action.Reason is "year-only-date" or "year-month-date").Sum(action => action.Count);
        return figures.Sum(figure => figure.Mean + figure.Median + figure.Outliers + figure.Missing) + summary.Genres.Max(genre => genre.Hits) + partial;
    }

    private static double PeakMegabytes() =>
        double.Parse(
            File.ReadLines("/proc/self/status")
                .First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) / 1024;
}
