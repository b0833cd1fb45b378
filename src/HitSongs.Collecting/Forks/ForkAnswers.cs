namespace HitSongs.Collecting.Forks;

/// <summary>Takes the answers out of a fork: regular files below answers/, within bounds. Nothing else of it is looked at, and no link is followed.</summary>
internal sealed class ForkAnswers
{
    private const int MaxFileBytes = 1 << 20;
    private const long MaxBytes = 64L << 20;
    private const int MaxFiles = 2000;
    private const int MaxEntries = 20_000;
    private const int MaxDepth = 16;

    private readonly List<string> taken = [];
    private readonly List<(string Path, string Why)> left = [];
    private long bytes;
    private int entries;

    private ForkAnswers()
    {
    }

    /// <summary>Paths in the fork, with forward slashes.</summary>
    public IReadOnlyList<string> Taken => taken;

    /// <summary>Paths below answers/ that were not taken, and why.</summary>
    public IReadOnlyList<(string Path, string Why)> Left => left;

    /// <param name="fork">The folder that holds answers/.</param>
    /// <param name="target">A folder that does not exist yet, or is empty.</param>
    /// <exception cref="UsageException">There is no folder answers/, or the target holds something.</exception>
    public static ForkAnswers Take(string fork, string target)
    {
        var answers = new DirectoryInfo(Path.Combine(fork, "answers"));
        if (!answers.Exists || answers.LinkTarget is not null)
        {
            throw new UsageException($"{fork} has no folder answers/: name the folder of a fork");
        }

        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new UsageException($"{target} is not empty: old answers would be graded with the new ones; name another folder");
        }

        Directory.CreateDirectory(Path.Combine(target, "answers"));
        var result = new ForkAnswers();
        result.TakeFolder(answers, "answers", target, 0);
        return result;
    }

    private void TakeFolder(DirectoryInfo folder, string path, string target, int depth)
    {
        if (depth > MaxDepth)
        {
            left.Add((path, $"more than {MaxDepth} folders deep"));
            return;
        }

        foreach (var entry in Entries(folder, path))
        {
            if (++entries > MaxEntries)
            {
                left.Add((path, $"more than {MaxEntries} files and folders"));
                return;
            }

            TakeEntry(entry, $"{path}/{entry.Name}", target, depth);
        }
    }

    private void TakeEntry(FileSystemInfo entry, string path, string target, int depth)
    {
        if (entry.Name.Any(character => char.IsControl(character) || character is '\\' or '\uFFFD'))
        {
            left.Add((path, "a name that is not portable"));
        }
        else if (entry.LinkTarget is not null)
        {
            left.Add((path, "a link"));
        }
        else if (entry is DirectoryInfo inner)
        {
            TakeFolder(inner, path, target, depth + 1);
        }
        else if (taken.Count == MaxFiles || bytes > MaxBytes)
        {
            left.Add((path, $"more than {MaxFiles} files or {MaxBytes >> 20} MiB"));
        }
        else
        {
            TakeFile(entry.FullName, path, target);
        }
    }

    private void TakeFile(string source, string path, string target)
    {
        if (RegularFile.Read(source, MaxFileBytes + 1) is not { } content)
        {
            left.Add((path, "no regular file that can be read"));
        }
        else if (content.Length > MaxFileBytes)
        {
            left.Add((path, $"longer than {MaxFileBytes >> 20} MiB"));
        }
        else
        {
            var copy = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, content);
            taken.Add(path);
            bytes += content.Length;
        }
    }

    private IReadOnlyList<FileSystemInfo> Entries(DirectoryInfo folder, string path)
    {
        try
        {
            // One more than is looked at, so that the rest is told.
            return [.. folder.EnumerateFileSystemInfos().Take(MaxEntries + 1).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            left.Add((path, "a folder that cannot be read"));
            return [];
        }
    }
}
