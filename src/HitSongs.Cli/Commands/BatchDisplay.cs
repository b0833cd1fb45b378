using System.Diagnostics;
using HitSongs.Collecting.Batch;

namespace HitSongs.Cli.Commands;

/// <summary>Tells on standard error of each submission that is done, how many a minute that makes, and about how long the rest takes.</summary>
internal sealed class BatchDisplay(int of) : IProgress<BatchResult>
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private int done;

    public void Report(BatchResult value)
    {
        lock (gate)
        {
            done++;
            Console.Error.WriteLine(Line(value, done, of, clock.Elapsed));
        }
    }

    /// <summary>Prints an engine's line on the whole batch.</summary>
    public static void Say(string line) => Console.Error.WriteLine($"hitsongs: {line}");

    /// <param name="done">Graded since this process began.</param>
    /// <param name="of">Of the cohort, those that were graded before among them.</param>
    internal static string Line(BatchResult result, int done, int of, TimeSpan elapsed)
    {
        var rate = done / Math.Max(elapsed.TotalMinutes, 1e-6);
        var left = done < of ? $", at most {(of - done) / rate * 60:0} s left" : "";
        return $"{result.Submission.Name}: {(result.Fault is { } fault ? $"not graded: {fault}" : "graded")} ({done} done, {rate:0.#} a minute{left})";
    }
}
