using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HitSongs.Benchmarks.Whole;

/// <summary>A command that was run, and what it took with all the processes that it started.</summary>
/// <remarks>The sandbox's outer process ends without waiting for the inner one, whose time would then be nobody's: this process takes in such
/// orphans.</remarks>
/// <param name="Wall">From start to end.</param>
/// <param name="Cpu">User and system time, of its children too.</param>
/// <param name="Output">What it printed to standard output.</param>
internal sealed partial record MeasuredRun(TimeSpan Wall, TimeSpan Cpu, string Output, int ExitCode)
{
    private const int Children = -1;
    private const int SetChildSubreaper = 36;
    private const int NoHang = 1;

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    /// <summary>Runs `dotnet ARGUMENTS` in a folder; one after another, so that the time of all children that have ended is this one's.</summary>
    public static MeasuredRun OfDotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        if (TakeInOrphans(SetChildSubreaper, 1, 0, 0, 0) != 0)
        {
            throw new InvalidOperationException("the time of orphaned processes cannot be taken here");
        }

        var (before, clock) = (CpuOfChildren(), Stopwatch.StartNew());
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = error.GetAwaiter().GetResult();
        var wall = clock.Elapsed;
        // Each that is waited for has its time added to this process's children's. Those that were killed at the end need a moment.
        for (var left = Stopwatch.StartNew(); WaitFor(-1, out _, NoHang) is var ended and >= 0 && left.Elapsed < LongestEnd;)
        {
            Thread.Sleep(ended == 0 ? 5 : 0);
        }

        return new(wall, CpuOfChildren() - before, output, process.ExitCode);
    }

    // Of all descendants that were waited for; .NET knows only its own process.
    internal static TimeSpan CpuOfChildren()
    {
        var usage = new long[18];
        return GetUsage(Children, usage) == 0
            ? TimeSpan.FromMicroseconds((1e6 * (usage[0] + usage[2])) + usage[1] + usage[3])
            : throw new InvalidOperationException("the time of child processes cannot be read here");
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int TakeInOrphans(int option, nuint on, nuint none, nuint nothing, nuint zero);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    private static partial int WaitFor(int process, out int status, int options);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, [Out] long[] usage);
}
