using System.Diagnostics;
using HitSongs.Cli;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Workflows;

/// <summary>The steps of batch.yml, as the runner starts them: fetched from repositories on this disk, graded one by one, gathered into one cohort.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BatchScriptTests
{
    private const string Quiz = "primer/quiz-pytorch";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void Units_that_jobs_have_graded_are_gathered_into_one_cohort_and_the_one_whose_job_failed_is_graded_then()
    {
        var right = Path.Combine(Repository.Root, "answers", Quiz, "answer.md");
        Fork("ada/answers", $"mkdir -p answers/{Quiz} && cp '{right}' answers/{Quiz}/answer.md");
        Fork("eve/answers", $"mkdir -p answers/{Quiz} && ln -s '{right}' answers/{Quiz}/answer.md && printf '* filter=x\\n' > .gitattributes");
        Fork("bob/empty", "touch README.md");

        var (fetched, said) = Run("fetch", ("FORKS", "ada/answers eve/answers@HEAD\nbob/empty carl/gone"));
        Assert.That(fetched, Is.Zero, said);
        var output = File.ReadAllLines(At("output")).Select(line => line.Split('=', 2)).ToDictionary(line => line[0], line => line[1]);
        var seed = output["seed"];
        Assert.That(output["units"], Is.EqualTo($"[\"{seed}/ada.answers\",\"{seed}/bob.empty\",\"{seed}/carl.gone\",\"{seed}/eve.answers\"]"));

        foreach (var (job, name) in ((string[])["ada.answers", "eve.answers"]).Index())
        {
            var (graded, told) = Run("grade", ("UNIT", $"{seed}/{name}"));
            Assert.That(graded, Is.Zero, told);
            Directory.CreateDirectory(At($"units/unit-{job}"));
            File.Move(At("unit.tar"), At($"units/unit-{job}/unit.tar"));
            Directory.Delete(At("batch"), recursive: true);
        }

        var (gathered, all) = Run("gather", ("SEED", seed));

        Assert.Multiple(() =>
        {
            Assert.That(gathered, Is.Zero, all);
            Assert.That(all, Does.Contain("4 graded (2 of them before)"));
            Assert.That(File.ReadAllText(At("batch/grades.csv")), Does.Match("ada.answers,[^,]*,Passed,3,3").And.Match("eve.answers,[^,]*,Failed,0,3"));
            Assert.That(File.Exists(At("batch.tar")));
        });
    }

    [TestCase("")]
    [TestCase("--upload-pack=touch")]
    [TestCase("ada/../eve")]
    [TestCase("ada/answers@--help")]
    [TestCase("ada/$(touch owned)")]
    public void What_names_no_repository_is_refused(string forks) => Assert.That(Run("fetch", ("FORKS", forks)).ExitCode, Is.EqualTo(2));

    private string At(string path) => Path.Combine(folder.Path, path);

    private void Fork(string name, string make) =>
        Shell(
            $"mkdir -p forks/{name} && cd forks/{name} && git init --quiet && {make} && git add --all && "
                + "git -c user.name=x -c user.email=x@x commit --quiet -m x");

    private (int ExitCode, string Output) Run(string step, params (string Name, string Value)[] environment) =>
        Shell($"bash '{Path.Combine(Repository.Root, ".github/scripts/batch.sh")}' {step}", environment);

    private (int ExitCode, string Output) Shell(string script, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"{{ {script}; }} 2>&1"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = folder.Path,
        };
        (string Name, string Value)[] all =
        [
            ("HITSONGS", $"{DotnetInstallation.Host} exec {typeof(Workplace).Assembly.Location}"), ("ONLY", Quiz), ("GITHUB_OUTPUT", At("output")),
            ("FORKS_AT", $"file://{At("forks")}"), ("GIT_CONFIG_GLOBAL", "/dev/null"), .. environment,
        ];
        foreach (var (name, value) in all)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
