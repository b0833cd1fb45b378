namespace HitSongs.Collecting.Sandboxing;

/// <summary>A user that owns nothing on the machine, for one run at a time over all processes of the machine: the kernel counts processes by user.</summary>
internal sealed class SandboxUser : IDisposable
{
    /// <summary>The first of these users' numbers; the others follow.</summary>
    public const int First = 60_100;

    public const int Count = 800;

    private static int last = Environment.ProcessId; // where processes begin to look does not matter, but apart from each other they find sooner

    private readonly FileStream held;

    private SandboxUser(int id, FileStream held) => (Id, this.held) = (id, held);

    public int Id { get; }

    /// <exception cref="HarnessException">All are taken, or none can be.</exception>
    public static SandboxUser Lease() => HarnessException.Machine($"no user for the sandbox can be taken in {MachineLocks.Folder}", () =>
    {
        for (var attempt = 0; attempt < Count; attempt++)
        {
            var id = First + ((Interlocked.Increment(ref last) & int.MaxValue) % Count);
            if (MachineLocks.TryTake($"{id}", shared: false) is { } held)
            {
                return new SandboxUser(id, held);
            }
        }

        throw new HarnessException($"all {Count} users of the sandbox are in use: wait until other gradings on this machine have ended");
    });

    public void Dispose() => held.Dispose();
}
