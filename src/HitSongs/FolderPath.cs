namespace HitSongs;

/// <summary>Paths of folders, compared as they are written: no link is followed.</summary>
internal static class FolderPath
{
    /// <summary>Whether a path lies somewhere below a folder. Both may be relative to the current one.</summary>
    public static bool Holds(string folder, string path) =>
        Path.GetFullPath(path).StartsWith(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
