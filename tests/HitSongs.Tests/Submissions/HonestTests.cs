using System.Diagnostics;
using HitSongs.Cli;
using HitSongs.Cli.GradeRuns;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Grades;
using NUnit.Framework;

namespace HitSongs.Tests.Submissions;

/// <summary>An honest answer on machines that make it hard: it keeps its points, or is told that the machine is at fault.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HonestTests
{
    private string work = "";

    [SetUp]
    public void LayOut()
    {
        work = Directory.CreateTempSubdirectory("honest-").FullName;
        SumQuestion.WriteRubric(Path.Combine(work, "rubric"), "small", ["1-sum"]);
        Directory.CreateDirectory(Path.Combine(work, "submission", "answers", "small", "1-sum"));
        // The folder's name makes it a program that no run before has compiled and kept.
        Program($"{SumQuestion.Right}// {work}\n");
        Directory.CreateDirectory(Path.Combine(work, "tmp"));
        foreach (var folder in Directory.GetDirectories(work).Append(work))
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111); // one of the cases runs as another user
        }
    }

    [TearDown]
    public void Remove() => Directory.Delete(work, recursive: true);

    [TestCase("umask 077")]
    [TestCase("unset HOME")]
    [TestCase("ulimit -c unlimited; unset LANG")]
    [TestCase("cd /")]
    public async Task It_keeps_its_points_under(string before)
    {
        var (exitCode, error) = await GradeAsync(before, "");

        AssertFull(exitCode, error);
    }

    [Test]
    public async Task It_keeps_its_points_when_it_is_slow_and_the_harness_has_nothing_else_to_do()
    {
        // Threads of the pool that started it end meanwhile: what the kernel ends with them must not be the program.
        Program(SumQuestion.Right.Replace(SumQuestion.Header, $"{SumQuestion.Header}System.Threading.Thread.Sleep(6000);\n", StringComparison.Ordinal));

        var (exitCode, error) = await GradeAsync("export DOTNET_ThreadPool_ThreadTimeoutMs=1000", "");

        AssertFull(exitCode, error);
    }

    [Test]
    public async Task A_slow_model_keeps_its_points_in_every_fold()
    {
        File.WriteAllText(Path.Combine(work, "rubric", "small", "2-model.yaml"), """
            title: Slow
            prompt: Say what is usual.
            model: {timeout: 30, memory: 768, folds: 2}
            criteria:
              - {id: ran, kind: model, points: 3}
            """);
        var answer = Directory.CreateDirectory(Path.Combine(work, "submission", "answers", "small", "2-model")).FullName;
        File.WriteAllText(Path.Combine(answer, "model.cs"), """
            using HitSongs.Pipeline;
            using static HitSongs.Demonstrations.Modelling;

            System.Threading.Thread.Sleep(4000);
            Predict(Test.Select(song => new Prediction(song.TrackId, 50, 0.5)));
            """);

        var (exitCode, error) = await GradeAsync("export DOTNET_ThreadPool_ThreadTimeoutMs=1000", "");

        Assert.That((exitCode, File.Exists(Path.Combine(work, "out", "grade.json")) ? Read("out").Points : 0), Is.EqualTo((0, 5.0)), error);
    }

    [Test]
    public async Task Forty_gradings_in_a_row_give_the_points_forty_times()
    {
        var options = new GradeOptions(
            Path.Combine(work, "submission"), Path.Combine(work, "rubric"), [], Path.Combine(work, "out"), Path.Combine(work, "cache"), [], null, SandboxKind.Auto, null);
        for (var i = 0; i < 40; i++)
        {
            var run = await GradeRun.OfAsync(options, new Progress<CollectProgress>(), _ => { }, CancellationToken.None);

            Assert.That(run.Grade.Points, Is.EqualTo(2), $"grading {i + 1}: {run.Evidence.Questions[0].Demonstration!.Program.Reason}");
        }
    }

    [TestCase("tr_TR.UTF-8", Description = "where the capital of i is not I")]
    [TestCase("ar_SA.UTF-8", Description = "where years are others")]
    [TestCase("de_DE.UTF-8", Description = "where numbers have commas")]
    public async Task It_keeps_its_points_where_people_write(string locale)
    {
        var (exitCode, error) = await GradeAsync($"export LANG={locale} LC_ALL={locale} TZ=Pacific/Kiritimati", "");

        AssertFull(exitCode, error);
    }

    [TestCase("\r\n", "utf-8")]
    [TestCase("\n", "windows-1252")]
    [TestCase("\r\n", "utf-16", Description = "with its mark, as Windows' editors write it")]
    [TestCase("\r", "utf-8")]
    public async Task It_keeps_its_points_as_an_editor_saved_it(string lineEnd, string encoding)
    {
        var source = $"// R\u00e9ponse \u2013 \u201csum\u201d\n{SumQuestion.Right}".ReplaceLineEndings(lineEnd);
        var writer = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? System.Text.Encoding.GetEncoding(encoding);
        File.WriteAllText(Path.Combine(work, "submission", "answers", "small", "1-sum", "demonstration.cs"), source, writer);

        var (exitCode, error) = await GradeAsync("", "");

        AssertFull(exitCode, error);
    }

    [Test]
    public async Task It_keeps_its_points_in_a_folder_with_any_name()
    {
        var (from, to) = (Path.Combine(work, "submission"), Path.Combine(work, "\u0432 \u00f6 \u20ac \"$HOME\" & (1), -x"));
        Directory.Move(from, to);
        Directory.CreateSymbolicLink(from, to);

        var (exitCode, error) = await GradeAsync($"cd '{to}'", "", submission: ".");

        AssertFull(exitCode, error);
    }

    [Test]
    public async Task It_keeps_its_points_on_a_disk_that_cannot_be_written()
    {
        var mount = string.Join(
            " && ",
            ((string[])["submission", "rubric"]).Select(name => $"mount --bind {work}/{name} {work}/{name} && mount -o remount,ro,bind {work}/{name}"));
        Assume.That(await SucceedsAsync($"unshare -m sh -c '{mount}'"), "no file system can be mounted here");

        var (exitCode, error) = await GradeAsync("", $"unshare -m sh -c '{mount} && exec \"$@\"' sh");

        AssertFull(exitCode, error);
    }

    [Test]
    public async Task Grades_and_evidence_that_a_submission_brings_along_are_not_looked_at()
    {
        Directory.CreateDirectory(Path.Combine(work, "submission", "evidence", "questions"));
        foreach (var file in (string[])["grade.json", "marks.yaml", "journal", "unit.json", "evidence/run.json", "answers/grade.json",
            "answers/small/1-sum/marks.yaml", "answers/small/1-sum/1-sum.yaml", "answers/small/1-sum/global.json", "global.json", "Directory.Build.props"])
        {
            File.WriteAllText(Path.Combine(work, "submission", file), "{\"points\": 1000, \"sdk\": {\"version\": \"99.0.100\", \"paths\": [\".\"]}}");
        }

        var (exitCode, error) = await GradeAsync($"cd {work}/submission", "", submission: ".");

        AssertFull(exitCode, error);
    }

    [Test]
    public async Task It_keeps_its_points_when_an_ordinary_user_grades_it()
    {
        Assume.That(Environment.IsPrivilegedProcess, "only root can become another user");
        Assume.That(
            await SucceedsAsync("setpriv --reuid=65534 --regid=65534 --clear-groups bwrap --unshare-all --ro-bind / / true"),
            "an ordinary user may not make namespaces here");

        // Where files may be read by their names, and the folder not be listed.
        Assert.That(await SucceedsAsync($"chmod 0711 {work}/submission/answers/small/1-sum"));

        var (exitCode, error) = await GradeAsync("", "setpriv --reuid=65534 --regid=65534 --clear-groups");

        AssertFull(exitCode, error);
    }

    [Test]
    public async Task It_keeps_its_points_where_temporary_files_lie_in_shared_memory()
    {
        Assume.That(Directory.Exists("/dev/shm"), "there is none here");

        var (exitCode, error) = await GradeAsync("export TMPDIR=/dev/shm", "");

        AssertFull(exitCode, error);
    }

    [Test]
    public async Task It_keeps_its_points_when_users_without_a_name_grade_it()
    {
        Assume.That(Environment.IsPrivilegedProcess, "only root can become another user");
        Assume.That(
            await SucceedsAsync("setpriv --reuid=54321 --regid=54321 --clear-groups bwrap --unshare-all --ro-bind / / true"),
            "an ordinary user may not make namespaces here");
        Assert.That(await SucceedsAsync($"mkdir -m 777 {work}/one {work}/other"));

        var one = await GradeAsync("", "setpriv --reuid=54321 --regid=54321 --clear-groups", "one/out");
        var other = await GradeAsync("", "setpriv --reuid=54322 --regid=54322 --clear-groups", "other/out");

        Assert.That((one.ExitCode, other.ExitCode), Is.EqualTo((0, 0)), one.Error + other.Error);
    }

    [Test]
    public async Task Two_gradings_at_once_do_not_count_each_others_processes()
    {
        var both = await Task.WhenAll(GradeAsync("", "", "out-1"), GradeAsync("", "", "out-2"));

        Assert.Multiple(() =>
        {
            Assert.That(both.Select(one => one.ExitCode), Is.All.Zero, both[0].Error + both[1].Error);
            Assert.That((Read("out-1").Points, Read("out-2").Points), Is.EqualTo((2.0, 2.0)));
        });
    }

    [TestCase(4, Description = "a file of the harness's own fits, and nothing else")]
    [TestCase(8, Description = "nor does a compiled program")]
    public async Task A_full_disk_is_the_machines_fault_and_costs_no_points(int kibibytes)
    {
        var mount = $"mount -t tmpfs -o size={kibibytes}k none {Path.Combine(work, "tmp")}";
        Assume.That(await SucceedsAsync($"unshare -m {mount}"), "no file system can be mounted here");

        var (exitCode, error) = await GradeAsync("", $"unshare -m sh -c '{mount} && exec \"$@\"' sh");

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(3), error);
            Assert.That(error, Does.Contain("space").IgnoreCase.Or.Contain("machine").IgnoreCase);
            Assert.That(File.Exists(Path.Combine(work, "out", "grade.json")) ? Read("out").Status : Status.Error, Is.EqualTo(Status.Error));
        });
    }

    [Test]
    public async Task A_temporary_folder_that_cannot_be_written_is_the_machines_fault_in_one_line()
    {
        var (exitCode, error) = await GradeAsync("export TMPDIR=/proc/none", "");

        Assert.That((exitCode, error.Trim().Split('\n').Length), Is.EqualTo((3, 1)), error);
    }

    private void Program(string source) =>
        File.WriteAllText(Path.Combine(work, "submission", "answers", "small", "1-sum", "demonstration.cs"), source);

    private void AssertFull(int exitCode, string error)
    {
        Assert.That(exitCode, Is.Zero, error);
        Assert.That(Read("out").Points, Is.EqualTo(2));
    }

    private Grade Read(string folder) => GradeJson.Read(File.ReadAllText(Path.Combine(work, folder, "grade.json"))).Grade;

    /// <param name="before">Commands of the shell that then becomes the grading.</param>
    /// <param name="prefix">A command that runs it.</param>
    private async Task<(int ExitCode, string Error)> GradeAsync(string before, string prefix, string to = "out", string? submission = null)
    {
        var grade = $"{DotnetInstallation.Host} exec {typeof(Workplace).Assembly.Location} grade {submission ?? $"{work}/submission"}"
            + $" --rubric {work}/rubric --out {work}/{to}";
        return await ShellAsync($"{(before.Length > 0 ? $"{before}; " : "")}exec {prefix} {grade}");
    }

    private async Task<bool> SucceedsAsync(string command) => (await ShellAsync(command)).ExitCode == 0;

    private async Task<(int ExitCode, string Error)> ShellAsync(string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["TMPDIR"] = Path.Combine(work, "tmp");
        using var shell = Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        await output;
        return (shell.ExitCode, await error);
    }
}
