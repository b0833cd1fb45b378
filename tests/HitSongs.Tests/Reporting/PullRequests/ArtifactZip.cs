using System.IO.Compression;
using System.Text;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Exports;

namespace HitSongs.Tests.Reporting.PullRequests;

/// <summary>Artifacts as GitHub hands them out, honest and otherwise.</summary>
internal static class ArtifactZip
{
    public static byte[] Of(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Of(Graded graded) => Of(("grade.json", Json(graded)));

    public static string Json(Graded graded) => GradeJson.Write(graded.Grade, graded.Run);
}
