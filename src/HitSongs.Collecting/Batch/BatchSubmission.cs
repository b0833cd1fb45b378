using System.Security.Cryptography;
using System.Text;
using HitSongs.Collecting.Untrusted;

namespace HitSongs.Collecting.Batch;

/// <summary>One submission of a cohort.</summary>
/// <param name="Name">Its folder's name; where several are called the same, with a number. Names the folder of its results too.</param>
/// <param name="Path">The folder that holds answers/.</param>
internal sealed record BatchSubmission(string Name, string Path)
{
    private const int MostNames = 100_000;
    private const int MostNamed = 5;
    private const int MostFiles = 5000;
    private const int MostBytes = (1 << 20) + 1;

    /// <summary>Files of the batch itself, beside the folders that are named after submissions.</summary>
    public static IReadOnlyList<string> OfTheBatch { get; } = [Journal.FileName, "grades.csv", "grades.json", "index.html"];

    /// <summary>The submissions that folders are, or hold: in the order of their paths, so that equal cohorts get equal names.</summary>
    /// <exception cref="UsageException">A folder is missing, or is and holds none.</exception>
    /// <param name="results">Where results go: that folder is no submission, wherever it lies.</param>
    public static IReadOnlyList<BatchSubmission> Find(IEnumerable<string> folders, string? results = null)
    {
        var paths = folders.SelectMany(folder => OfFolder(folder, results)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var (names, found) = (new HashSet<string>(OfTheBatch, StringComparer.OrdinalIgnoreCase), new List<BatchSubmission>());
        foreach (var path in paths)
        {
            var name = Plain(System.IO.Path.GetFileName(path));
            var free = Enumerable.Range(1, int.MaxValue).Select(times => times == 1 ? name : $"{name}-{times}").First(names.Add);
            found.Add(new BatchSubmission(free, path));
        }

        return found;
    }

    /// <summary>Names those folders inside that are taken for no submissions; null where there are none.</summary>
    public static string? LeftOut(IEnumerable<string> folders)
    {
        var names = folders.Where(folder => !Directory.Exists(System.IO.Path.Combine(folder, "answers"))).SelectMany(Directory.GetDirectories)
            .Where(inner => !IsTaken(inner) && Directory.Exists(System.IO.Path.Combine(inner, "answers")))
            .Select(inner => UntrustedText.OneLine(System.IO.Path.GetFileName(inner))).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null
            : $"not graded, as links and names that begin with a dot are no submissions: {string.Join(", ", names.Take(MostNamed))}"
                + (names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "");
    }

    /// <summary>SHA-256 over every file of its answers that the harness would read; of none where a link stands in the place of the folder, or it cannot be
    /// read.</summary>
    public string Digest()
    {
        try
        {
            return DigestOf(UnlinkedPath.Of(Path, "answers"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return DigestOf(null); // what is wrong with it shows when it is graded, and is its own affair
        }
    }

    private static string DigestOf(string? answers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
            MaxRecursionDepth = 16,
        };
        string[] files = answers is not null && Directory.Exists(answers)
            ? [.. Directory.EnumerateFiles(answers, "*", options).Take(MostNames).Order(StringComparer.Ordinal)]
            : [];
        foreach (var (index, file) in files.Index())
        {
            // Of what is beyond any submission's number of files, the names count.
            hash.AppendData(Encoding.UTF8.GetBytes($"{System.IO.Path.GetRelativePath(answers!, file)}\n"));
            hash.AppendData(index < MostFiles ? SHA256.HashData(RegularFile.Read(file, MostBytes) ?? []) : []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static List<string> OfFolder(string folder, string? results)
    {
        var path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));
        if (!Directory.Exists(path))
        {
            throw new UsageException($"{folder} is no folder: name submissions, or folders that hold submissions");
        }

        if (Directory.Exists(System.IO.Path.Combine(path, "answers")))
        {
            return [path];
        }

        // A folder beside others that holds no answers is a submission that lacks them, and is told so in its grade.
        var inside = Directory
            .GetDirectories(path)
            .Where(inner => inner != results && IsTaken(inner))
            .ToList();
        return inside.Exists(inner => Directory.Exists(System.IO.Path.Combine(inner, "answers")))
            ? inside
            : throw new UsageException($"{folder} neither holds answers/ nor folders that do: name submissions, or folders that hold submissions");
    }

    private static bool IsTaken(string folder) => new DirectoryInfo(folder).LinkTarget is null && !System.IO.Path.GetFileName(folder).StartsWith('.');

    private static string Plain(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).TrimStart('.');
        return plain.Length is > 0 and <= 100 ? plain : $"submission_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}";
    }
}
