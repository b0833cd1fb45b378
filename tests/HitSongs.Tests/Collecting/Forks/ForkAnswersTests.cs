using System.Diagnostics;
using HitSongs.Collecting.Forks;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Forks;

[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ForkAnswersTests
{
    private TemporaryFolder folder = null!;

    private string Fork => Path.Combine(folder.Path, "fork");

    private string Target => Path.Combine(folder.Path, "taken");

    [SetUp]
    public void MakeFork()
    {
        folder = new TemporaryFolder();
        folder.Write("fork/answers/a/answer.md", "An answer.");
        folder.Write("secret", "not the fork's");
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Answers_are_taken_byte_for_byte_and_nothing_beside_them()
    {
        folder.Write("fork/rubric/rubric.yaml", "title: mine");
        folder.Write("fork/src/Program.cs", "class Mine;");
        File.WriteAllBytes(Path.Combine(Fork, "answers/a/chart.vl.json"), [0, 255, 13, 10]);

        var answers = ForkAnswers.Take(Fork, Target);

        Assert.Multiple(() =>
        {
            Assert.That(answers.Taken, Is.EqualTo(["answers/a/answer.md", "answers/a/chart.vl.json"]));
            Assert.That(answers.Left, Is.Empty);
            Assert.That(Directory.GetFileSystemEntries(Target).Select(Path.GetFileName), Is.EqualTo(["answers"]));
            Assert.That(File.ReadAllBytes(Path.Combine(Target, "answers/a/chart.vl.json")), Is.EqualTo(new byte[] { 0, 255, 13, 10 }));
        });
    }

    [Test]
    public void Links_pipes_devices_and_large_files_are_left_out_and_named()
    {
        File.CreateSymbolicLink(Path.Combine(Fork, "answers/a/file-link"), Path.Combine(folder.Path, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(Fork, "answers/folder-link"), folder.Path);
        Directory.CreateSymbolicLink(Path.Combine(Fork, "answers/circle"), Fork);
        File.CreateSymbolicLink(Path.Combine(Fork, "answers/a/device"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(Fork, "answers/a/nowhere"), "/nonexistent");
        using (var pipe = Process.Start("mkfifo", Path.Combine(Fork, "answers/a/pipe")))
            pipe.WaitForExit();
        using (var large = File.Create(Path.Combine(Fork, "answers/a/large")))
            large.SetLength((1 << 20) + 1);

        var answers = ForkAnswers.Take(Fork, Target);

        Assert.Multiple(() =>
        {
            Assert.That(answers.Taken, Is.EqualTo(["answers/a/answer.md"]));
            Assert.That(
                answers.Left.Select(left => left.Path),
                Is.EquivalentTo([
                    "answers/a/file-link",
                    "answers/folder-link",
                    "answers/circle",
                    "answers/a/device",
                    "answers/a/nowhere",
                    "answers/a/pipe",
                    "answers/a/large",
                ])
            );
        });
    }

    [Test]
    public void Names_that_steer_a_terminal_are_left_out()
    {
        File.WriteAllText(Path.Combine(Fork, "answers/a/\u001b[2Jgone"), "");
        File.WriteAllText(Path.Combine(Fork, "answers/a/two\nlines"), "");

        Assert.That(ForkAnswers.Take(Fork, Target).Taken, Is.EqualTo(["answers/a/answer.md"]));
    }

    [Test]
    public void Endless_files_and_folders_stop_at_a_bound()
    {
        for (var i = 0; i < 2100; i++)
            File.WriteAllText(Path.Combine(Fork, $"answers/a/{i:0000}"), "");
        folder.Write("fork/answers/b/" + string.Concat(Enumerable.Repeat("d/", 40)) + "deep", "");

        var answers = ForkAnswers.Take(Fork, Target);

        Assert.Multiple(() =>
        {
            Assert.That(answers.Taken, Has.Count.EqualTo(2000));
            Assert.That(answers.Left.Select(left => left.Why), Has.Some.Contains("2000 files").And.Some.Contains("16 folders deep"));
        });
    }

    [Test]
    public void Answers_that_are_a_link_are_no_answers()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "other"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "other/answers"), Path.Combine(Fork, "answers"));

        Assert.That(() => ForkAnswers.Take(Path.Combine(folder.Path, "other"), Target), Throws.TypeOf<UsageException>().With.Message.Contains("answers/"));
    }

    [Test]
    public void Old_answers_are_not_mixed_with_new_ones()
    {
        folder.Write("taken/answers/old.md", "");

        Assert.That(() => ForkAnswers.Take(Fork, Target), Throws.TypeOf<UsageException>().With.Message.Contains("not empty"));
    }
}
