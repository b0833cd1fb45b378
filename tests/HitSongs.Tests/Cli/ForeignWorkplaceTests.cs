using System.Diagnostics;
using HitSongs.Cli;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Temporary;
using HitSongs.Tests.Submissions;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>The program installed outside any repository: the only rubric around is the one that the graded submission brings.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ForeignWorkplaceTests
{
    private readonly TemporaryFolder folder = new();
    private string program = "", submission = "";

    [OneTimeSetUp]
    public void InstallTheProgramElsewhere()
    {
        program = Directory.CreateDirectory(Path.Combine(folder.Path, "program")).FullName;
        // Its native libraries are large: linked where that goes, which it does not from one file system to another.
        using var copy = Process.Start("sh", ["-c", "cp -rl \"$0/.\" \"$1\" 2> /dev/null || cp -r \"$0/.\" \"$1\"", AppContext.BaseDirectory, program]);
        copy.WaitForExit();
        Assert.That(copy.ExitCode, Is.Zero);

        submission = Path.Combine(folder.Path, "cohort", "somebody");
        SumQuestion.WriteRubric(Path.Combine(submission, "rubric"), "small", ["1-sum"]);
        var answer = Directory.CreateDirectory(Path.Combine(submission, "answers", "small", "1-sum")).FullName;
        File.WriteAllText(Path.Combine(answer, "demonstration.cs"), SumQuestion.Right);
        Directory.CreateDirectory(Path.Combine(submission, "data"));
        File.WriteAllText(Path.Combine(submission, "data", "songs.csv"), "no songs");
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [TestCase("grade")]
    [TestCase("grade", "..")]
    [TestCase("collect")]
    [TestCase("batch", "../..")]
    [TestCase("batch", "..")]
    public void Its_rubric_grades_nobody_unasked(params string[] verb)
    {
        var run = Run([.. verb, "--out", Path.Combine(folder.Path, "none")]);

        run.AssertRefused(Path.Combine(submission, "rubric"), "--rubric");
    }

    [Test]
    public void By_the_evaluators_rubric_it_is_graded_and_its_cache_is_not_believed()
    {
        var rubric = Path.Combine(folder.Path, "evaluator", "rubric");
        SumQuestion.WriteRubric(rubric, "small", ["1-sum"]);
        var cache = Directory.CreateDirectory(Path.Combine(submission, "artifacts", "cache")).FullName;

        var run = Run("grade", "..", "--rubric", rubric, "--out", Path.Combine(folder.Path, "out"));

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Error, Does.Contain($"graded by {rubric}"));
            Assert.That(Directory.GetFileSystemEntries(cache), Is.Empty);
        });
    }

    [Test]
    public void Its_songs_are_not_those_that_models_are_trained_on()
    {
        var run = Run("grade", "..", "--rubric", Workplace.Find().Rubric, "--only", "evaluation/hit-songs/2-model", "--out", Path.Combine(folder.Path, "songs"));

        run.AssertRefused("--data");
    }

    /// <summary>Standing in its answers, with a home of its own.</summary>
    private CommandRun Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetInstallation.Host, ["exec", Path.Combine(program, "HitSongs.Cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.Combine(submission, "answers"),
        };
        start.Environment["HOME"] = folder.Path;
        return CommandRun.Of(start);
    }
}
