using System.Diagnostics;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Looks at a process and its children again and again, and ends them at the first limit of time or memory that they break.</summary>
internal sealed class Watchdog : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Timer timer;

    public Watchdog(Process process, Limits limits, BrokenLimit broken)
    {
        Time = new TimeLimit(process.Id, limits.Time);
        timer = new Timer(_ => Look(process, limits, broken), null, Interval, Interval);
    }

    /// <summary>Their time since this was made.</summary>
    public TimeLimit Time { get; }

    /// <summary>Waits for a look that is under way: one at a process that is disposed of would end the harness.</summary>
    public ValueTask DisposeAsync() => timer.DisposeAsync();

    private void Look(Process process, Limits limits, BrokenLimit broken)
    {
        if (Time.IsOver)
        {
            broken.Break(RunEnd.TimedOut);
        }
        else if (ProcessTree.ResidentBytes(process.Id) > limits.MemoryBytes)
        {
            broken.Break(RunEnd.OutOfMemory);
        }
    }
}
