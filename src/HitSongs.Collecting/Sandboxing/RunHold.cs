namespace HitSongs.Collecting.Sandboxing;

/// <summary>A run's own resources until it has ended.</summary>
/// <param name="User">Null where the program runs as the user who grades.</param>
/// <param name="Group">Null where none can be made.</param>
internal sealed record RunHold(SandboxUser? User, ControlGroup? Group) : IDisposable
{
    /// <summary>As a process ends that was killed: 128 and the number of the signal.</summary>
    private const int Killed = 128 + 9;

    private readonly long killedBefore = MachineMemory.Killed();

    /// <summary>The run as the kernel's limits tell it.</summary>
    public SandboxedRun Seen(SandboxedRun run) => run switch
    {
        { End: RunEnd.Exited, ExitCode: not 0 } when Group is { RanOutOfMemory: true } => run with { End = RunEnd.OutOfMemory },
        { End: RunEnd.Exited, ExitCode: Killed } when MachineMemory.Killed() > killedBefore => run with { End = RunEnd.MachineOutOfMemory },
        _ => run,
    };

    public void Dispose()
    {
        Group?.Dispose();
        User?.Dispose();
    }
}
