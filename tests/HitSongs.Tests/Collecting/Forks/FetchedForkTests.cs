using System.Diagnostics;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Forks;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Forks;

/// <summary>Forks fetched with git from repositories of this machine.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FetchedForkTests
{
    private string work = "";

    [SetUp]
    public void MakeARepositoryWithAPullRequest()
    {
        work = Directory.CreateTempSubdirectory("hitsongs-test-").FullName;
        Git("init", "--quiet", "-b", "main");
        Write("answers/a/1-b/answer.md", "of main\n");
        Write("rubric/rubric.yaml", "title: mine\n");
        Git("add", "-A");
        Git("commit", "-qm", "main");
        Git("checkout", "-qb", "pull");
        Write("answers/a/1-b/answer.md", "of the pull request\n");
        File.CreateSymbolicLink(Path.Combine(work, "answers", "a", "passwd"), "/etc/passwd");
        Write(".gitattributes", "*.md filter=evil\n");
        Git("add", "-A");
        Git("commit", "-qm", "pull");
        Git("update-ref", "refs/pull/7/head", "HEAD");
        Git("checkout", "-q", "main");
        Git("config", "filter.evil.smudge", "touch /tmp/hitsongs-evil; cat");
    }

    [TearDown]
    public void Remove() => Directory.Delete(work, recursive: true);

    [TestCase("#7", "of the pull request\n")]
    [TestCase("", "of main\n")]
    public async Task The_answers_of_a_commit_are_taken_with_its_hash_and_nothing_else(string number, string expected)
    {
        var source = number.Length > 0 ? work + number : $"file://{work}";
        var fork = await FetchedFork.FetchAsync(source, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(Path.Combine(fork, "answers/a/1-b/answer.md")), Is.EqualTo(expected));
            Assert.That(Directory.Exists(Path.Combine(fork, "rubric")), Is.False);
            Assert.That(new FileInfo(Path.Combine(fork, "answers/a/passwd")).LinkTarget, Is.Null, "a link was made");
            Assert.That(File.Exists("/tmp/hitsongs-evil"), Is.False, "a filter of the repository ran");
            Assert.That(GitHead.Of(fork), Is.EqualTo(Git("rev-parse", number.Length > 0 ? "pull" : "main").Trim()));
            Assert.That(Path.GetFileName(fork), Does.EndWith(number.TrimStart('#')));
        });
    }

    [Test]
    public void A_pull_request_that_is_not_there_is_told_in_one_line() =>
        Assert.That(
            async () => await FetchedFork.FetchAsync(work + "#8", CancellationToken.None),
            Throws.TypeOf<UsageException>().With.Message.Contains("#8").And.Message.Not.Contains('\n')
        );

    [TestCase("../fork", ExpectedResult = false)]
    [TestCase("answers", ExpectedResult = false)]
    [TestCase("../fork#12", ExpectedResult = true)]
    [TestCase("https://github.com/a/b", ExpectedResult = true)]
    [TestCase("git@github.com:a/b.git#3", ExpectedResult = true)]
    [TestCase("ext::sh -c evil", ExpectedResult = false)]
    public bool What_is_meant_to_be_fetched_is_told_from_a_folder(string text) => FetchedFork.IsMeant(text);

    private void Write(string path, string text)
    {
        var file = Path.Combine(work, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private string Git(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", ["-C", work, "-c", "user.name=a", "-c", "user.email=a@b", .. arguments])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.That(git.ExitCode, Is.Zero, string.Join(' ', arguments));
        return output;
    }
}
