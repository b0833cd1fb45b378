namespace HitSongs.Collecting.Sandboxing;

/// <summary>Where on this machine control groups of version 2 may be made.</summary>
internal static class ControlGroupPlaces
{
    public static IReadOnlyList<string> OfThisProcess() =>
        OperatingSystem.IsLinux() ? Of(ReadOrNothing("/proc/self/mountinfo"), ReadOrNothing("/proc/self/cgroup")) : [];

    /// <param name="mounts">Lines of /proc/self/mountinfo.</param>
    /// <param name="groups">Lines of /proc/self/cgroup.</param>
    /// <returns>The hierarchy's root, where root grades, and the groups above this process from the nearest on, of which one may have been given to its
    /// user.</returns>
    internal static IReadOnlyList<string> Of(IEnumerable<string> mounts, IEnumerable<string> groups)
    {
        // 42 35 0:28 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw: the fields after the dash are as many as they like.
        var root = mounts.Where(line => line.Contains(" - cgroup2 ", StringComparison.Ordinal)).Select(line => line.Split(' ')[4]).FirstOrDefault();
        var own = groups.FirstOrDefault(line => line.StartsWith("0::/", StringComparison.Ordinal))?["0::".Length..];
        return root is null || own is null || own.Contains("/..", StringComparison.Ordinal) ? [] : [root, .. Above(own).Select(group => root + group)];
    }

    private static IEnumerable<string> Above(string group)
    {
        for (var above = Path.GetDirectoryName(group); above is not (null or "/"); above = Path.GetDirectoryName(above))
        {
            yield return above;
        }
    }

    private static string[] ReadOrNothing(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
