using System.Diagnostics;
using HitSongs.Cli;
using HitSongs.Collecting.Batch;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.Slurm;
using HitSongs.Temporary;
using HitSongs.Tests.Submissions;
using NUnit.Framework;

namespace HitSongs.Tests.Cli.Slurm;

/// <summary>A cohort graded by a real Slurm on this machine.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SlurmTests
{
    private const string Slow = $"{SumQuestion.Header}System.Threading.Thread.Sleep(3000);\nObserve(\"sum\", Input<double[]>(\"x\").Sum());\n";

    private static readonly string[] Written = ["grades.csv", "grades.json", "index.html"];

    private TemporaryFolder work = null!;
    private SlurmCluster cluster = null!;

    [OneTimeSetUp]
    public void StartACluster()
    {
        var missing = SlurmCluster.Missing();
        Assume.That(missing, Is.Null, missing);
        cluster = new SlurmCluster();
    }

    [OneTimeTearDown]
    public void StopIt() => cluster?.Dispose();

    [SetUp]
    public void LayOutACohort()
    {
        work = new TemporaryFolder();
        SumQuestion.WriteRubric(Path.Combine(work.Path, "rubric"), "small", ["1-sum"]);
        Submission("first", SumQuestion.Right);
        Submission("wrong", $"{SumQuestion.Header}Observe(\"sum\", 1);");
        Submission("$(touch owned)", SumQuestion.Right);
        Submission("slow", Slow);
    }

    [TearDown]
    public void Remove() => work.Dispose();

    [Test]
    public void A_batch_by_slurm_writes_the_same_bytes_as_a_local_one_and_each_submission_once_into_its_journal()
    {
        var local = CommandRun.Ended(Start("local"));
        var slurm = CommandRun.Ended(Start("slurm", "--engine", "slurm"));

        Assert.Multiple(() =>
        {
            Assert.That((local.ExitCode, slurm.ExitCode), Is.EqualTo((0, 0)), local.Error + slurm.Error);
            Assert.That(slurm.Output, Does.Contain("4 graded (0 of them before)"));
            Assert.That(slurm.Error, Does.Match("Slurm has taken 4 submissions as job [0-9]+").And.Contain("wrong: graded (").And.Contain("4 done"));
            foreach (var file in Written)
                Assert.That(Read("slurm", file), Is.EqualTo(Read("local", file)), file);
            Assert.That(File.ReadLines(Path.Combine(work.Path, "slurm", Journal.FileName)).Count(), Is.EqualTo(5), "the seed and four submissions");
        });
    }

    [Test]
    public void Slurm_is_told_the_limits_that_the_rubrics_programs_and_the_harness_need()
    {
        var run = CommandRun.Ended(Start("slurm", "--engine", "slurm"));
        var number = run.Error.Split("as job ")[1].Split(['\n', '.', ',', ':', ' '])[0];

        var job = cluster.Ask("scontrol", "show", "job", number);

        Assert.Multiple(() =>
        {
            Assert.That(job, Does.Contain("MinMemoryNode=2816M").Or.Contain("MinMemoryNode=2.75G"), "2048 MiB for the harness, 768 for the program");
            Assert.That(job, Does.Contain("TimeLimit=00:11:00"), "ten minutes to start in, and twice the program's eight seconds");
        });
    }

    [Test]
    public void A_batch_whose_process_is_killed_and_whose_array_goes_on_is_resumed_to_the_same_bytes()
    {
        var local = CommandRun.Ended(Start("local"));
        using (var killed = Start("slurm", "--engine", "slurm"))
        {
            for (var line = ""; line?.Contains("(1 done", StringComparison.Ordinal) == false;)
                line = killed.StandardError.ReadLine();

            killed.Kill();
            killed.WaitForExit();
        }

        var resumed = CommandRun.Ended(Start("slurm", "--engine", "slurm", "--resume"));

        Assert.Multiple(() =>
        {
            Assert.That((local.ExitCode, resumed.ExitCode), Is.EqualTo((0, 0)), resumed.Error);
            Assert.That(resumed.Output, Does.Match(@"4 graded \([1-4] of them before\)"));
            foreach (var file in Written)
                Assert.That(Read("slurm", file), Is.EqualTo(Read("local", file)), file);
        });
    }

    [Test]
    public void What_was_on_a_node_that_fails_is_graded_when_there_is_a_node_again()
    {
        using var batch = Start("slurm", "--engine", "slurm");
        cluster.Until(() => cluster.Ask("squeue", "--noheader", "--states=RUNNING").Length > 0);
        cluster.Ask("scontrol", "update", "nodename=node", "state=down", "reason=test");
        cluster.Until(() => cluster.Ask("squeue", "--noheader", "--states=RUNNING,COMPLETING").Length == 0);
        cluster.Ask("scontrol", "update", "nodename=node", "state=resume");

        var run = CommandRun.Ended(batch);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, run.Output)).And.Matches<(int, string Said)>(one => one.Said.Contains("4 graded")), run.Error);
    }

    [Test]
    public void A_submission_that_slurm_cannot_run_is_not_graded_and_says_so()
    {
        var start = Prepared("slurm", "--engine", "slurm");
        start.Environment["SBATCH_CONSTRAINT"] = "no-such-node";

        var run = CommandRun.Ended(Process.Start(start)!);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(3));
            Assert.That(run.Error, Does.Match("(?m)^hitsongs: .*Slurm did not take the submissions: .*feature"));
        });
    }

    private Process Start(string to, params string[] more) => Process.Start(Prepared(to, more))!;

    private ProcessStartInfo Prepared(string to, params string[] more)
    {
        string[] arguments =
        [
            "exec", typeof(Workplace).Assembly.Location, "batch", Path.Combine(work.Path, "cohort"), "--rubric", Path.Combine(work.Path, "rubric"),
            "--out", Path.Combine(work.Path, to), "--seed", "5", .. more,
        ];
        var start = new ProcessStartInfo(DotnetInstallation.Host, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = work.Path,
        };
        start.Environment["SLURM_CONF"] = cluster.Configuration;
        return start;
    }

    private void Submission(string name, string program)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work.Path, "cohort", name, "answers", "small", "1-sum")).FullName;
        File.WriteAllText(Path.Combine(folder, "demonstration.cs"), program);
    }

    private string Read(string folder, string file) => File.ReadAllText(Path.Combine(work.Path, folder, file));
}

public sealed class SlurmCommandTests
{
    [Test]
    public void Where_slurm_is_not_installed_one_line_says_what_is_missing() =>
        Assert.That(
            async () => await SlurmCommand.RunAsync("no-such-sbatch", [], CancellationToken.None),
            Throws.TypeOf<UsageException>().With.Message.Contains("no-such-sbatch, which is not on the PATH")
        );
}
