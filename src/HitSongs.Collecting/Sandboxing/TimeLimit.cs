using System.Diagnostics;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>The time that a process and its children have for something, from when this is made.</summary>
internal sealed class TimeLimit(int process, TimeSpan limit)
{
    /// <summary>A program is given the time that it waited for a processor as well, up to so many times its limit: a busy machine is not its author's fault,
    /// but threads that wait for one another are.</summary>
    private const int MostTimes = 3;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly IReadOnlyDictionary<string, TimeSpan> waitedBefore = ProcessTree.Waited(process);
    private readonly TimeSpan workedBefore = ProcessTree.Worked(process);

    public TimeSpan Elapsed => clock.Elapsed;

    public bool IsOver => Elapsed > limit && (Elapsed > MostTimes * limit || Elapsed - Waited() > limit);

    /// <summary>CPU time of the threads since, all together, out of this total.</summary>
    public TimeSpan Since(TimeSpan worked) => worked > workedBefore ? worked - workedBefore : TimeSpan.Zero;

    /// <summary>Of the thread that waited longest since.</summary>
    private TimeSpan Waited() =>
        ProcessTree.Waited(process).Select(task => task.Value - waitedBefore.GetValueOrDefault(task.Key)).DefaultIfEmpty().Max();
}
