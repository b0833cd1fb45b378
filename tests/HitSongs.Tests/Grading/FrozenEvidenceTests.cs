using System.Runtime.CompilerServices;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Scoring;
using HitSongs.Tests.Snapshots;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>grade.json from evidence and a rubric that do not change: whatever moves it is a change of the grading itself.</summary>
/// <remarks>The evidence was written by <c>hitsongs collect --seed 1</c>: of the reference submission, and of a weak one.</remarks>
public sealed class FrozenEvidenceTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(SourcePath())!, "Frozen");

    [TestCase("reference")]
    [TestCase("weak")]
    public void Grade_json_of_frozen_evidence_is_as_accepted(string submission)
    {
        var evidence = EvidenceFolder.Read(Path.Combine(Folder, submission));

        var grade = Grader.Grade(RubricFolder.Read(Path.Combine(Folder, "rubric")), evidence);

        Snapshot.MatchesAt(Path.Combine(Folder, $"{submission}.grade"), GradeJson.Write(grade, evidence.Run), "json");
    }

    [TestCase("reference")]
    [TestCase("weak")]
    public void Evidence_that_is_written_again_is_the_same_to_the_byte(string submission)
    {
        var copy = Directory.CreateTempSubdirectory("hitsongs-").FullName;
        try
        {
            EvidenceFolder.Write(copy, EvidenceFolder.Read(Path.Combine(Folder, submission)));

            Assert.That(Contents(copy), Is.EqualTo(Contents(Path.Combine(Folder, submission))));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static Dictionary<string, string> Contents(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), f => File.ReadAllText(f).TrimEnd());

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
