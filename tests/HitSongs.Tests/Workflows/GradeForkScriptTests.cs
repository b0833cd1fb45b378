using System.Diagnostics;
using HitSongs.Cli;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Grades;
using HitSongs.Grading.RubricFiles;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Workflows;

/// <summary>The step of grade.yml that grades, as the runner starts it.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GradeForkScriptTests
{
    private const string Quiz = "primer/quiz-pytorch";
    private TemporaryFolder folder = null!;

    private string Fork => Path.Combine(folder.Path, "fork");

    private string Out => Path.Combine(folder.Path, "graded");

    private string Summary => Path.Combine(folder.Path, "summary.md");

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void An_honest_fork_gets_its_points_a_summary_and_an_artifact()
    {
        WriteQuiz(File.ReadAllText(Path.Combine(Repository.Root, "answers", Quiz, "answer.md")));

        var (exitCode, output) = GradeFork();

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(Grade().Points, Is.EqualTo(3));
            Assert.That(File.ReadAllText(Summary), Does.StartWith("### 3 of 3 points: passed"));
        });
    }

    [Test]
    public void A_fork_that_changes_rubric_harness_and_links_gains_nothing_and_is_graded_by_the_base()
    {
        // Its rubric gives the points for other answers, its answer is a link to the right one, and its build would run a program.
        WriteQuiz("");
        folder.Write(
            $"fork/rubric/{Quiz}.yaml",
            File.ReadAllText(Path.Combine(Repository.Root, "rubric", Quiz + ".yaml")).Replace("correct: c", "correct: a", StringComparison.Ordinal)
        );
        folder.Write("fork/rubric/rubric.yaml", "title: mine\npassMark: 0.01\nsections: []\n");
        folder.Write(
            "fork/Directory.Build.props",
            $"<Project><Target Name=\"Mine\" BeforeTargets=\"Build\"><Exec Command=\"touch {folder.Path}/ran\" /></Target></Project>"
        );
        folder.Write("fork/.github/scripts/grade-fork.sh", $"touch {folder.Path}/ran");
        var answer = Path.Combine(Fork, "answers", Quiz, "answer.md");
        File.Delete(answer);
        File.CreateSymbolicLink(answer, Path.Combine(Repository.Root, "answers", Quiz, "answer.md"));

        var (exitCode, output) = GradeFork();

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(Grade().Points, Is.Zero);
            Assert.That(Grade().Rubric.Sha256, Is.EqualTo(RubricFolder.Read(Path.Combine(Repository.Root, "rubric")).Sha256));
            Assert.That(Path.Combine(folder.Path, "ran"), Does.Not.Exist);
            Assert.That(output, Does.Contain("(a link)"));
        });
    }

    [Test]
    public void What_a_fork_makes_the_harness_print_is_no_command_to_the_runner()
    {
        WriteQuiz("::error::owned\n::add-mask::owned\n");

        var (_, output) = GradeFork();

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Does.Match("^::stop-commands::[0-9a-f-]{36}$"));
            Assert.That(lines[^1], Is.EqualTo($"::{lines[0]["::stop-commands::".Length..]}::"));
        });
    }

    [Test]
    public void A_fork_without_answers_ends_with_the_code_of_wrong_input()
    {
        Directory.CreateDirectory(Fork);

        Assert.That(GradeFork().ExitCode, Is.EqualTo(2));
    }

    private void WriteQuiz(string answer) => folder.Write($"fork/answers/{Quiz}/answer.md", answer);

    private Grade Grade() => GradeJson.Read(File.ReadAllText(Path.Combine(Out, "grade.json"))).Grade;

    private (int ExitCode, string Output) GradeFork()
    {
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder.Path,
        };
        foreach (var argument in (string[])[Path.Combine(Repository.Root, ".github/scripts/grade-fork.sh"), Fork, Out, "--only", Quiz])
            start.ArgumentList.Add(argument);
        start.Environment["HITSONGS"] = $"{DotnetInstallation.Host} exec {typeof(Workplace).Assembly.Location}";
        start.Environment["GITHUB_ACTIONS"] = "true";
        start.Environment["GITHUB_STEP_SUMMARY"] = Summary;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var lines = output.TrimEnd('\n').Split('\n');
        return (process.ExitCode, string.Join('\n', [.. lines[..^1], error.GetAwaiter().GetResult(), lines[^1]]));
    }
}
