using System.IO.Compression;
using System.Text;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Exports;

namespace HitSongs.Reporting.PullRequests;

/// <summary>Reads the artifact of a run that a fork controlled: one file of a bounded size, strictly, nothing of it run or written to disk.</summary>
internal static class GradeArtifact
{
    public const string Name = "grade";

    private const string Entry = "grade.json";
    private const int MaxBytes = 4 << 20;

    /// <summary>The grade, or why there is none: in words of our own, none of the artifact's.</summary>
    /// <param name="zip">As GitHub hands artifacts out.</param>
    public static (Graded? Grade, string? Refusal) Read(byte[] zip)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
            if (archive.Entries is not [{ FullName: Entry } entry])
            {
                return (null, $"the artifact holds something else than one {Entry}");
            }

            var bytes = Start(entry, MaxBytes + 1);
            if (bytes.Length > MaxBytes)
            {
                return (null, $"{Entry} is longer than {MaxBytes >> 20} MiB");
            }

            var (grade, run) = GradeJson.Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), Entry);
            return PlausibleGrade.FaultOf(grade) is { } fault ? (null, fault) : (new Graded(grade, run), null);
        }
        catch (InvalidDataException)
        {
            return (null, "the artifact is no ZIP archive, or a damaged one");
        }
        catch (Exception e) when (e is InvalidInputException or ArgumentException)
        {
            return (null, $"{Entry} is no grade of the current schema");
        }
    }

    // What the archive says of an entry's size is a claim of who made it.
    private static byte[] Start(ZipArchiveEntry entry, int limit)
    {
        using var stream = entry.Open();
        var buffer = new byte[limit];
        return buffer[..stream.ReadAtLeast(buffer, limit, throwOnEndOfStream: false)];
    }
}
