namespace HitSongs.Collecting.Sandboxing;

/// <summary>Why a sandboxed program is no longer running.</summary>
internal enum RunEnd
{
    /// <summary>It ended by itself.</summary>
    Exited,
    TimedOut,
    OutOfMemory,
    TooMuchOutput,

    /// <summary>The kernel ended it because the whole machine was out of memory, not the program out of its own.</summary>
    MachineOutOfMemory,
}

/// <summary>Outcome of a sandboxed program.</summary>
/// <param name="Result">Its standard output, at most <see cref="Limits.ResultBytes"/>.</param>
/// <param name="Output">Its standard error, at most <see cref="Limits.OutputBytes"/>.</param>
internal sealed record SandboxedRun(RunEnd End, int ExitCode, byte[] Result, string Output, TimeSpan Elapsed)
{
    /// <summary>Of a program whose time was up: how long it had computed by then, all of its threads together.</summary>
    public TimeSpan Worked { get; init; }
}
