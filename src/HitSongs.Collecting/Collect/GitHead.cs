namespace HitSongs.Collecting.Collect;

/// <summary>Reads the commit that is checked out from git's files: running git in a stranger's repository would obey that repository's configuration.</summary>
internal static class GitHead
{
    /// <summary>The full hash, or null where <paramref name="folder"/> is not the top of a checkout.</summary>
    public static string? Of(string folder)
    {
        var git = Path.Combine(folder, ".git");
        if (File.Exists(git) && FirstLine(git) is { } link && link.StartsWith("gitdir: ", StringComparison.Ordinal))
        {
            git = Path.GetFullPath(link["gitdir: ".Length..], folder);
        }

        var head = FirstLine(Path.Combine(git, "HEAD"));
        if (head?.StartsWith("ref: ", StringComparison.Ordinal) != true)
        {
            return IsHash(head) ? head : null;
        }

        var name = head["ref: ".Length..];
        var common = FirstLine(Path.Combine(git, "commondir")) is { } path ? Path.GetFullPath(path, git) : git;
        var hash = FirstLine(Path.Combine(common, name)) ?? Packed(common, name);
        return IsHash(hash) ? hash : null;
    }

    private static string? Packed(string git, string name) =>
        Lines(Path.Combine(git, "packed-refs")).FirstOrDefault(l => l.EndsWith($" {name}", StringComparison.Ordinal))?.Split(' ')[0];

    private static string? FirstLine(string path) => Lines(path).FirstOrDefault()?.Trim();

    private static string[] Lines(string path) => File.Exists(path) && new FileInfo(path) is { LinkTarget: null, Length: < 1 << 20 } ? File.ReadAllLines(path) : [];

    private static bool IsHash(string? text) => text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigitLower);
}
