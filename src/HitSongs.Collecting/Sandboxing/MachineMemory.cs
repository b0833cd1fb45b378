using System.Globalization;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Out-of-memory kills on this machine.</summary>
internal static class MachineMemory
{
    private const string Counter = "oom_kill ";

    /// <summary>Processes that the kernel ended for want of memory since the machine started; 0 where it does not count them.</summary>
    public static long Killed()
    {
        try
        {
            return Killed(File.ReadAllText("/proc/vmstat"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <param name="counters">What /proc/vmstat says.</param>
    internal static long Killed(string counters) =>
        counters.Split('\n').FirstOrDefault(line => line.StartsWith(Counter, StringComparison.Ordinal)) is { } line
        && long.TryParse(line.AsSpan(Counter.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var killed) ? killed : 0;
}
