using System.Diagnostics;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Remembers the first limit that a process broke, and ends the process for it.</summary>
internal sealed class BrokenLimit(Process process) : IDisposable
{
    private readonly Lock gate = new();
    private bool disposed;

    public RunEnd End { get; private set; }

    /// <summary>CPU time of the process and its children when the limit was broken.</summary>
    public TimeSpan Worked { get; private set; }

    public void Break(RunEnd end)
    {
        lock (gate)
        {
            if (disposed || End != RunEnd.Exited)
            {
                return;
            }

            (End, Worked) = (end, ProcessTree.Worked(process.Id));
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
            {
                // It has ended by itself, or a child of it has; nobody waits for this to be told.
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
        }
    }
}
