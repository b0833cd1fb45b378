using HitSongs.Collecting.Batch;
using HitSongs.Grading.Marks;
using HitSongs.Reporting.Exports;

namespace HitSongs.Cli.GradeRuns;

/// <summary>Tries the places of results before anything slow is done.</summary>
internal static class ResultPlaces
{
    private static readonly string[] OwnFiles =
        [ResultFiles.Grade, ResultFiles.Report, ResultFiles.Notebook, MarksFile.FileName, .. BatchSubmission.OfTheBatch];

    /// <exception cref="UsageException">Nothing can be written into it.</exception>
    public static void CheckFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var tried = Path.Combine(folder, $".{Guid.NewGuid():N}");
            File.WriteAllBytes(tried, []);
            File.Delete(tried);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"nothing can be written into {folder}: check its rights, or name another folder with --out");
        }
    }

    /// <param name="results">The folder that this program writes its own results into.</param>
    /// <param name="read">Folders that are read from: nothing is written into them.</param>
    /// <exception cref="UsageException">A file is a folder, one of this program's own, another export's, among what is read, or cannot be written.</exception>
    public static void Check(IReadOnlyList<Export> exports, string results, IEnumerable<string> read)
    {
        var paths = exports.Select(export => Path.GetFullPath(export.File)).ToList();
        foreach (var (export, path) in exports.Zip(paths))
        {
            var problem =
                Directory.Exists(path) ? "that is a folder"
                : paths.Count(other => other == path) > 1 ? "two exports go there"
                : OwnFiles.Any(name => path == Path.Combine(Path.GetFullPath(results), name)) ? "the grading itself writes that file"
                : read.FirstOrDefault(folder => FolderPath.Holds(folder, path)) is { } folder ? $"{folder} is read from"
                : CanBeWritten(path) ? null
                : "it cannot be written";
            if (problem is not null)
            {
                throw new UsageException($"--export {export.Kind}={export.File}: {problem}: name another file");
            }
        }
    }

    private static bool CanBeWritten(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var isNew = !File.Exists(path);
            if (!isNew && RegularFile.Fault(path) is not null)
            {
                return true; // such as /dev/stdout: opened once, when there is something to write
            }

            File.OpenWrite(path).Dispose();
            if (isNew)
            {
                File.Delete(path);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
