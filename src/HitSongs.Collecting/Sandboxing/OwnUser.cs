using System.Globalization;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>The user who grades.</summary>
internal static class OwnUser
{
    private const string Field = "Uid:";

    /// <summary>The number: a user of a container may have no name. 0 where the kernel does not tell.</summary>
    public static int Id { get; } = OperatingSystem.IsLinux()
        ? int.Parse(
            System.IO.File.ReadLines("/proc/self/status").First(line => line.StartsWith(Field, StringComparison.Ordinal)).Split('\t')[1],
            CultureInfo.InvariantCulture)
        : 0;
}
