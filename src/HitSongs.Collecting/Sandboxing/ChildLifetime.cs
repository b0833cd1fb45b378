using System.Collections.Concurrent;
using System.Diagnostics;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>A child process and the thread that started it, which lives as long as the child.</summary>
/// <remarks>
/// bubblewrap's <c>--die-with-parent</c> is the kernel's PR_SET_PDEATHSIG, which follows the <em>thread</em> that started the child (prctl(2)).
/// Threads of the pool end when they are idle, and would take an honest program that runs for long with them.
/// </remarks>
internal sealed class ChildLifetime : IDisposable
{
    private static readonly ConcurrentDictionary<ChildLifetime, bool> Living = new();

    private readonly ManualResetEventSlim ended = new();
    private readonly TaskCompletionSource<Process> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread thread;
    private Process? process;

    private ChildLifetime(ProcessStartInfo start)
    {
        thread = new Thread(() => Live(start)) { IsBackground = true, Name = "parent of a sandboxed process" };
        thread.Start();
    }

    public Process Process => process ?? throw new InvalidOperationException("the process has not started");

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static async Task<ChildLifetime> StartAsync(ProcessStartInfo start)
    {
        var lifetime = new ChildLifetime(start);
        try
        {
            lifetime.process = await lifetime.started.Task;
            Living[lifetime] = true;
            return lifetime;
        }
        catch
        {
            lifetime.Dispose();
            throw;
        }
    }

    /// <summary>Lets the thread end: the child must have ended before.</summary>
    public void Dispose()
    {
        Living.TryRemove(this, out _);
        ended.Set();
        thread.Join();
        process?.Dispose();
        ended.Dispose();
    }

    /// <summary>For a program that ends before its children do: ends them all, with whatever they started.</summary>
    public static void EndAll()
    {
        foreach (var lifetime in Living.Keys)
        {
            try
            {
                lifetime.Process.Kill(entireProcessTree: true);
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
            {
                // It has ended.
            }
        }
    }

    private void Live(ProcessStartInfo start)
    {
        try
        {
            started.SetResult(Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start"));
        }
        catch (Exception e)
        {
            started.SetException(e);
            return;
        }

        ended.Wait();
    }
}
