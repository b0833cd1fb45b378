using NUnit.Framework;
using NUnit.Framework.Internal;

namespace HitSongs.Tests.Snapshots;

[NonParallelizable]
internal sealed class SnapshotTests
{
    private const string Accept = "HITSONGS_ACCEPT";

    private readonly string? _accept = Environment.GetEnvironmentVariable(Accept);
    private string _testFile = "";

    [SetUp]
    public void Make_a_folder_for_snapshots_and_accept_none()
    {
        _testFile = Path.Combine(Directory.CreateTempSubdirectory("snapshots-").FullName, "Test.cs");
        Environment.SetEnvironmentVariable(Accept, null);
    }

    [TearDown]
    public void Remove_the_folder()
    {
        Environment.SetEnvironmentVariable(Accept, _accept);
        Directory.Delete(Path.GetDirectoryName(_testFile)!, recursive: true);
    }

    [Test]
    public void Text_that_equals_the_accepted_file_passes_whatever_its_line_ends()
    {
        File.WriteAllText(FileOf("verified"), "\uFEFFone\r\ntwo");
        Assert.That(() => Compare("one\ntwo\n"), Throws.Nothing);
    }

    [Test]
    public void Text_that_differs_fails_at_its_line_and_leaves_the_received_file()
    {
        File.WriteAllText(FileOf("verified"), "one\ntwo");
        Assert.That(() => Compare("one\n2"), Throws.InstanceOf<AssertionException>().With.Message.Contains("line 2"));
        Assert.That(File.ReadAllText(FileOf("received")), Is.EqualTo("one\n2"));
    }

    [Test]
    public void Text_without_an_accepted_file_fails() =>
        Assert.That(() => Compare("new"), Throws.InstanceOf<AssertionException>().With.Message.Contains("no accepted snapshot"));

    [Test]
    public void Accepting_writes_the_file_that_is_compared_with_from_then_on()
    {
        Environment.SetEnvironmentVariable(Accept, "1");
        Compare("new");
        Environment.SetEnvironmentVariable(Accept, null);
        Assert.That(() => Compare("new"), Throws.Nothing);
        Assert.That(() => Compare("newer"), Throws.InstanceOf<AssertionException>());
    }

    private void Compare(string text)
    {
        using (new TestExecutionContext.IsolatedContext())
        {
            Snapshot.Matches(text, "isolated", testFile: _testFile);
        }
    }

    private string FileOf(string kind)
    {
        using (new TestExecutionContext.IsolatedContext())
        {
            var test = TestContext.CurrentContext.Test;
            return Path.Combine(Path.GetDirectoryName(_testFile)!, $"{test.ClassName!.Split('.')[^1]}.{test.MethodName}#isolated.{kind}.txt");
        }
    }
}
