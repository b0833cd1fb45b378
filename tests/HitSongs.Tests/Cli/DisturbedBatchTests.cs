using System.Diagnostics;
using HitSongs.Cli;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Temporary;
using HitSongs.Tests.Submissions;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>A cohort of two hundred, every fifth hostile, whose grading is killed at five moments that were drawn.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DisturbedBatchTests
{
    private const int Submissions = 200;
    private const int HostileOneIn = 5;

    /// <summary>Of the honest ones that hand in a program, and not an answer alone: running .NET is what takes the time.</summary>
    private const int ProgramOneIn = 4;

    private const int Kills = 5;

    /// <summary>Theirs is the compiler's time, a minute each.</summary>
    private static readonly string[] Slow = ["lambdas-that-stall-the-compiler", "sum-of-a-hundred-thousand-terms", "types-nested-ten-thousand-deep"];

    private static readonly string[] Written = ["grades.csv", "grades.json", "index.html"];

    private readonly TemporaryFolder work = new();

    [OneTimeSetUp]
    public void LayOutACohort()
    {
        SumQuestion.WriteRubric(Path.Combine(work.Path, "rubric"), "small", ["1-sum"], "{id: length, kind: structure, points: 1, minWords: 3, maxWords: 100}");
        var hostile = Attacks().ToList();
        Assert.That(hostile, Has.Count.GreaterThanOrEqualTo(Submissions / HostileOneIn));
        for (var i = 0; i < Submissions; i++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(work.Path, "cohort", $"s{i:000}", "answers", "small", "1-sum")).FullName;
            File.WriteAllText(Path.Combine(folder, "answer.md"), $"A sum is what number {i} and the others come to together.");
            if (i % HostileOneIn == 0)
            {
                File.Copy(hostile[i / HostileOneIn * hostile.Count / (Submissions / HostileOneIn)], Path.Combine(folder, "demonstration.cs"));
            }
            else if (i % ProgramOneIn == 0)
            {
                File.WriteAllText(Path.Combine(folder, "demonstration.cs"), SumQuestion.Right);
            }
        }
    }

    [OneTimeTearDown]
    public void Remove() => work.Dispose();

    [Test]
    public void Killed_five_times_and_resumed_it_comes_to_the_bytes_of_a_grading_that_nobody_disturbed()
    {
        var whole = CommandRun.Of(Arguments("whole"));
        var random = new Random(20);
        for (var kill = 0; kill < Kills; kill++)
        {
            KillAfter(random.Next(1, Submissions / Kills), resume: kill > 0);
        }

        var resumed = CommandRun.Of([.. Arguments("killed"), "--resume"]);

        Assert.Multiple(() =>
        {
            Assert.That((whole.ExitCode, resumed.ExitCode), Is.EqualTo((0, 0)), whole.Error + resumed.Error);
            Assert.That(resumed.Output, Does.Match($@"{Submissions} graded \([1-9][0-9]* of them before\)"));
            foreach (var file in Written)
                Assert.That(Read("killed", file), Is.EqualTo(Read("whole", file)), file);
            Assert.That(Read("whole", Written[0]).Split('\n').Count(row => row.Contains(",3,3,", StringComparison.Ordinal)), Is.EqualTo(HonestPrograms()), "the honest programs alone");
        });
    }

    /// <summary>Those whose end does not depend on how fast the machine is.</summary>
    private static IEnumerable<string> Attacks() =>
        Directory.GetFiles(AttackTests.Folder, "demonstration.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(file =>
        {
            var folder = Path.GetDirectoryName(file)!;
            return !Slow.Contains(Path.GetFileName(folder))
                && !File.Exists(Path.Combine(folder, "layout.sh"))
                && File.ReadAllLines(Path.Combine(folder, "expected.txt")) is var lines
                && lines.Contains("points: 0")
                && lines.Any(line => line is "outcome: Completed" or "outcome: DidNotCompile" or "outcome: Unreadable");
        });

    private static int HonestPrograms() => Enumerable.Range(0, Submissions).Count(i => i % HostileOneIn != 0 && i % ProgramOneIn == 0);

    private string[] Arguments(string to) =>
        ["batch", Path.Combine(work.Path, "cohort"), "--rubric", Path.Combine(work.Path, "rubric"), "--out", Path.Combine(work.Path, to), "--seed", "5"];

    private void KillAfter(int graded, bool resume)
    {
        var start = new ProcessStartInfo(DotnetInstallation.Host, ["exec", typeof(Workplace).Assembly.Location, .. Arguments("killed"), .. resume ? ["--resume"] : Array.Empty<string>()])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var batch = Process.Start(start)!;
        for (var done = 0; done < graded && batch.StandardError.ReadLine() is { } line;)
        {
            done += line.Contains(" done, ", StringComparison.Ordinal) ? 1 : 0;
        }

        batch.Kill();
        batch.WaitForExit();
    }

    private string Read(string folder, string file) => File.ReadAllText(Path.Combine(work.Path, folder, file));
}
