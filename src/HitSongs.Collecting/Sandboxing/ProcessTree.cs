using System.Globalization;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Reads Linux's process table.</summary>
internal static class ProcessTree
{
    // The unit in which Linux tells times of processes to programs, on every machine.
    private const double TicksPerSecond = 100;

    // In user mode and in the kernel: the 14th and 15th field, of which the third follows the name in brackets.
    private const int FirstOfTicks = 11;

    /// <summary>Resident memory, anonymous and shared, of a process and all its descendants, in bytes; 0 where it is gone.</summary>
    public static long ResidentBytes(int root)
    {
        long total = 0;
        foreach (var id in Of(root))
        {
            total += OwnBytes(id);
        }

        return total;
    }

    /// <summary>Time that each thread of the tree was ready without a processor, by its place in the process table.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> Waited(int root) => Of(root).SelectMany(Tasks).Distinct(StringComparer.Ordinal).ToDictionary(
        task => task,
        task => TimeSpan.FromMicroseconds(Lines($"{task}/schedstat").Select(Waiting).FirstOrDefault() / 1000.0),
        StringComparer.Ordinal);

    /// <summary>CPU time of the threads of the tree, all together, those that have ended included.</summary>
    public static TimeSpan Worked(int root) => TimeSpan.FromSeconds(Of(root).Sum(Ticks) / TicksPerSecond);

    /// <summary>Most files that this process may have open (its hard limit).</summary>
    public static long MostOpenFiles() =>
        Lines("/proc/self/limits").Where(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => long.TryParse(words[^2], CultureInfo.InvariantCulture, out var hard) ? hard : long.MaxValue)
            .FirstOrDefault(long.MaxValue);

    /// <summary>A process and all its descendants.</summary>
    private static IEnumerable<int> Of(int root)
    {
        var open = new Stack<int>([root]);
        while (open.TryPop(out var id))
        {
            yield return id;
            foreach (var child in Children(id))
            {
                open.Push(child);
            }
        }
    }

    /// <summary>Nanoseconds, of a line of time on a processor, time without one, and turns.</summary>
    private static long Waiting(string line) =>
        line.Split(' ') is [_, var waited, ..] && long.TryParse(waited, CultureInfo.InvariantCulture, out var time) ? time : 0;

    // A process gives itself its name, line breaks and brackets included: what counts stands behind the last bracket.
    private static long Ticks(int id) =>
        string.Join(' ', Lines($"/proc/{id}/stat"))
            .Split(')')[^1]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(FirstOfTicks)
            .Take(2)
            .Sum(field => long.TryParse(field, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0);

    private static long OwnBytes(int id) =>
        // Not RssFile: libtorch's 300 MB of mapped code are shared by all. Shared memory (memfd, anonymous mappings) counts as its own.
        Lines($"/proc/{id}/status")
            .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal) || line.StartsWith("RssShmem:", StringComparison.Ordinal))
            .Sum(Bytes);

    private static long Bytes(string line) => 1024 * long.Parse(line.AsSpan(line.IndexOf(':') + 1).TrimEnd("kB").Trim(), CultureInfo.InvariantCulture);

    private static IEnumerable<int> Children(int id) =>
        Directory.Exists($"/proc/{id}/task")
            ? Tasks(id).SelectMany(task => Lines($"{task}/children")).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse)
            : [];

    private static string[] Tasks(int id) => Gone(() => Directory.GetDirectories($"/proc/{id}/task"));

    private static string[] Lines(string path) => Gone(() => File.ReadAllLines(path));

    /// <summary>A process may end between two reads.</summary>
    private static string[] Gone(Func<string[]> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
