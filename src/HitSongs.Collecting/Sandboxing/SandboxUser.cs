namespace HitSongs.Collecting.Sandboxing;

/// <summary>A user that owns nothing on the machine, for one run at a time over all processes of the machine: the kernel counts processes by user.</summary>
internal sealed class SandboxUser : IDisposable
{
    private const int FirstUser = 60_100;
    private const int Users = 800;

    // Only root may write to /run, so that no one else can take users away.
    private static readonly string Folder = Path.Combine(Directory.Exists("/run") ? "/run" : Path.GetTempPath(), "hitsongs-users");

    private static int last = Environment.ProcessId; // where processes begin to look does not matter, but apart from each other they find sooner

    private readonly FileStream held;

    private SandboxUser(int id, FileStream held) => (Id, this.held) = (id, held);

    public int Id { get; }

    /// <exception cref="HarnessException">All are taken, or none can be.</exception>
    public static SandboxUser Lease() => HarnessException.Machine($"no user for the sandbox can be taken in {Folder}", () =>
    {
        Directory.CreateDirectory(Folder);
        for (var attempt = 0; attempt < Users; attempt++)
        {
            var id = FirstUser + ((Interlocked.Increment(ref last) & int.MaxValue) % Users);
            if (Locked(Path.Combine(Folder, $"{id}")) is { } held)
            {
                return new SandboxUser(id, held);
            }
        }

        throw new HarnessException($"all {Users} users of the sandbox are in use: wait until other gradings on this machine have ended");
    });

    public void Dispose() => held.Dispose();

    /// <summary>The file is never deleted: two processes that lock two files of one name would share a user.</summary>
    private static FileStream? Locked(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
