using NUnit.Framework;

namespace HitSongs.Tests.Architecture;

/// <summary>Accepted snapshots belong to a test that there is.</summary>
public sealed class SnapshotFileTests
{
    [Test]
    public void No_accepted_snapshot_is_without_its_test()
    {
        var sources = Sources
            .Of("tests", "*.cs")
            .GroupBy(file => Path.GetDirectoryName(file)!)
            .ToDictionary(group => group.Key, group => string.Concat(group.Select(Sources.Read)));
        var dangling = Sources
            .Of("tests", "*.verified.*")
            .Where(file => !file.Contains("/Submissions/", StringComparison.Ordinal) && !file.Contains("/Frozen/", StringComparison.Ordinal))
            .Where(file => !IsOf(Path.GetFileName(file), sources.GetValueOrDefault(Path.GetDirectoryName(file)!, "")));
        Assert.That(dangling, Is.Empty);
    }

    [Test]
    public void Every_folder_of_a_submission_has_its_expected_grade()
    {
        var folders = Directory
            .EnumerateDirectories(Path.Combine(Sources.Root, "tests/HitSongs.Tests/Submissions"))
            .Where(folder => Directory.Exists(Path.Combine(folder, "answers")));
        Assert.That(folders.Where(folder => !File.Exists(Path.Combine(folder, "grade.verified.txt"))).Select(Path.GetFileName), Is.Empty);
    }

    private static bool IsOf(string snapshot, string source) =>
        snapshot.Split('.') is [var type, var method, ..]
        && source.Contains($"class {type}", StringComparison.Ordinal)
        && source.Contains($" {method.Split('#')[0]}(", StringComparison.Ordinal);
}
