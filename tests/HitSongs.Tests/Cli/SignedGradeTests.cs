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

    private CommandRun Verify() => CommandRun.Of("verify", At("out/grade.json"), "--key", At("k.public.pem"));

    private string At(string name) => Path.Combine(folder.Path, name);
}
