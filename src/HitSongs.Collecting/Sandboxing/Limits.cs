using HitSongs.Demonstrations;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Resource limits of submitted programs.</summary>
/// <param name="Time">Wall-clock time.</param>
/// <param name="MemoryBytes">Private memory of all its processes together.</param>
internal sealed record Limits(TimeSpan Time, long MemoryBytes)
{
    /// <summary>Of what it hands back, which it may do at the end of its entry point, of its threads, and of its process.</summary>
    public int ResultBytes { get; init; } = 3 * HandbackLimits.ResultBytes;

    /// <summary>Bytes it may print before it is stopped.</summary>
    public int OutputBytes { get; init; } = 1 << 20;

    /// <summary>Processes and threads together: a .NET process with torch needs about 40.</summary>
    public int Processes { get; init; } = 128;

    /// <summary>Whole processors' worth of time, where a control group counts it: the program itself computes on one, the runtime beside it.</summary>
    public int Processors { get; init; } = 2;

    /// <summary>Size of the only place that it can write to.</summary>
    public long ScratchBytes { get; init; } = 256L << 20;
}
