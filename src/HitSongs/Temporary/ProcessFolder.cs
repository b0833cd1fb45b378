namespace HitSongs.Temporary;

/// <summary>The folder of one process's temporary files, locked for as long as the process lives, however it ends.</summary>
internal sealed class ProcessFolder : IDisposable
{
    private const string Prefix = "hitsongs-";
    private const string LockFile = "lock";
    private const int MostAttempts = 8;

    private readonly FileStream held;

    private ProcessFolder(string path, FileStream held)
    {
        (Path, this.held) = (path, held);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    public string Path { get; }

    /// <summary>Removes what processes left in <paramref name="parent"/> that were killed, and makes a folder there.</summary>
    /// <exception cref="HarnessException">None can be made.</exception>
    public static ProcessFolder Make(string parent)
    {
        RemoveAbandoned(parent);
        return HarnessException.Machine($"no temporary folder can be made in {parent}", () =>
        {
            for (var attempt = 1; ; attempt++)
            {
                var path = System.IO.Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}"[..(Prefix.Length + 12)]);
                Directory.CreateDirectory(path);
                try
                {
                    var taken = new FileStream(System.IO.Path.Combine(path, LockFile), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
                    if (Directory.Exists(path)) return new ProcessFolder(path, taken);
                    taken.Dispose(); // between making it and locking it, another process took it for abandoned
                }
                catch (IOException) when (attempt < MostAttempts)
                {
                    Delete(path); // as above, and that process still has it
                }
            }
        });
    }

    public void Dispose()
    {
        Delete(Path);
        held.Dispose();
    }

    /// <summary>Removes a folder as far as that can be done: what stays is removed by a later process.</summary>
    public static void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone already, or on a disk that is full or read-only: no reason to fail.
        }
    }

    private static void RemoveAbandoned(string parent)
    {
        foreach (var path in Found(parent))
        {
            // A link may lead anywhere; a folder without a lock is someone else's, or is being made just now.
            if (new DirectoryInfo(path).LinkTarget is null && LockOf(path) is { } abandoned)
            {
                Delete(path);
                abandoned.Dispose();
            }
        }
    }

    private static string[] Found(string parent)
    {
        try
        {
            return Directory.GetDirectories(parent, Prefix + "*");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The lock of a folder that is there; null where another process has it, or it cannot be had.</summary>
    private static FileStream? LockOf(string folder)
    {
        var path = System.IO.Path.Combine(folder, LockFile);
        try
        {
            return new FileInfo(path).LinkTarget is null ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
