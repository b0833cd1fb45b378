using System.Diagnostics;
using System.Text;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Runs one process within limits: both streams are always drained, and at the first limit that is broken the whole process tree ends.</summary>
internal static class SandboxedProcess
{
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(2);

    public static async Task<SandboxedRun> RunAsync(ProcessStartInfo start, ReadOnlyMemory<byte> input, Limits limits, CancellationToken cancel)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        using var lifetime = await ChildLifetime.StartAsync(start);
        var process = lifetime.Process;
        using var broken = new BrokenLimit(process);

        var feed = FeedAsync(process, input);
        var result = new OutputReader(process.StandardOutput.BaseStream, limits.ResultBytes, broken);
        var output = new OutputReader(process.StandardError.BaseStream, limits.OutputBytes, broken);
        using var cancelled = cancel.Register(() => broken.Break(RunEnd.TimedOut));
        await using var watchdog = new Watchdog(process, limits, broken);

        await process.WaitForExitAsync(CancellationToken.None);
        // A process that it left behind may hold the streams open for ever: what has come by now is what counts.
        await Task.WhenAny(Task.WhenAll(feed, result.Done, output.Done), Task.Delay(GracePeriod, CancellationToken.None));
        cancel.ThrowIfCancellationRequested();
        return new SandboxedRun(broken.End, process.ExitCode, result.Bytes(), Encoding.UTF8.GetString(output.Bytes()), watchdog.Time.Elapsed)
        {
            Worked = broken.Worked,
        };
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended, or closed its input, without reading it all: its own affair.
        }
    }
}
