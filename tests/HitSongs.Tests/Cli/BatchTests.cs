using System.Diagnostics;
using HitSongs.Cli;
using HitSongs.Collecting.Batch;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Tests.Submissions;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>A cohort graded as a user grades it: to its end, killed on the way, changed, and with submissions that are hostile or none.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BatchTests
{
    private static readonly string[] Written = ["grades.csv", "grades.json", "index.html"];

    private string work = "";

    [SetUp]
    public void LayOutACohort()
    {
        work = Directory.CreateTempSubdirectory("hitsongs-test-").FullName;
        SumQuestion.WriteRubric(
            Path.Combine(work, "rubric"),
            "small",
            ["1-sum"],
            "{id: length, kind: structure, points: 1, minWords: 3, maxWords: 100}",
            "{id: style, kind: manual, points: 1, name: Style}"
        );
        for (var i = 1; i <= 4; i++)
        {
            Submission($"honest-{i}", $"A sum is what number {i} and the others come to together.", SumQuestion.Right);
        }

        Submission("copied", "A sum is what number 2 and the others come to together.", $"{SumQuestion.Header}Observe(\"sum\", 1);");
        Submission(
            "=1+1",
            "A formula in the name <script>alert(1)</script>, and three words.",
            "while (true) System.Diagnostics.Process.Start(\"sleep\", \"100\");"
        );
        Write("cohort/no-answers/README.md", "nothing");
    }

    [TearDown]
    public void Remove() => Directory.Delete(work, recursive: true);

    [Test]
    public void A_batch_that_is_killed_twice_and_resumed_writes_the_same_bytes_as_one_that_is_not()
    {
        var whole = Batch("whole");
        for (var graded = 1; graded <= 2; graded++)
        {
            KillAfter(graded, "killed", graded > 1);
        }

        var resumed = Batch("killed", "--resume");

        Assert.Multiple(() =>
        {
            Assert.That((whole.ExitCode, resumed.ExitCode), Is.EqualTo((0, 0)), whole.Error + resumed.Error);
            Assert.That(resumed.Output, Does.Match(@"7 graded \([1-6] of them before\)"));
            foreach (var file in Written)
                Assert.That(Read("killed", file), Is.EqualTo(Read("whole", file)), file);
        });
    }

    [Test]
    public void A_rubric_that_fails_on_what_one_submission_observed_costs_no_other_its_grade_and_that_one_no_points()
    {
        var expectation = Path.Combine(work, "rubric", "small", "1-sum.cs");
        File.WriteAllText(expectation, File.ReadAllText(expectation)
            .Replace("1e-9,", "observed.Number(\"sum\") == 13 ? throw new InvalidOperationException(\"thirteen\") : 1e-9,", StringComparison.Ordinal));
        Submission("honest-1", "A sum is what number 1 and the others come to together.", $"{SumQuestion.Header}Observe(\"sum\", 13);");

        var batch = Batch("out");
        var again = Batch("out", "--resume");

        Assert.Multiple(() =>
        {
            Assert.That((batch.ExitCode, again.ExitCode), Is.EqualTo((3, 3)), batch.Error);
            Assert.That(batch.Error, Does.Match("honest-1: not graded: small/1-sum: .*the expectation threw InvalidOperationException: thirteen"));
            Assert.That(batch.Output, Does.Contain("6 graded").And.Contain("1 not graded"));
            Assert.That(again.Output, Does.Contain("(6 of them before)"), "what could not be graded is tried again");
        });
    }

    [Test]
    public void A_cohort_is_exported_for_a_gradebook_and_a_file_for_one_submission_is_refused_before_anything_is_graded()
    {
        var gradebook = Path.Combine(work, "gradebook.csv");

        var exported = Batch("out", "--export", $"nbgrader={gradebook}");
        var refused = Batch("other", "--export", $"gradescope={gradebook}");

        Assert.Multiple(() =>
        {
            Assert.That(exported.ExitCode, Is.Zero, exported.Error);
            Assert.That(exported.Output, Does.Contain(gradebook));
            Assert.That(File.ReadAllText(gradebook), Does.Contain("honest-1").And.Contain("no-answers").And.Not.Match("(?m)^="));
            Assert.That((refused.ExitCode, refused.Error.Trim().Split('\n').Length), Is.EqualTo((2, 1)), refused.Error);
            Assert.That(refused.Error, Does.Contain("a file of kind gradescope holds one submission, and there are 7"));
            Assert.That(Directory.Exists(Path.Combine(work, "other", "honest-1")), Is.False);
        });
    }

    [Test]
    public void What_changed_is_graded_again_and_nothing_else()
    {
        Batch("out");
        Submission("honest-1", "A sum is everything added up, one after another.", $"{SumQuestion.Header}Observe(\"sum\", 0);");
        var again = Batch("out", "--resume");

        Assert.Multiple(() =>
        {
            Assert.That(again.Output, Does.Contain("7 graded (6 of them before)"));
            Assert.That(again.Error, Does.Contain("honest-1: graded").And.Not.Contain("honest-2"));
        });
    }

    [Test]
    public void A_link_in_the_place_of_answers_costs_its_submission_alone()
    {
        Directory.CreateDirectory(Path.Combine(work, "cohort", "linked"));
        Directory.CreateSymbolicLink(Path.Combine(work, "cohort", "linked", "answers"), "/proc");

        var run = Batch("out");

        Assert.That((run.ExitCode, run.Output.Split('\n')[0]), Is.EqualTo((0, "8 submissions: 8 graded (0 of them before), 0 not graded")), run.Error);
        Assert.That(Read("out", "grades.csv"), Does.Contain("linked,,Failed,0,"));
    }

    [Test]
    public void Marks_that_cannot_be_read_cost_their_submission_alone_until_they_are_mended()
    {
        Write("out/honest-1/marks.yaml", "marks: [");

        var run = Batch("out");
        File.Delete(Path.Combine(work, "out", "honest-1", "marks.yaml"));
        var mended = Batch("out", "--resume");

        Assert.Multiple(() =>
        {
            Assert.That((run.ExitCode, run.Output.Split('\n')[0]), Is.EqualTo((3, "7 submissions: 6 graded (0 of them before), 1 not graded")), run.Error);
            Assert.That(run.Error, Does.Match(@"honest-1: not graded: \S*marks\.yaml:2: "));
            Assert.That(mended.Output, Does.Contain("7 submissions: 7 graded (6 of them before)"), mended.Error);
        });
    }

    [Test]
    public void Results_among_the_submissions_are_none_and_one_whose_evidence_is_gone_is_graded_again()
    {
        Batch("cohort/out");
        Directory.Delete(Path.Combine(work, "cohort", "out", "honest-1", "evidence"), recursive: true);

        var again = Batch("cohort/out", "--resume");

        Assert.That(again.Output, Does.Contain("7 submissions: 7 graded (6 of them before)"), again.Error);
    }

    [TestCase("rubric/small/1-sum.yaml", "points: 2", "points: 3")]
    [TestCase("rubric/small/1-sum.cs", "1e-9", "1e-8")]
    [TestCase("rubric/rubric.yaml", "passMark: 0.5", "passMark: 0.9")]
    public void All_are_graded_again_where_the_rubric_changed(string file, string was, string now)
    {
        Batch("out");
        var path = Path.Combine(work, file);
        Assert.That(File.ReadAllText(path), Does.Contain(was));
        File.WriteAllText(path, File.ReadAllText(path).Replace(was, now, StringComparison.Ordinal));

        var again = Batch("out", "--resume");

        Assert.That(again.Output, Does.Contain("7 graded (0 of them before)"), again.Error);
    }

    [Test]
    public void The_cohorts_page_tells_points_copies_and_what_waits_and_nothing_of_a_submission_comes_alive()
    {
        var run = Batch("out");
        var (page, table) = (Read("out", "index.html"), Read("out", "grades.csv"));

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(
                page,
                Does.Contain("7 submissions")
                    .And.Contain("4 of 7")
                    .And.Contain("Waiting for a person")
                    .And.Contain("Shared passages")
                    .And.Not.Contain("<script>alert")
            );
            Assert.That(page, Does.Contain("copied").And.Contain("honest-2"));
            Assert.That(table.Split('\n'), Has.Length.EqualTo(9), "a header, seven rows, and the end");
            Assert.That(table, Does.Not.Match("(?m)^=").And.Contain("honest-1,,Passed,3,4,1,yes"));
            Assert.That(File.Exists(Path.Combine(work, "out", "honest-1", "report.html")));
        });
    }

    [Test]
    public void A_journal_is_not_overwritten_unasked_and_believed_only_as_far_as_it_is_whole()
    {
        Batch("out");
        var refused = Batch("out");
        var journal = Path.Combine(work, "out", Journal.FileName);
        var lines = File.ReadAllLines(journal);
        File.WriteAllText(
            journal,
            string.Join('\n', lines[..3])
                + "\n"
                + lines[3].Replace("\"grade\":\"", "\"grade\":\"0", StringComparison.Ordinal)
                + "\n"
                + string.Join('\n', lines[4..])
                + "\n"
        );
        var resumed = Batch("out", "--resume");

        refused.AssertRefused("--resume");
        Assert.That(resumed.Output, Does.Contain("(2 of them before)"), "two entries stand before the one that was changed");
        Assert.That(resumed.Error, Does.Match(@"hitsongs: \S*journal:4: this line was changed since it was written"));
        Assert.That(File.ReadAllLines(journal + ".damaged"), Has.Length.EqualTo(lines.Length));
    }

    [TestCase("X{0}", Description = "the seed of all draws is lost")]
    [TestCase("a diary\nof somebody else\n")]
    public void A_journal_whose_first_line_is_not_a_batchs_is_left_as_it_is(string content)
    {
        Batch("out");
        var journal = Path.Combine(work, "out", Journal.FileName);
        var text = content.Replace("{0}", File.ReadAllText(journal), StringComparison.Ordinal);
        File.WriteAllText(journal, text);

        var resumed = Batch("out", "--resume");

        resumed.AssertRefused("journal:1: ", "--out");
        Assert.That(File.ReadAllText(journal), Is.EqualTo(text));
    }

    [Test]
    public void Folders_that_are_taken_for_no_submissions_are_named()
    {
        Write("elsewhere/answers/small/1-sum/answer.md", "A sum is three words.");
        Directory.CreateSymbolicLink(Path.Combine(work, "cohort", "linked"), Path.Combine(work, "elsewhere"));
        Write("cohort/.hidden/answers/small/1-sum/answer.md", "A sum is three words.");

        var run = Batch("out");

        Assert.That((run.ExitCode, run.Output.Split('\n')[0]), Is.EqualTo((0, "7 submissions: 7 graded (0 of them before), 0 not graded")), run.Error);
        Assert.That(run.Error, Does.Contain("not graded, as links and names that begin with a dot are no submissions: .hidden, linked\n"));
    }

    [Test]
    public void A_name_that_steers_the_terminal_is_told_without_what_steers()
    {
        var run = CommandRun.Of("batch", Path.Combine(work, "\u001b[2J\u202egone"));

        run.AssertRefused("[2J");
        Assert.That(run.Error.TrimEnd('\n'), Has.None.Matches<char>(SteeringCharacters.Contains));
    }

    [Test]
    public void Submissions_that_are_called_like_others_or_like_files_of_the_batch_have_folders_of_their_own()
    {
        foreach (var path in (string[])["one/a", "two/a", "two/A", "three/a-2", "three/journal", "three/grades.CSV", "three/.slurm", "three/\u043f"])
            Directory.CreateDirectory(Path.Combine(work, "named", path, "answers"));

        var names = BatchSubmission.Find(((string[])["one", "two", "three"]).Select(name => Path.Combine(work, "named", name))).Select(one => one.Name).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(names, Has.Count.EqualTo(7), "a hidden folder is none");
            Assert.That(names.Select(name => name.ToLowerInvariant()), Is.Unique.And.Not.Contain("journal").And.Not.Contain("grades.csv"));
        });
    }

    [TestCase("missing")]
    [TestCase("rubric")]
    public void A_folder_without_submissions_is_refused_in_one_line(string folder) =>
        CommandRun.Of("batch", Path.Combine(work, folder), "--rubric", Path.Combine(work, "rubric"), "--out", Path.Combine(work, "out")).AssertRefused(folder);

    private CommandRun Batch(string to, params string[] more) => CommandRun.Of([.. Arguments(to), .. more]);

    private string[] Arguments(string to) =>
        ["batch", Path.Combine(work, "cohort"), "--rubric", Path.Combine(work, "rubric"), "--out", Path.Combine(work, to), "--seed", "5", "--jobs", "2"];

    private void KillAfter(int graded, string to, bool resume)
    {
        using var batch = Process.Start(
            new ProcessStartInfo(
                DotnetInstallation.Host,
                ["exec", typeof(Workplace).Assembly.Location, .. Arguments(to), .. resume ? ["--resume"] : Array.Empty<string>()]
            )
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        for (var line = batch.StandardError.ReadLine(); line is not null; line = batch.StandardError.ReadLine())
        {
            if (line.Contains($"({graded} done", StringComparison.Ordinal) || line.Contains("(1 done", StringComparison.Ordinal))
            {
                break;
            }
        }

        batch.Kill();
        batch.WaitForExit();
    }

    private void Submission(string name, string answer, string program)
    {
        Write($"cohort/{name}/answers/small/1-sum/answer.md", answer);
        Write($"cohort/{name}/answers/small/1-sum/demonstration.cs", program);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(work, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private string Read(string folder, string file) => File.ReadAllText(Path.Combine(work, folder, file));
}
