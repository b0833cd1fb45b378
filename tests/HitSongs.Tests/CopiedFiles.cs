namespace HitSongs.Tests;

/// <summary>Copies of folders, for tests that change what lies in them.</summary>
internal static class CopiedFiles
{
    /// <summary>Copies every file below a folder over what lies there already.</summary>
    /// <returns>Their paths relative to it; none where there is no such folder.</returns>
    public static IReadOnlyList<string> Copy(string from, string to)
    {
        var files = Directory.Exists(from) ? Directory.GetFiles(from, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(from, f)).ToList() : [];
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(to, file), overwrite: true);
        }

        return files;
    }
}
