using System.Collections.Concurrent;
using System.Text.Json;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.Untrusted;
using HitSongs.Demonstrations;
using HitSongs.Expectations;

namespace HitSongs.Collecting.Expectations;

/// <summary>
/// The sandboxed processes that expectations run in. An expectation computes with what a stranger's program handed back: what ends its process,
/// such as a wrong shape in native code, must not end the harness. They are kept for the next question, and end with this process.
/// </summary>
internal static class ExpectationHosts
{
    private const string MendIt = "Mend it: it must take whatever a demonstration hands back";

    // Their author's patience, and far more than any takes.
    private static readonly Limits Limits = new(TimeSpan.FromMinutes(5), 2048L << 20) { ResultBytes = 64 << 20 };

    private static readonly string Host = typeof(ExpectationHost).Assembly.Location;

    /// <summary>By the name of their sandbox: those that are not being asked.</summary>
    private static readonly ConcurrentDictionary<string, ConcurrentBag<SandboxedSession>> Idle = new(StringComparer.Ordinal);

    static ExpectationHosts() => AppDomain.CurrentDomain.ProcessExit += (_, _) => EndIdle();

    /// <summary>Asks in a process that waits, or in a new one.</summary>
    /// <exception cref="HarnessException">None can be started.</exception>
    public static async Task<ExpectationReply> AskAsync(Sandbox sandbox, ExpectationRequest request, CancellationToken cancel)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(request, ExpectationRequest.Json);
        var idle = Idle.GetOrAdd(sandbox.Name, _ => []);
        while (idle.TryTake(out var waiting))
        {
            // One that does not answer may have been ended from outside, or by what it was asked before.
            if (await AskAsync(waiting, line, idle, cancel) is { Reply: { } reply })
            {
                return reply;
            }
        }

        var (first, end) = await AskAsync(await StartAsync(sandbox, cancel), line, idle, cancel);
        return first ?? new ExpectationReply { Fault = new(Why(end!), MendIt) };
    }

    /// <summary>Asks a host, which waits again where it answered; otherwise it has ended.</summary>
    private static async Task<(ExpectationReply? Reply, SandboxedRun? End)> AskAsync(
        SandboxedSession host, byte[] line, ConcurrentBag<SandboxedSession> idle, CancellationToken cancel)
    {
        var answered = false;
        try
        {
            if (await host.AskAsync(line, cancel) is not { } answer)
            {
                return (null, await host.EndAsync());
            }

            var reply = JsonSerializer.Deserialize<ExpectationReply>(answer, ExpectationRequest.Json);
            answered = true;
            return (reply, null);
        }
        catch (JsonException e)
        {
            return (new() { Fault = new($"the expectation wrote something else than its reply: {UntrustedText.OneLine(e.Message)}", MendIt) }, null);
        }
        finally
        {
            if (answered)
            {
                idle.Add(host);
            }
            else
            {
                host.Dispose();
            }
        }
    }

    private static async Task<SandboxedSession> StartAsync(Sandbox sandbox, CancellationToken cancel)
    {
        string[] readable = [Path.GetDirectoryName(Host)!, .. ProgramRunner.ModelFolder()];
        var command = new SandboxedCommand(DotnetInstallation.Host, ["exec", Host], readable, Writable: null, ReadOnlyMemory<byte>.Empty, Limits);
        var host = await sandbox.StartAsync(command);
        try
        {
            if (await host.ReadAsync(cancel) is { } first && first.AsSpan().SequenceEqual(Protocol.Started.TrimEnd((byte)'\n')))
            {
                return host;
            }

            var run = await host.EndAsync();
            throw new HarnessException(
                $"the process that expectations run in cannot be started (exit code {run.ExitCode}): {UntrustedText.OneLine(FirstLine(run.Output))}");
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private static string Why(SandboxedRun run) => run switch
    {
        { End: RunEnd.TimedOut } => $"the expectation was still computing after {Limits.Time.TotalMinutes:0} minutes and was stopped",
        { End: RunEnd.OutOfMemory } => OutOfMemory(),
        { End: RunEnd.TooMuchOutput } => $"the expectation wrote more than {Limits.ResultBytes >> 20} MiB and was stopped",
        _ when CrashText.SaysOutOfMemory(run.Output) => OutOfMemory(),
        _ => $"the expectation ended its process (exit code {run.ExitCode}{CrashText.Of(run.ExitCode, run.Output)})",
    };

    private static string OutOfMemory() => $"the expectation needed more than {Limits.MemoryBytes >> 20} MiB of memory";

    private static string FirstLine(string output) => output.Split('\n').FirstOrDefault(line => line.Trim().Length > 0) ?? "without a message";

    private static void EndIdle()
    {
        foreach (var host in Idle.Values.SelectMany(hosts => hosts))
        {
            host.Dispose();
        }
    }
}
