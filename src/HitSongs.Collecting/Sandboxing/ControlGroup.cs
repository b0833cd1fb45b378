namespace HitSongs.Collecting.Sandboxing;

/// <summary>
/// Limits that the kernel keeps over all processes of a run together (cgroup v2): memory in whatever form, processes, and processor time.
/// </summary>
/// <remarks>Where none can be made, as in most containers, resident memory is watched from outside, and processes are counted by the run's own user.</remarks>
internal sealed class ControlGroup : IDisposable
{
    /// <summary>Of bubblewrap and the commands before the program.</summary>
    private const int OtherProcesses = 8;

    /// <summary>Microseconds in which a group may use as much processor time as its limit says.</summary>
    private const int Period = 100_000;

    private const string Prefix = "hitsongs-";

    private static readonly string[] Needed = ["memory", "pids", "cpu"];

    private static int made;

    private readonly string path;

    private ControlGroup(string path) => this.path = path;

    /// <summary>File a process writes its number to, to enter with all that it starts.</summary>
    public string Processes => Path.Combine(path, "cgroup.procs");

    /// <summary>Whether the kernel ended a process of the group because its memory was used up.</summary>
    public bool RanOutOfMemory =>
        Read("memory.events").Split('\n').Any(line => line.StartsWith("oom_kill ", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal));

    /// <summary>The group in which this process may make others that a child of it can enter; null where there is none.</summary>
    public static string? Parent { get; } =
        ControlGroupPlaces.OfThisProcess().FirstOrDefault(folder => MayEnter(folder));

    /// <param name="limits">Of the run; what it writes to its scratch folder is memory as well.</param>
    /// <param name="parent">The group's folder in which it is made; null for <see cref="Parent"/>.</param>
    /// <returns>Null where no group with all limits can be made.</returns>
    public static ControlGroup? TryMake(Limits limits, string? parent = null)
    {
        if ((parent ?? Parent) is not { } folder || !HandsOn(folder))
        {
            return null;
        }

        var group = new ControlGroup(Path.Combine(folder, $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref made)}"));
        try
        {
            Directory.CreateDirectory(group.path);
            group.Write("memory.max", $"{limits.MemoryBytes + limits.ScratchBytes}");
            group.Write("pids.max", $"{limits.Processes + OtherProcesses}");
            group.Write("cpu.max", $"{limits.Processors * Period} {Period}");
            group.WriteIfThere("memory.swap.max", "0"); // what is swapped out is memory too
            group.WriteIfThere("memory.oom.group", "1"); // a program of which a part is gone is no program
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
            WriteIfThere("cgroup.kill", "1");
            if (Directory.Exists(path))
            {
                Directory.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process of it is still ending: an empty group costs nothing, and the next grading removes it.
        }
    }

    /// <summary>Removes what graders left that were killed. A group with processes cannot be removed.</summary>
    internal static void RemoveLeft(string parent)
    {
        foreach (var left in Directory.GetDirectories(parent, $"{Prefix}*").Where(IsLeft))
        {
            try
            {
                Directory.Delete(left);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody else's.
            }
        }
    }

    private static bool IsLeft(string group) =>
        Path.GetFileName(group)[Prefix.Length..].Split('-') is [var maker, _] && int.TryParse(maker, out var id) && !Directory.Exists($"/proc/{id}");

    /// <summary>Whether groups in this one can have every limit that a run has; asks the kernel for it where it may.</summary>
    private static bool HandsOn(string folder)
    {
        var on = new ControlGroup(folder);
        if (Needed.Except(on.Read("cgroup.controllers").Split(' ', '\n')).Any())
        {
            return false;
        }

        foreach (var controller in Needed.Except(on.Read("cgroup.subtree_control").Split(' ', '\n')))
        {
            try
            {
                on.Write("cgroup.subtree_control", $"+{controller}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false; // somebody else's group, or one with processes of its own
            }
        }

        return true;
    }

    private static bool MayEnter(string folder)
    {
        try
        {
            RemoveLeft(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        using var trial = TryMake(new Limits(TimeSpan.Zero, 1L << 30), folder);
        return trial is not null && CommandProbe.RunAsync("/bin/sh", "-c", $"echo 0 > '{trial.Processes}'").GetAwaiter().GetResult().Succeeded;
    }

    /// <summary>To a file of the kernel's, which is there or is not: none is made.</summary>
    private void Write(string file, string value)
    {
        using var stream = new StreamWriter(new FileStream(Path.Combine(path, file), FileMode.Open, FileAccess.Write));
        stream.Write(value);
    }

    private void WriteIfThere(string file, string value)
    {
        if (File.Exists(Path.Combine(path, file)))
        {
            Write(file, value);
        }
    }

    private string Read(string file) => File.Exists(Path.Combine(path, file)) ? File.ReadAllText(Path.Combine(path, file)) : "";
}
