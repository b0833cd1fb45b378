using System.Diagnostics;

namespace HitSongs.Benchmarks.Whole;

/// <summary>A command that was run, and what it took with all the processes that it started.</summary>
/// <param name="Wall">From start to end.</param>
/// <param name="Cpu">User and system time, of its children too.</param>
/// <param name="Output">What it printed to standard output.</param>
internal sealed record MeasuredRun(TimeSpan Wall, TimeSpan Cpu, string Output, int ExitCode)
{
    /// <summary>Runs `dotnet ARGUMENTS` in a folder; one after another, so that the time of all children that have ended is this one's.</summary>
    public static MeasuredRun OfDotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        var (cpu, clock) = (ChildTime.Begin(), Stopwatch.StartNew());
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = error.GetAwaiter().GetResult();
        return new(clock.Elapsed, cpu.Taken(), output, process.ExitCode);
    }
}
