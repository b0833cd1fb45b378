using System.Globalization;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Reads Linux's process table.</summary>
internal static class ProcessTree
{
    /// <summary>Resident anonymous memory of a process and all its descendants, in bytes; 0 where it is gone.</summary>
    public static long ResidentBytes(int root)
    {
        long total = 0;
        var open = new Stack<int>([root]);
        while (open.TryPop(out var id))
        {
            total += OwnBytes(id);
            foreach (var child in Children(id))
            {
                open.Push(child);
            }
        }

        return total;
    }

    private static long OwnBytes(int id)
    {
        // RssAnon leaves out mapped files: libtorch's 300 MB of code are shared by all.
        var line = Lines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
        return line is null ? 0 : 1024 * long.Parse(line.AsSpan(8, line.Length - 8 - 2).Trim(), CultureInfo.InvariantCulture);
    }

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
