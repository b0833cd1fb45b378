using HitSongs.Temporary;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>The list of users that a sandboxed program sees: those that it may run as, by one name. Without one, asking for one's own name fails.</summary>
internal static class SandboxUserList
{
    private const string Name = "program";

    private static readonly Lazy<string> Written = new(Write);

    /// <summary>In the form of /etc/passwd.</summary>
    public static string File => Written.Value;

    private static string Write()
    {
        var folder = new TemporaryFolder().Path; // gone with the process
        var path = Path.Combine(folder, "passwd");
        var users = Enumerable.Range(SandboxUser.First, SandboxUser.Count).Append(OwnUser.Id);
        System.IO.File.WriteAllLines(path, users.Select(id => $"{Name}:x:{id}:{id}::/tmp:/bin/sh"));
        OpenFolders.ToAll(folder);
        return path;
    }
}
