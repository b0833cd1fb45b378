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

    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(SourcePath())!, Section);

    private readonly Stopwatch clock = new();
    private GradeRun run = null!;
    private string work = "";

    [OneTimeSetUp]
    public async Task GradeAllAttacksAtOnce()
    {
        work = Directory.CreateTempSubdirectory("attacks-").FullName;
        Environment.SetEnvironmentVariable(Secret, "a secret");
        LayOut();
        clock.Start();
        run = await GradeRun.OfAsync(
            new GradeOptions(Path.Combine(work, "submission"), Path.Combine(work, "rubric"), [], Path.Combine(work, "out"), Path.Combine(work, "cache"), [], null, SandboxKind.Auto, Seed: 1),
            new Progress<CollectProgress>(), TestContext.Progress.WriteLine, CancellationToken.None);
        clock.Stop();
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

        TestContext.Out.WriteLine($"{attack}: {program.Outcome}, {question.Points} points. {program.Reason}");
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
        TestContext.Out.WriteLine($"{Attacks().Count()} attacks in {clock.Elapsed.TotalSeconds:0} s");
        var left = Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Where(Belongs).ToList();

        Assert.That(left, Is.Empty);
    }

    /// <summary>Whether a process came out of a sandbox of this test: its programs lie in this process's temporary folder, and the longest sleeps sleep 1000 s.</summary>
    private static bool Belongs(string process)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(process, "cmdline"));
            return line.Contains("sleep\01000", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it ended meanwhile
        }
    }

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

    private static string SourcePath([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
