using System.Collections.Concurrent;
using System.Text.Json;
using HitSongs.Demonstrations;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>
/// Sandboxed processes of one program that answers requests. Starting .NET and compiling a program's own code takes far longer than most answers, so
/// they wait for the next request, and end with this process.
/// </summary>
/// <param name="json">How requests and replies are written.</param>
/// <param name="command">Starts the program. The time of its limits is that of each request.</param>
internal sealed class SandboxedHosts(JsonSerializerOptions json, Func<SandboxedCommand> command)
{
    /// <summary>One that has grown beyond this share of its memory's limit does not wait: the next request would have less.</summary>
    private const double LargestShare = 0.5;

    private static readonly ConcurrentBag<SandboxedHosts> All = [];

    /// <summary>By the name of their sandbox: those that are not being asked.</summary>
    private readonly ConcurrentDictionary<string, ConcurrentBag<SandboxedSession>> idle = new(StringComparer.Ordinal);

    static SandboxedHosts() => AppDomain.CurrentDomain.ProcessExit += (_, _) => EndIdle();

    /// <summary>Asks a process that waits, or a new one. A request counts as a running program: no more at once than there are places.</summary>
    /// <exception cref="HarnessException">The sandbox cannot be started.</exception>
    public Task<HostAnswer<TReply>> AskAsync<TRequest, TReply>(Sandbox sandbox, TRequest request, CancellationToken cancel) =>
        sandbox.InPlaceAsync(() => AskNowAsync<TReply>(sandbox, JsonSerializer.SerializeToUtf8Bytes(request, json), cancel), cancel);

    private async Task<HostAnswer<TReply>> AskNowAsync<TReply>(Sandbox sandbox, byte[] request, CancellationToken cancel)
    {
        var waiting = idle.GetOrAdd(sandbox.Name, _ => Registered());
        var host = Waiting(waiting);
        var keep = false;
        try
        {
            if (host is null)
            {
                host = await sandbox.StartAsync(command());
                if (await host.ReadAsync(cancel) is not { } first || !Protocol.Started.StartsWith(first))
                {
                    return new(default, await host.EndAsync()) { HasStarted = false };
                }
            }

            if (await host.AskAsync(request, cancel) is not { } line)
            {
                return new(default, await host.EndAsync());
            }

            var reply = JsonSerializer.Deserialize<TReply>(line, json);
            keep = host.ResidentBytes < LargestShare * host.Limits.MemoryBytes;
            return new(reply, null);
        }
        catch (JsonException e)
        {
            return new(default, new SandboxedRun(RunEnd.Exited, 0, [], $"something else than a reply was written: {e.Message}", TimeSpan.Zero));
        }
        finally
        {
            if (keep)
            {
                waiting.Add(host!);
            }
            else
            {
                host?.Dispose();
            }
        }
    }

    private ConcurrentBag<SandboxedSession> Registered()
    {
        All.Add(this);
        return [];
    }

    private static SandboxedSession? Waiting(ConcurrentBag<SandboxedSession> idle)
    {
        while (idle.TryTake(out var host))
        {
            if (!host.HasEnded)
            {
                return host;
            }

            host.Dispose(); // from outside, or by what it was asked before
        }

        return null;
    }

    private static void EndIdle()
    {
        foreach (var host in All.Distinct().SelectMany(hosts => hosts.idle.Values).SelectMany(waiting => waiting))
        {
            host.Dispose();
        }
    }
}

/// <summary>What became of a request.</summary>
/// <param name="Reply">Null where there is none.</param>
/// <param name="End">How the process ended instead.</param>
internal sealed record HostAnswer<TReply>(TReply? Reply, SandboxedRun? End)
{
    /// <summary>Whether the process got as far as its first line: otherwise the machine could not start it.</summary>
    public bool HasStarted { get; init; } = true;
}
