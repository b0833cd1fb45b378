using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>Exports and signatures as a user asks for them.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SignedGradeTests
{
    private const string Quiz = "primer/quiz-pytorch";
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void A_grade_that_was_signed_verifies_until_it_is_changed_and_a_regrade_signs_it_anew()
    {
        Assert.That(CommandRun.Of("sign-key", At("k.pem")).ExitCode, Is.Zero);
        var graded = CommandRun.Of(
            "grade",
            "--only",
            Quiz,
            "--out",
            At("out"),
            "--sign",
            At("k.pem"),
            "--export",
            $"junit={At("x/grade.xml")}",
            "--export",
            $"csv={At("x/grade.csv")}"
        );
        Assert.That(graded.ExitCode, Is.Zero, graded.Error);
        Assert.That(At("x/grade.xml"), Does.Exist);
        Assert.That(At("x/grade.csv"), Does.Exist);
        Assert.That(Verify().ExitCode, Is.Zero);

        var grade = At("out/grade.json");
        File.WriteAllText(grade, File.ReadAllText(grade).Replace("\"points\": 3", "\"points\": 4", StringComparison.Ordinal));
        var changed = Verify();
        Assert.That(changed.ExitCode, Is.EqualTo(1));
        Assert.That(changed.Error, Does.Contain("the grade was changed"));

        // --sign signs what the rubric gives now; the changed points are gone.
        CommandRun.Of("regrade", At("out/evidence"), "--sign", At("k.pem"), "--export", $"markdown={At("summary.md")}");
        Assert.That(Verify().ExitCode, Is.Zero);
        Assert.That(File.ReadAllText(At("summary.md")), Does.Contain(" points: "));
    }

    [TestCase("grade", "--export", "unknown=file")]
    [TestCase("regrade", "--export", "junit")]
    [TestCase("grade", "--sign", "/nonexistent.pem")]
    [TestCase("verify", "/nonexistent/grade.json")]
    [TestCase("verify", "/nonexistent/grade.json", "--key", "/nonexistent.pem")]
    [TestCase("fork", "/nonexistent", "--out", "/nonexistent-target")]
    [TestCase("publish")]
    [TestCase("publish", "--run", "soon")]
    public void Wrong_usage_is_told_in_one_line_with_exit_code_2(params string[] arguments) => CommandRun.Of(arguments).AssertRefused();

    [TestCase("junit={0}/out/grade.json", "the grading itself writes that file")]
    [TestCase("junit={0}/out/evidence/x.xml", "evidence is read from")]
    [TestCase("junit={0}", "that is a folder")]
    [TestCase("junit=/proc/none/x.xml", "it cannot be written")]
    [TestCase("junit={0}/x", "two exports go there")]
    public void A_file_that_no_export_may_be_written_to_is_refused_before_anything_is_graded(string export, string why)
    {
        var run = CommandRun.Of(
            "grade", "--only", Quiz, "--out", At("out"), "--export", export.Replace("{0}", folder.Path, StringComparison.Ordinal), "--export", $"csv={At("x")}");

        run.AssertRefused(why);
        Assert.That(At("out/grade.json"), Does.Not.Exist);
    }

    [TestCase("grade")]
    [TestCase("collect")]
    public void A_place_where_nothing_can_be_written_is_told_before_anything_is_run(string verb) =>
        CommandRun.Of(verb, "--only", Quiz, "--out", "/proc/none").AssertRefused("/proc/none", "--out");

    [Test]
    public void Pipes_and_links_that_were_laid_into_evidence_are_told_as_added_and_never_opened()
    {
        Assert.That(CommandRun.Of("sign-key", At("k.pem")).ExitCode, Is.Zero);
        Assert.That(CommandRun.Of("grade", "--only", Quiz, "--out", At("out"), "--sign", At("k.pem")).ExitCode, Is.Zero);
        MakePipe(At("out/evidence/pipe"));
        File.CreateSymbolicLink(At("out/evidence/nowhere"), "gone");
        Directory.CreateSymbolicLink(At("out/evidence/round"), ".");
        File.CreateSymbolicLink(At("out/evidence/endless"), "/dev/zero");

        var verified = Verify();

        Assert.That(verified.ExitCode, Is.EqualTo(1), verified.Error);
        foreach (var name in (string[])["pipe", "nowhere", "round", "endless"])
            Assert.That(verified.Error, Does.Contain($"evidence/{name} was added"));
    }

    [Test]
    public void A_pipe_in_the_place_of_marks_is_refused()
    {
        Assert.That(CommandRun.Of("grade", "--only", Quiz, "--out", At("out")).ExitCode, Is.Zero);
        MakePipe(At("out/marks.yaml"));

        var run = CommandRun.Of("regrade", At("out/evidence"));

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, run.Error)));
        Assert.That(run.Error, Does.Contain("marks.yaml: this is a pipe or a device"));
    }

    private static void MakePipe(string path)
    {
        using var made = System.Diagnostics.Process.Start("mkfifo", [path]);
        made.WaitForExit();
        Assert.That(made.ExitCode, Is.Zero);
    }

    private CommandRun Verify() => CommandRun.Of("verify", At("out/grade.json"), "--key", At("k.public.pem"));

    private string At(string name) => Path.Combine(folder.Path, name);
}
