namespace HitSongs.Collecting.Sandboxing;

/// <summary>Limits that the kernel keeps over all processes of a run together (cgroup v2), where root may make such a group: memory in whatever form, and
/// processes.</summary>
/// <remarks>Where none can be made, as in most containers, resident memory is watched from outside, and processes are counted by the run's own user.</remarks>
internal sealed class ControlGroup : IDisposable
{
    public const string Root = "/sys/fs/cgroup";

    /// <summary>Of bubblewrap and the commands before the program.</summary>
    private const int OtherProcesses = 8;

    private static int made;

    private readonly string path;

    private ControlGroup(string path) => this.path = path;

    /// <summary>What a process writes its number to, to enter with all that it starts.</summary>
    public string Processes => Path.Combine(path, "cgroup.procs");

    /// <summary>Whether the kernel ended a process of the group because its memory was used up.</summary>
    public bool RanOutOfMemory =>
        Read("memory.events").Split('\n').Any(line => line.StartsWith("oom_kill ", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal));

    /// <param name="limits">Of the run; what it writes to its scratch folder is memory as well.</param>
    /// <param name="root">The hierarchy's folder.</param>
    /// <returns>Null where no group with both limits can be made.</returns>
    public static ControlGroup? TryMake(Limits limits, string root = Root)
    {
        var group = new ControlGroup(Path.Combine(root, $"hitsongs-{Environment.ProcessId}-{Interlocked.Increment(ref made)}"));
        try
        {
            if (!File.Exists(Path.Combine(root, "cgroup.controllers")))
            {
                return null;
            }

            Directory.CreateDirectory(group.path);
            group.Write("memory.max", limits.MemoryBytes + limits.ScratchBytes);
            group.Write("pids.max", limits.Processes + OtherProcesses);
            return group;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            group.Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        try
        {
            if (File.Exists(Path.Combine(path, "cgroup.kill")))
            {
                Write("cgroup.kill", 1);
            }

            if (Directory.Exists(path))
            {
                Directory.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process of it is still ending: an empty group costs nothing.
        }
    }

    /// <summary>To a file of the kernel's, which is there or is not: none is made.</summary>
    private void Write(string file, long value)
    {
        using var stream = new StreamWriter(new FileStream(Path.Combine(path, file), FileMode.Open, FileAccess.Write));
        stream.Write(value);
    }

    private string Read(string file) => File.Exists(Path.Combine(path, file)) ? File.ReadAllText(Path.Combine(path, file)) : "";
}
