namespace HitSongs.Collecting.Sandboxing;

/// <summary>What a run has to itself until it has ended.</summary>
/// <param name="User">Null where the program runs as the user who grades.</param>
/// <param name="Group">Null where none can be made.</param>
internal sealed record RunHold(SandboxUser? User, ControlGroup? Group) : IDisposable
{
    /// <summary>The run as the kernel's limits tell it.</summary>
    public SandboxedRun Seen(SandboxedRun run) =>
        run is { End: RunEnd.Exited, ExitCode: not 0 } && Group is { RanOutOfMemory: true } ? run with { End = RunEnd.OutOfMemory } : run;

    public void Dispose()
    {
        Group?.Dispose();
        User?.Dispose();
    }
}
