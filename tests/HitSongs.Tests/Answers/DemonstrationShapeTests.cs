using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Answers;

/// <summary>Demonstrations teach: one is short enough to be read at a sitting, and says first what there is to see.</summary>
internal sealed class DemonstrationShapeTests
{
    private const int LineLimit = 60;
    private const string Announcement = "// Seen here: ";

    private static IEnumerable<TestCaseData> Programs(params string[] names) =>
        names
            .SelectMany(name => Directory.EnumerateFiles(Path.Combine(Repository.Root, "answers"), name, SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(file => new TestCaseData(file) { TestName = $"{{m}}({Path.GetRelativePath(Repository.Root, file)})" });

    private static IEnumerable<TestCaseData> Short() => Programs("demonstration.cs", "model.cs");

    private static IEnumerable<TestCaseData> All() => Programs("demonstration.cs", "model.cs", "analysis.cs");

    [TestCaseSource(nameof(Short))]
    public void Demonstration_has_fewer_lines_than_a_reader_takes_in_at_once(string file) =>
        Assert.That(File.ReadAllLines(file), Has.Length.LessThan(LineLimit));

    [TestCaseSource(nameof(All))]
    public void Program_says_in_its_first_line_what_will_be_seen(string file)
    {
        var first = File.ReadLines(file).First();

        Assert.That(first, Does.StartWith(Announcement).And.EndsWith("."));
        Assert.That(first[Announcement.Length..], Is.Not.EqualTo(".").And.Length.GreaterThan(30));
    }
}
