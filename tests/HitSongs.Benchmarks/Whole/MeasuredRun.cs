using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HitSongs.Benchmarks.Whole;

/// <summary>A command that was run, and what it took with all the processes that it started.</summary>
/// <param name="Wall">From start to end.</param>
/// <param name="Cpu">User and system time, of its children too.</param>
/// <param name="Output">What it printed to standard output.</param>
internal sealed partial record MeasuredRun(TimeSpan Wall, TimeSpan Cpu, string Output, int ExitCode)
{
    private const int Children = -1;

    /// <summary>Runs `dotnet ARGUMENTS` in a folder; one after another, so that the time of all children that have ended is this one's.</summary>
    public static MeasuredRun OfDotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        var (before, clock) = (CpuOfChildren(), Stopwatch.StartNew());
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = error.GetAwaiter().GetResult();
        return new(clock.Elapsed, CpuOfChildren() - before, output, process.ExitCode);
    }

    // Of all descendants that were waited for; .NET knows only its own process.
    internal static TimeSpan CpuOfChildren()
    {
        var usage = new long[18];
        return GetUsage(Children, usage) == 0
            ? TimeSpan.FromMicroseconds((1e6 * (usage[0] + usage[2])) + usage[1] + usage[3])
            : throw new InvalidOperationException("the time of child processes cannot be read here");
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, [Out] long[] usage);
}
