using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>A sandboxed program that answers requests, a line each, until it is disposed of. Asked one thing at a time.</summary>
internal sealed class SandboxedSession : IDisposable
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(100);

    // From its last word to its end.
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(2);

    private readonly ChildLifetime lifetime;
    private readonly RunHold held;
    private readonly Limits limits;
    private readonly BrokenLimit broken;
    private readonly OutputReader output;
    private readonly PipeReader answers;

    private SandboxedSession(ChildLifetime lifetime, RunHold held, Limits limits)
    {
        (this.lifetime, this.held, this.limits) = (lifetime, held, limits);
        broken = new BrokenLimit(lifetime.Process);
        output = new OutputReader(lifetime.Process.StandardError.BaseStream, limits.OutputBytes, broken);
        answers = PipeReader.Create(lifetime.Process.StandardOutput.BaseStream);
    }

    /// <param name="held">Disposed of with the session.</param>
    /// <param name="limits">The time is that of each request; the result's size, that of each answer.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static async Task<SandboxedSession> StartAsync(ProcessStartInfo start, RunHold held, Limits limits)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        return new SandboxedSession(await ChildLifetime.StartAsync(start), held, limits);
    }

    /// <summary>Writes a line, and reads the one that answers it.</summary>
    /// <returns>Without its end; null where the program ended, or was ended at a limit, without an answer.</returns>
    public async Task<byte[]?> AskAsync(ReadOnlyMemory<byte> line, CancellationToken cancel)
    {
        try
        {
            var input = lifetime.Process.StandardInput.BaseStream;
            await input.WriteAsync(line, cancel);
            await input.WriteAsync("\n"u8.ToArray(), cancel);
            await input.FlushAsync(cancel);
        }
        catch (IOException)
        {
            return null; // it has ended
        }

        return await ReadAsync(cancel);
    }

    /// <summary>The next line that the program writes, asked or not.</summary>
    /// <returns>As <see cref="AskAsync"/>.</returns>
    public async Task<byte[]?> ReadAsync(CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        await using var watchdog = new Timer(_ => Watch(clock), null, WatchInterval, WatchInterval);
        while (true)
        {
            var read = await answers.ReadAsync(cancel);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var answer = read.Buffer.Slice(0, end).ToArray();
                answers.AdvanceTo(read.Buffer.GetPosition(1, end));
                return answer;
            }

            if (read.Buffer.Length > limits.ResultBytes)
            {
                broken.Break(RunEnd.TooMuchOutput);
            }

            answers.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                return null;
            }
        }
    }

    /// <summary>For a program that gave no answer: ends it where it does not end by itself, and tells how it did.</summary>
    public async Task<SandboxedRun> EndAsync()
    {
        var end = Task.WhenAll(lifetime.Process.WaitForExitAsync(CancellationToken.None), output.Done);
        await Task.WhenAny(end, Task.Delay(GracePeriod, CancellationToken.None));
        broken.Break(RunEnd.Exited);
        await lifetime.Process.WaitForExitAsync(CancellationToken.None);
        return held.Seen(new SandboxedRun(broken.End, lifetime.Process.ExitCode, [], Encoding.UTF8.GetString(output.Bytes()), TimeSpan.Zero));
    }

    public void Dispose()
    {
        broken.Break(RunEnd.Exited);
        lifetime.Process.WaitForExit();
        broken.Dispose();
        lifetime.Dispose();
        held.Dispose();
    }

    private void Watch(Stopwatch clock)
    {
        if (clock.Elapsed > limits.Time)
        {
            broken.Break(RunEnd.TimedOut);
        }
        else if (ProcessTree.ResidentBytes(lifetime.Process.Id) > limits.MemoryBytes)
        {
            broken.Break(RunEnd.OutOfMemory);
        }
    }
}
