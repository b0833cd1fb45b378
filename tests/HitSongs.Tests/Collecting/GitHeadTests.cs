using System.Diagnostics;
using HitSongs.Collecting.Collect;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

/// <summary>The commit of a submission, read from files that a stranger may have laid down.</summary>
public sealed class GitHeadTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef01234567";

    private string folder = "";

    [SetUp]
    public void MakeFolder()
    {
        folder = Directory.CreateTempSubdirectory("hitsongs-test-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, ".git", "refs", "heads"));
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Branch_that_is_checked_out_is_followed_to_its_commit()
    {
        Write("HEAD", "ref: refs/heads/main\n");
        Write("refs/heads/main", Hash + "\n");

        Assert.That(GitHead.Of(folder), Is.EqualTo(Hash));
    }

    [Test]
    public void Branch_that_git_has_packed_is_found()
    {
        Write("HEAD", "ref: refs/heads/main\n");
        Write("packed-refs", $"# pack-refs with: peeled\n{Hash} refs/heads/main\n");

        Assert.That(GitHead.Of(folder), Is.EqualTo(Hash));
    }

    [Test]
    public void Commit_that_is_checked_out_without_a_branch_is_itself()
    {
        Write("HEAD", Hash + "\n");

        Assert.That(GitHead.Of(folder), Is.EqualTo(Hash));
    }

    [TestCase("../../outside")]
    [TestCase("refs/heads/../../../outside")]
    [TestCase("/etc/hostname")]
    [TestCase("refs//heads")]
    [TestCase("outside")]
    public void Reference_that_leaves_the_references_is_not_followed(string name)
    {
        File.WriteAllText(Path.Combine(folder, "outside"), Hash);
        Write("outside", Hash);
        Write("HEAD", $"ref: {name}\n");

        Assert.That(GitHead.Of(folder), Is.Null);
    }

    [TestCase("HEAD")]
    [TestCase("refs/heads/main")]
    [TestCase("packed-refs")]
    public void Pipe_in_the_place_of_a_file_is_not_opened(string file)
    {
        Write("HEAD", "ref: refs/heads/main\n");
        File.Delete(Path.Combine(folder, ".git", file));
        MakePipe(Path.Combine(folder, ".git", file));

        Assert.That(Within(() => GitHead.Of(folder)), Is.Null);
    }

    [Test]
    public void Link_to_an_endless_device_is_not_read()
    {
        File.CreateSymbolicLink(Path.Combine(folder, ".git", "HEAD"), "/dev/zero");

        Assert.That(Within(() => GitHead.Of(folder)), Is.Null);
    }

    [Test]
    public void Folder_that_is_named_outside_is_not_entered()
    {
        var other = Directory.CreateDirectory(Path.Combine(folder, "other")).FullName;
        File.WriteAllText(Path.Combine(other, "HEAD"), Hash);
        Directory.Delete(Path.Combine(folder, ".git"), recursive: true);
        File.WriteAllText(Path.Combine(folder, ".git"), $"gitdir: {other}\n");

        Assert.That(GitHead.Of(folder), Is.Null);
    }

    [TestCase(".git")]
    [TestCase(".git/refs")]
    [TestCase(".git/refs/heads")]
    public void Folder_that_is_a_link_to_another_is_not_entered(string link)
    {
        var other = Path.Combine(folder, "other");
        Write("HEAD", "ref: refs/heads/main\n");
        Write("refs/heads/main", Hash);
        Directory.Move(Path.Combine(folder, link), other);
        Directory.CreateSymbolicLink(Path.Combine(folder, link), other);

        Assert.That(GitHead.Of(folder), Is.Null);
    }

    [Test]
    public void Answer_that_is_a_pipe_is_no_answer()
    {
        MakePipe(Path.Combine(folder, "answer.md"));

        Assert.That(Within(() => new SubmissionFiles(folder).Read("answer.md")), Is.Null);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, ".git", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static void MakePipe(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.That(made.ExitCode, Is.Zero);
    }

    // Reading a pipe that nobody writes to would never return; the bound is only ever reached by a failing test.
    private static string? Within(Func<string?> read)
    {
        var reading = Task.Run(read);
        Assert.That(reading.Wait(TimeSpan.FromSeconds(30)), Is.True, "reading did not come back");
        return reading.Result;
    }
}
