using HitSongs.Cli;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>The command as a user runs it: what it prints, and its exit code.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CommandLineTests
{
    private const string Quiz = "primer/quiz-pytorch";
    private static readonly Workplace Repository = Workplace.Find();
    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("--help")]
    [TestCase("grade", "--help")]
    [TestCase("collect", "--help")]
    [TestCase("regrade", "--help")]
    [TestCase("review", "--help")]
    [TestCase("report", "--help")]
    [TestCase("notebook", "--help")]
    [TestCase("import", "--help")]
    [TestCase("rubric", "check", "--help")]
    [TestCase("rubric", "try", "--help")]
    [TestCase("explain", "--help")]
    [TestCase("data", "check", "--help")]
    [TestCase("data", "synthesize", "--help")]
    [TestCase("doctor", "--help")]
    [TestCase("verify", "--help")]
    [TestCase("sign-key", "--help")]
    [TestCase("fork", "--help")]
    [TestCase("publish", "--help")]
    public void Help_of_every_verb_shows_an_example(params string[] arguments)
    {
        var (exitCode, output, _) = CommandRun.Of(arguments);

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(output, Does.Contain("Example"));
        });
    }

    [Test]
    public void Standing_inside_a_submission_its_own_rubric_is_not_what_it_is_graded_by()
    {
        var (answers, rubric) = (Path.Combine(folder.Path, "answers", Quiz), Path.Combine(folder.Path, "rubric"));
        Directory.CreateDirectory(answers);
        Directory.CreateDirectory(rubric);
        File.WriteAllText(Path.Combine(answers, "answer.md"), "I do not know.");
        File.WriteAllText(Path.Combine(rubric, "rubric.yaml"), "title: everything passes");

        var run = CommandRun.In(answers, "grade", "--only", Quiz, "--out", Path.Combine(folder.Path, "out"));

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
            Assert.That(run.Error, Does.Contain($"collected {folder.Path}, graded by {Repository.Rubric}"));
        });
    }

    [TestCase("unknown-verb")]
    [TestCase("grade", "--unknown-option")]
    [TestCase("grade", "--timeout", "0")]
    [TestCase("grade", "--timeout", "soon")]
    [TestCase("grade", "--only", "evaluation/pytorch/99-nothing")]
    [TestCase("grade", "/nonexistent-submission")]
    [TestCase("grade", "--data", "/nonexistent.csv")]
    [TestCase("grade", "--rubric", "/nonexistent-rubric")]
    [TestCase("regrade", "/nonexistent-evidence")]
    [TestCase("import")]
    [TestCase("import", "/nonexistent.ipynb")]
    [TestCase("report", "--out", "/nonexistent-results")]
    [TestCase("data", "synthesize", "--rows", "5", "--out", "/nonexistent")]
    [TestCase("data", "synthesize")]
    [TestCase("explain", "/nonexistent.csv")]
    public void Wrong_usage_is_told_in_one_line_with_exit_code_2(params string[] arguments) => CommandRun.Of(arguments).AssertRefused();

    [Test]
    public void Empty_song_file_is_refused_by_name()
    {
        var file = Write("songs.csv", "");

        CommandRun.Of("grade", "--data", file, "--out", folder.Path).AssertRefused("songs.csv");
    }

    [Test]
    public void Song_file_with_a_broken_row_is_refused_with_its_line()
    {
        var lines = File.ReadAllLines(Repository.Data[0]);
        lines[2] = string.Join(',', lines[2].Split(',').Skip(3));
        var file = Write("songs.csv", string.Join('\n', lines));

        CommandRun.Of("data", "check", file).AssertRefused("songs.csv:3");
    }

    [Test]
    public void Mistyped_rubric_key_is_refused_with_file_line_and_the_key_that_was_meant()
    {
        var rubric = CopyOfRubric();
        var file = Path.Combine(rubric, "evaluation/hit-songs/2-model.yaml");
        var lines = File.ReadAllLines(file);
        var line = Array.FindIndex(lines, l => l.Contains("atLeast:", StringComparison.Ordinal));
        lines[line] = lines[line].Replace("atLeast:", "atLesat:", StringComparison.Ordinal);
        File.WriteAllLines(file, lines);

        CommandRun.Of("grade", "--rubric", rubric, "--out", folder.Path).AssertRefused($"2-model.yaml:{line + 1}", "atLesat", "atLeast");
    }

    [Test]
    public void Expectation_that_does_not_compile_is_refused_with_its_line()
    {
        var rubric = CopyOfRubric();
        File.WriteAllText(
            Path.Combine(rubric, "evaluation/pytorch/3-backpropagation.cs"),
            "using HitSongs.Grading;\n\ninternal sealed class Broken : Expectation { }\n"
        );

        CommandRun
            .Of("grade", "--rubric", rubric, "--only", "evaluation/pytorch/3-backpropagation", "--out", folder.Path)
            .AssertRefused("3-backpropagation.cs:3");
    }

    [Test]
    public void What_expectations_share_is_compiled_with_each_and_a_fault_in_it_names_its_file()
    {
        var rubric = CopyOfRubric();
        File.WriteAllText(Path.Combine(rubric, "shared/Broken.cs"), "internal static class Broken\n{\n    public static int Nothing => Missing;\n}\n");

        CommandRun
            .Of("grade", "--rubric", rubric, "--only", "evaluation/pytorch/3-backpropagation", "--out", folder.Path)
            .AssertRefused("3-backpropagation.cs", "Broken.cs:3", "Missing");
    }

    [Test]
    public void Grading_one_question_prints_its_table_and_writes_evidence_grade_report_and_notebook()
    {
        var (exitCode, output, error) = CommandRun.Of("grade", "--only", Quiz, "--out", folder.Path);

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero, error);
            Assert.That(output, Does.Contain("quiz-pytorch"));
            Assert.That(output, Does.Not.Contain("\u001b"), "no colour where standard output is not a terminal");
            foreach (var name in (string[])["grade.json", "report.html", "submission.ipynb", $"evidence/{Quiz}.json"])
            {
                Assert.That(Path.Combine(folder.Path, name), Does.Exist);
            }
        });
    }

    [Test]
    public void Json_output_is_json_alone()
    {
        var (_, output, _) = CommandRun.Of("grade", "--only", Quiz, "--json", "--out", folder.Path);

        using var grade = System.Text.Json.JsonDocument.Parse(output);
        Assert.That(grade.RootElement.GetProperty("schema").GetString(), Is.EqualTo("hitsongs/grade/1"));
    }

    [Test]
    public void Grade_below_the_pass_mark_ends_with_exit_code_1()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "answers"));

        var (exitCode, _, error) = CommandRun.Of("grade", folder.Path, "--only", Quiz, "--out", folder.Path);

        Assert.That(exitCode, Is.EqualTo(1), error);
    }

    [Test]
    public void Regrading_by_another_threshold_tells_whose_points_moved_without_running_anything()
    {
        CommandRun.Of("grade", "--only", Quiz, "--out", folder.Path);
        var rubric = CopyOfRubric();
        var file = Path.Combine(rubric, $"{Quiz}.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("correct: c", "correct: d", StringComparison.Ordinal));

        var (_, output, _) = CommandRun.Of("regrade", Path.Combine(folder.Path, "evidence"), "--rubric", rubric);

        Assert.That(output, Does.Contain($"{Quiz}/tensor"));
    }

    [Test]
    public void Trying_a_rubric_on_many_answers_prints_their_points_as_a_table()
    {
        var answers = Write(
            "answers.tsv",
            "id\tanswer\nright\tBackwards, at each node of the graph, the chain rule is applied:\\nthe gradient that comes in is multiplied by the local "
                + "derivative.\nnone\tI do not know.\n"
        );

        var (exitCode, output, error) = CommandRun.Of(
            "rubric",
            "try",
            Path.Combine(Repository.Rubric, "evaluation/pytorch/3-backpropagation.yaml"),
            "--answers",
            answers
        );

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.Zero, error);
            Assert.That(output, Does.Match(@"^id\tpoints\tmaxPoints\nright\t[1-9][0-9.]*\t\d+\nnone\t0\t\d+\n$"));
        });
    }

    [TestCase("answer\nno id\n", 1)]
    [TestCase("id\tanswer\n1\tfine\n2 without a tab\n", 3)]
    public void Table_of_answers_that_is_damaged_is_refused_with_its_line(string table, int line)
    {
        var answers = Write("answers.tsv", table);

        var run = CommandRun.Of("rubric", "try", Path.Combine(Repository.Rubric, "evaluation/pytorch/3-backpropagation.yaml"), "--answers", answers);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain($"answers.tsv:{line}:"));
        });
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string CopyOfRubric()
    {
        var copy = Path.Combine(folder.Path, "rubric");
        CopiedFiles.Copy(Repository.Rubric, copy);
        return copy;
    }
}
