using System.Text;
using HitSongs.Collecting.Untrusted;

namespace HitSongs.Collecting.Collect;

/// <summary>Reads the commit that is checked out from git's files: running git in a stranger's repository would obey that repository's configuration.</summary>
/// <remarks>The files are a stranger's as well: regular ones are read, of a bounded length, and no name is followed
/// that leads elsewhere. So a worktree or a submodule, whose <c>.git</c> names a folder outside, has no commit here.</remarks>
internal static class GitHead
{
    private const int MaxBytes = 1 << 20;

    /// <summary>The full hash, or null where <paramref name="folder"/> is not the top of a checkout, or its files are not as git writes them.</summary>
    public static string? Of(string folder)
    {
        var head = FirstLine(folder, "HEAD");
        if (head?.StartsWith("ref: ", StringComparison.Ordinal) != true)
        {
            return IsHash(head) ? head : null;
        }

        var name = head["ref: ".Length..];
        if (!IsReference(name))
        {
            return null;
        }

        var hash = FirstLine(folder, name) ?? Packed(folder, name);
        return IsHash(hash) ? hash : null;
    }

    /// <summary>As git allows names of references: below refs/, no empty, dotted or upward part.</summary>
    private static bool IsReference(string name) =>
        name.Length <= 1024 && name.StartsWith("refs/", StringComparison.Ordinal)
        && name.Split('/').All(part => part.Length > 0 && part[0] != '.' && !part.Contains("..", StringComparison.Ordinal))
        && !name.Any(char.IsControl);

    private static string? Packed(string folder, string name) =>
        Lines(folder, "packed-refs").FirstOrDefault(l => l.EndsWith($" {name}", StringComparison.Ordinal))?.Split(' ')[0];

    private static string? FirstLine(string folder, string name) => Lines(folder, name).FirstOrDefault()?.Trim();

    private static string[] Lines(string folder, string name) =>
        UnlinkedPath.Of(folder, $".git/{name}") is { } path && RegularFile.Read(path, MaxBytes) is { } bytes ? Encoding.UTF8.GetString(bytes).Split('\n') : [];

    private static bool IsHash(string? text) => text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigitLower);
}
