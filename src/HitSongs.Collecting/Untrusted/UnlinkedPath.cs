namespace HitSongs.Collecting.Untrusted;

/// <summary>Paths below a folder that a stranger laid down.</summary>
internal static class UnlinkedPath
{
    /// <param name="root">The folder.</param>
    /// <param name="path">Relative to it, with forward slashes and no upward part.</param>
    /// <returns>The full path; null where a link is on the way, which may lead anywhere.</returns>
    public static string? Of(string root, string path)
    {
        var current = root;
        foreach (var part in path.Split('/'))
        {
            current = Path.Combine(current, part);
            if (new FileInfo(current).LinkTarget is not null)
            {
                return null;
            }
        }

        return current;
    }
}
