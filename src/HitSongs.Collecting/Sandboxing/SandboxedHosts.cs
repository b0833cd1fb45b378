using System.Collections.Concurrent;
using System.Text;
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
    private const double LargestShare = 0.25;

    private const string Strange = "something was written on the channel of replies";

    private static readonly ConcurrentBag<ConcurrentBag<SandboxedSession>> All = [];

    /// <summary>By the name of their sandbox: those that are not being asked, one for each place at most.</summary>
    private readonly ConcurrentDictionary<string, ConcurrentBag<SandboxedSession>> idle = new(StringComparer.Ordinal);

    static SandboxedHosts() => AppDomain.CurrentDomain.ProcessExit += (_, _) => EndIdle();

    /// <summary>Asks a process that waits, or a new one. A request counts as a running program: no more at once than there are places.</summary>
    /// <exception cref="HarnessException">The sandbox cannot be started.</exception>
    public Task<HostAnswer<TReply>> AskAsync<TRequest, TReply>(Sandbox sandbox, TRequest request, CancellationToken cancel) where TReply : class =>
        sandbox.InPlaceAsync(() => AskNowAsync<TReply>(sandbox, JsonSerializer.SerializeToUtf8Bytes(request, json), cancel), cancel);

    private async Task<HostAnswer<TReply>> AskNowAsync<TReply>(Sandbox sandbox, byte[] request, CancellationToken cancel) where TReply : class
    {
        var waiting = idle.GetOrAdd(sandbox.Name, _ => Registered());
        if (Waiting(waiting) is { } used)
        {
            // What was asked before, or someone outside, may be why it ended. Time is counted for this request alone.
            var answer = await AskAsync<TReply>(used, request, waiting, cancel);
            if (answer is { Reply: not null } or { End.End: RunEnd.TimedOut })
            {
                return answer;
            }
        }

        var host = await sandbox.StartAsync(command());
        if (await StartedAsync(host, cancel))
        {
            return await AskAsync<TReply>(host, request, waiting, cancel);
        }

        using (host)
        {
            var end = await host.EndAsync();
            cancel.ThrowIfCancellationRequested();
            return new(null, end) { HasStarted = false };
        }
    }

    private static async Task<bool> StartedAsync(SandboxedSession host, CancellationToken cancel)
    {
        try
        {
            return await host.AskAsync(null, cancel) is { } first && Protocol.Started.SequenceEqual([.. first, (byte)'\n']);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Asks a process, which waits again where it answered; otherwise it has ended.</summary>
    private async Task<HostAnswer<TReply>> AskAsync<TReply>(
        SandboxedSession host, byte[] request, ConcurrentBag<SandboxedSession> waiting, CancellationToken cancel) where TReply : class
    {
        var keep = false;
        try
        {
            // A word that nobody can know: what else is written there is no reply.
            var word = Encoding.ASCII.GetBytes($"{Guid.NewGuid():N} ");
            if (await host.AskAsync((byte[])[.. word, .. request, (byte)'\n'], cancel) is not { } line)
            {
                var end = await host.EndAsync();
                cancel.ThrowIfCancellationRequested(); // then it was ended with this process
                return new(null, end);
            }

            var reply = line.AsSpan().StartsWith(word) ? JsonSerializer.Deserialize<TReply>(line.AsSpan(word.Length), json) : null;
            keep = reply is not null && !host.HasEnded && host.ResidentBytes < LargestShare * host.Limits.MemoryBytes;
            return new(reply, null) { Problem = reply is null ? $"{Strange}: it is no reply to what was asked" : null };
        }
        catch (JsonException e)
        {
            return new(null, null) { Problem = $"{Strange}: {e.Message}" };
        }
        finally
        {
            if (keep)
            {
                waiting.Add(host);
            }
            else
            {
                host.Dispose();
            }
        }
    }

    private static ConcurrentBag<SandboxedSession> Registered()
    {
        var bag = new ConcurrentBag<SandboxedSession>();
        All.Add(bag);
        return bag;
    }

    private static SandboxedSession? Waiting(ConcurrentBag<SandboxedSession> idle)
    {
        while (idle.TryTake(out var host))
        {
            if (!host.HasEnded)
            {
                return host;
            }

            host.Dispose();
        }

        return null;
    }

    private static void EndIdle() => Parallel.ForEach(All, waiting =>
    {
        while (waiting.TryTake(out var host))
        {
            host.Dispose();
        }
    });
}

/// <summary>Outcome of a request.</summary>
/// <param name="Reply">Null where there is none.</param>
/// <param name="End">How the process ended instead; null where it did not.</param>
internal sealed record HostAnswer<TReply>(TReply? Reply, SandboxedRun? End) where TReply : class
{
    /// <summary>Whether the process got as far as its first line: otherwise the machine could not start it.</summary>
    public bool HasStarted { get; init; } = true;

    /// <summary>Problem with what it wrote instead of a reply; null where there is none.</summary>
    public string? Problem { get; init; }
}
