using System.Collections.Concurrent;
using System.Diagnostics;
using HitSongs.Cli.GradeRuns;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Scoring;
using NUnit.Framework;

namespace HitSongs.Tests.Submissions;

/// <summary>
/// Hostile answers to one small question (two points for the sum of drawn numbers), a folder each in attacks/: its files, a script that lays out what git cannot
/// hold, and what is expected. All are graded in one run, side by side, as a cohort's programs are.
/// </summary>
[Parallelizable(ParallelScope.None)]
public sealed class AttackTests
{
    private const string Secret = "HITSONGS_TEST_SECRET";
    private const string Section = "attacks";

    internal static readonly string Folder = Path.Combine(Path.GetDirectoryName(SourcePath())!, Section);

    private static readonly string[] OpenFolders = ["/tmp", "/var/tmp", "/dev/shm", "/run"]; // other file systems than the root, perhaps

    private readonly AttackTimes times = new();
    private GradeRun run = null!;
    private string work = "";

    [OneTimeSetUp]
    public async Task GradeAllAttacksAtOnce()
    {
        work = Directory.CreateTempSubdirectory("attacks-").FullName;
        Environment.SetEnvironmentVariable(Secret, "a secret");
        LayOut();
        run = await GradeRun.OfAsync(
            new GradeOptions(Path.Combine(work, "submission"), Path.Combine(work, "rubric"), [], Path.Combine(work, "out"), Path.Combine(work, "cache"), [], null, SandboxKind.Auto, Seed: 1),
            times, TestContext.Progress.WriteLine, CancellationToken.None);
        EvidenceFolder.Write(Path.Combine(work, "evidence"), run.Evidence);
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(work, recursive: true);

    [TestCaseSource(nameof(Attacks))]
    public void Attack_gains_nothing_and_is_told_what_it_did(string attack)
    {
        var expected = File.ReadAllLines(Path.Combine(Folder, attack, "expected.txt")).Select(line => line.Split(": ", 2)).ToLookup(line => line[0], line => line[1], StringComparer.Ordinal);
        var program = run.Evidence.Questions.Single(question => question.Question == $"{Section}/{attack}").Demonstration!.Program;
        var question = run.Grade.Sections.Single().Questions.Single(question => question.Id == $"{Section}/{attack}");
        var said = program.Reason + string.Concat(question.Criteria.Select(criterion => criterion.Feedback));

        TestContext.Out.WriteLine($"{attack}\t{program.Outcome}\t{question.Points} points\t{times.Of(question.Id).TotalSeconds:0.0} s\t{program.Reason}");
        Assert.Multiple(() =>
        {
            Assert.That(expected["outcome"].Single().Split('|'), Does.Contain($"{program.Outcome}"), said);
            Assert.That(question.Points, Is.EqualTo(double.Parse(expected["points"].Single())), said);
            Assert.That(question.Criteria.Select(criterion => criterion.Status), Has.None.EqualTo(Status.Error));
            Assert.That(said.Where(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format), Is.Empty, "it steers who reads it");
            Assert.That(program.Line, Is.Null.Or.InRange(1, program.Source.Count(c => c == '\n') + 1));
            foreach (var words in expected["says"])
                Assert.That(said, Does.Contain(words));
        });
    }

    [Test]
    public void Evidence_of_all_of_them_can_be_read_again_and_gives_the_same_grade()
    {
        var again = Grader.Grade(run.Rubric, EvidenceFolder.Read(Path.Combine(work, "evidence")));

        Assert.That(GradeJson.Write(again, run.Evidence.Run), Is.EqualTo(GradeJson.Write(run.Grade, run.Evidence.Run)));
    }

    [Test]
    public void No_process_of_theirs_stays()
    {
        Assume.That(Environment.IsPrivilegedProcess, "only root has users for them, by which their processes are known");

        Assert.That(Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(IsLeft).Select(Command), Is.Empty);
    }

    [Test]
    public void No_file_of_theirs_stays()
    {
        // By name or by owner: as an ordinary user, the grader's own user is the owner.
        using var find = Process.Start(new ProcessStartInfo("find", ["/", .. OpenFolders, "-xdev", "(", "-name", "left-by-a-submission", .. ByOwner(), ")"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            RedirectStandardError = true, // of folders that may not be entered, and that vanish meanwhile
        })!;
        var told = find.StandardError.ReadToEndAsync();
        var found = find.StandardOutput.ReadToEnd();
        find.WaitForExit();

        Assert.That(found, Is.Empty, told.Result);
    }

    private static string[] ByOwner() =>
        Environment.IsPrivilegedProcess ? ["-o", "-uid", $"+{SandboxUser.First - 1}", "-uid", $"-{SandboxUser.First + SandboxUser.Count}"] : [];

    /// <summary>Whether a process runs as one of the sandbox's users, and none of those that started it is a harness: it has outlived its sandbox.</summary>
    private static bool IsLeft(string? process)
    {
        var isTheirs = int.TryParse(process, out var id) && IsOfSandbox(id);
        for (; isTheirs && id > 1; id = Number(id, "PPid:"))
        {
            if (!IsOfSandbox(id) && StatusOf(id, "Name:") is "dotnet" or "testhost" or "HitSongs.Cli")
            {
                return false;
            }
        }

        return isTheirs;
    }

    private static bool IsOfSandbox(int process) => Number(process, "Uid:") - SandboxUser.First is >= 0 and < SandboxUser.Count;

    private static int Number(int process, string field) => int.TryParse(StatusOf(process, field), out var number) ? number : 0;

    /// <summary>What the kernel says of a process; nothing of one that has ended.</summary>
    private static string StatusOf(int process, string field)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(field, StringComparison.Ordinal)).Split('\t')[1];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Command(string? process) => File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' ');

    private static IEnumerable<string> Attacks() => Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    private void LayOut()
    {
        SumQuestion.WriteRubric(Path.Combine(work, "rubric"), Section, Attacks());
        Attacks().ToList().ForEach(LayOut);
    }

    private void LayOut(string attack)
    {
        var answer = Directory.CreateDirectory(Path.Combine(work, "submission", "answers", Section, attack)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, attack)).Where(file => Path.GetFileName(file) is not ("expected.txt" or "layout.sh")))
        {
            File.Copy(file, Path.Combine(answer, Path.GetFileName(file)));
        }

        if (Path.Combine(Folder, attack, "layout.sh") is var script && File.Exists(script))
        {
            using var shell = Process.Start(new ProcessStartInfo("sh", [script]) { WorkingDirectory = answer })!;
            shell.WaitForExit();
            Assert.That(shell.ExitCode, Is.Zero, $"{attack} could not be laid out");
        }
    }

    /// <summary>How long each attack held the harness, waiting for a place included.</summary>
    private sealed class AttackTimes : IProgress<CollectProgress>
    {
        private readonly ConcurrentDictionary<string, Stopwatch> clocks = new(StringComparer.Ordinal);

        public void Report(CollectProgress value)
        {
            var clock = clocks.GetOrAdd(value.Question, _ => Stopwatch.StartNew());
            if (value.Finished)
            {
                clock.Stop();
            }
        }

        public TimeSpan Of(string question) => clocks[question].Elapsed;
    }

    private static string SourcePath([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
