using System.Diagnostics;
using System.Globalization;
using HitSongs.Cli.GradeRuns;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Reporting.Html;

namespace HitSongs.Benchmarks.Whole;

/// <summary>Grades and reports the reference again and again in one process, and tells what the process holds.</summary>
internal static class Soak
{
    private const int Readings = 10;

    // From the first tenth to the last: what is compiled or cached once is there by then.
    private const double MostGrowth = 1.1;
    private const int MostMoreHandles = 16;
    private const int MostMoreThreads = 8;

    /// <param name="times">Gradings.</param>
    /// <param name="only">The questions; with a demonstration each grading starts processes.</param>
    public static async Task<int> RunAsync(int times, IReadOnlyList<string> only)
    {
        var root = RepositoryRoot.Path;
        using var scratch = new Scratch();

        // Of its own, so that files of other processes are not counted.
        var temporary = Directory.CreateDirectory(Path.Combine(scratch.Path, "tmp")).FullName;
        Environment.SetEnvironmentVariable("TMPDIR", temporary);
        var options = new GradeOptions(
            root,
            Path.Combine(root, "rubric"),
            Directory.GetFiles(Path.Combine(root, "data"), "*.csv"),
            scratch.Path,
            Path.Combine(root, "artifacts", "cache"),
            only,
            Timeout: null,
            SandboxKind.Auto,
            Seed: 1);
        var readings = new List<Reading>();
        Console.Out.WriteLine("| gradings | managed MB | resident MB | handles | threads | temporary files |\n|---:|---:|---:|---:|---:|---:|");
        for (var i = 1; i <= times; i++)
        {
            var run = await GradeRun.OfAsync(options, new Progress<CollectProgress>(), _ => { }, CancellationToken.None);
            File.WriteAllText(Path.Combine(scratch.Path, "report.html"), HtmlReport.Write(new ResultFiles(scratch.Path, Points: false).ReportOf(run)));
            if (i % Math.Max(1, times / Readings) == 0)
            {
                readings.Add(Reading.Now(i, temporary));
                Console.Out.WriteLine(readings[^1]);
            }
        }

        // Until then code is compiled anew as it gets hot, and the heap finds its size.
        var (first, last) = (readings[readings.Count / 4], readings[^1]);
        var flat = last.Managed <= first.Managed * MostGrowth && last.Resident <= first.Resident * MostGrowth
            && last.Handles <= first.Handles + MostMoreHandles && last.Threads <= first.Threads + MostMoreThreads && last.Files <= first.Files;
        Console.Out.WriteLine(flat ? "flat" : "grows");
        return flat ? 0 : 1;
    }

    private sealed record Reading(int Gradings, double Managed, double Resident, int Handles, int Threads, int Files)
    {
        public static Reading Now(int gradings, string temporary)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            using var self = Process.GetCurrentProcess();
            return new(
                gradings,
                GC.GetTotalMemory(forceFullCollection: true) / 1048576.0,
                self.WorkingSet64 / 1048576.0,
                Directory.GetFiles("/proc/self/fd").Length,
                self.Threads.Count,
                Directory.GetFiles(temporary, "*", SearchOption.AllDirectories).Length);
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"| {Gradings} | {Managed:0.0} | {Resident:0} | {Handles} | {Threads} | {Files} |");
    }
}
