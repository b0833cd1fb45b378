using System.Collections.Concurrent;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Lets sandboxed programs, which run as another user, read what the harness made for them, whatever umask the evaluator has.</summary>
internal static class OpenFolders
{
    private const UnixFileMode ReadByAll = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode EnteredByAll = ReadByAll | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly ConcurrentDictionary<string, bool> Opened = new(StringComparer.Ordinal);

    /// <summary>Adds the right to read to a folder and all in it, once per process for each folder.</summary>
    public static void ToAll(string folder)
    {
        if (Opened.TryAdd(folder, true))
        {
            var root = new DirectoryInfo(folder);
            Open(root, EnteredByAll);
            foreach (
                var entry in root.EnumerateFileSystemInfos(
                    "*",
                    new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }
                )
            )
            {
                Open(entry, entry is DirectoryInfo ? EnteredByAll : ReadByAll);
            }
        }
    }

    private static void Open(FileSystemInfo entry, UnixFileMode needed)
    {
        if (OperatingSystem.IsWindows() || (entry.UnixFileMode & needed) == needed)
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(entry.FullName, entry.UnixFileMode | needed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // On a file system that is read-only, or is someone else's: where it is needed, the run says so.
        }
    }
}
