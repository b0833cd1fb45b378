namespace HitSongs.Collecting.Sandboxing;

/// <summary>A program to run apart from the harness.</summary>
/// <param name="Program">Absolute path on this machine.</param>
/// <param name="Readable">Folders that it may read, at the same path inside.</param>
/// <param name="Writable">The one folder that it may write to and that outlives it; null for none.</param>
internal sealed record SandboxedCommand(
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Readable,
    string? Writable,
    ReadOnlyMemory<byte> Input,
    Limits Limits)
{
    /// <summary>Whether no other program may run at the same time: two that do always find a channel, such as a lock on a file of the system that both
    /// see.</summary>
    public bool Alone { get; init; }
}
