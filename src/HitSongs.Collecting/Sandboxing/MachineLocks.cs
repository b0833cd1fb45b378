namespace HitSongs.Collecting.Sandboxing;

/// <summary>Locks that all gradings of this machine see, in whatever process they are: files that are locked while something is held.</summary>
internal static class MachineLocks
{
    /// <summary>Root's lie where only root may write, so that no one else can take them away; another user's in a folder that bears the user's
    /// number.</summary>
    public static string Folder { get; } =
        Environment.IsPrivilegedProcess && Directory.Exists("/run") ? "/run/hitsongs-users" : Path.Combine("/tmp", $"hitsongs-locks-{OwnUser.Id}");

    /// <param name="shared">Whether others may hold it shared at the same time.</param>
    /// <returns>Null where it is held by somebody else. Disposing lets it go, and so does the end of the process.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static FileStream? TryTake(string name, bool shared)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, name);
        try
        {
            // The file is never deleted: two processes that lock two files of one name would hold the same at once.
            return new FileStream(path, FileMode.OpenOrCreate, shared ? FileAccess.Read : FileAccess.ReadWrite, shared ? FileShare.Read : FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>As <see cref="TryTake"/>, once it is free.</summary>
    public static async Task<FileStream> TakeAsync(string name, bool shared, CancellationToken cancel)
    {
        FileStream? held;
        while ((held = TryTake(name, shared)) is null)
        {
            await Task.Delay(Look, cancel);
        }

        return held;
    }

    /// <summary>The kernel wakes nobody for a lock that .NET asks for.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
}
