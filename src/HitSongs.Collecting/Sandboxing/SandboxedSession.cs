using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>A sandboxed program that answers requests, a line each, until it is disposed of. Asked one thing at a time.</summary>
internal sealed class SandboxedSession : IDisposable
{
    private const int BufferSize = 1 << 16;

    // From its last word to its end.
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(2);

    private readonly ChildLifetime lifetime;
    private readonly RunHold held;
    private readonly BrokenLimit broken;
    private readonly OutputReader output;
    private readonly PipeReader answers;
    private TimeLimit? time; // of the last request

    private SandboxedSession(ChildLifetime lifetime, RunHold held, Limits limits)
    {
        (this.lifetime, this.held, Limits) = (lifetime, held, limits);
        broken = new BrokenLimit(lifetime.Process);
        output = new OutputReader(lifetime.Process.StandardError.BaseStream, limits.OutputBytes, broken);
        answers = PipeReader.Create(lifetime.Process.StandardOutput.BaseStream, new StreamPipeReaderOptions(bufferSize: BufferSize));
    }

    /// <summary>The time is that of each request; the result's size, that of each answer.</summary>
    public Limits Limits { get; }

    /// <summary>Whether it can be asked no more.</summary>
    public bool HasEnded => broken.End != RunEnd.Exited || lifetime.Process.HasExited;

    /// <summary>Memory of all its processes together.</summary>
    public long ResidentBytes => ProcessTree.ResidentBytes(lifetime.Process.Id);

    /// <param name="held">Disposed of with the session.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static async Task<SandboxedSession> StartAsync(ProcessStartInfo start, RunHold held, Limits limits)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        return new SandboxedSession(await ChildLifetime.StartAsync(start), held, limits);
    }

    /// <summary>Writes a line, and reads the one that answers it.</summary>
    /// <param name="line">With its end; null to read what the program writes unasked.</param>
    /// <returns>Without its end; null where the program ended, or was ended at a limit, without an answer.</returns>
    public async Task<byte[]?> AskAsync(ReadOnlyMemory<byte>? line, CancellationToken cancel)
    {
        await using var watchdog = new Watchdog(lifetime.Process, Limits, broken);
        time = watchdog.Time;
        try
        {
            if (line is { } request)
            {
                await lifetime.Process.StandardInput.BaseStream.WriteAsync(request, cancel);
                await lifetime.Process.StandardInput.BaseStream.FlushAsync(cancel);
            }

            return await ReadAsync(cancel);
        }
        catch (IOException)
        {
            return null; // it has ended
        }
    }

    /// <summary>For a program that gave no answer: ends it where it does not end by itself, and tells how it did.</summary>
    public async Task<SandboxedRun> EndAsync()
    {
        var end = Task.WhenAll(lifetime.Process.WaitForExitAsync(CancellationToken.None), output.Done);
        await Task.WhenAny(end, Task.Delay(GracePeriod, CancellationToken.None));
        broken.Break(RunEnd.Exited);
        await lifetime.Process.WaitForExitAsync(CancellationToken.None);
        return held.Seen(new SandboxedRun(broken.End, lifetime.Process.ExitCode, [], Encoding.UTF8.GetString(output.Bytes()), time?.Elapsed ?? TimeSpan.Zero)
        {
            Worked = time?.Since(broken.Worked) ?? broken.Worked,
        });
    }

    public void Dispose()
    {
        broken.Break(RunEnd.Exited);
        lifetime.Process.WaitForExit(GracePeriod);
        broken.Dispose();
        answers.Complete();
        lifetime.Dispose();
        held.Dispose();
    }

    private async Task<byte[]?> ReadAsync(CancellationToken cancel)
    {
        for (long seen = 0; ;)
        {
            var read = await answers.ReadAsync(cancel);
            if (read.Buffer.Slice(seen).PositionOf((byte)'\n') is { } end)
            {
                var answer = read.Buffer.Slice(0, end).ToArray();
                answers.AdvanceTo(read.Buffer.GetPosition(1, end));
                return answer;
            }

            seen = read.Buffer.Length;
            if (seen > Limits.ResultBytes)
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
}
