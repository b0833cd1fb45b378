using System.Text.Json.Nodes;
using HitSongs.Tests.Collecting.SecondReader;
using HitSongs.Tests.Grading;
using HitSongs.Tests.Submissions;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>A second reader as an evaluator uses one: in a process of its own, with a local endpoint.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SecondReaderTests
{
    private const string Sentence = "Numbers come together one after another until none is left.";

    private static readonly string Verdicts = ChatReply.Verdicts(("adding", "stated", Sentence));

    private TemporaryFolder folder = null!;
    private string rubric = "";

    [SetUp]
    public void WriteASubmissionAndItsRubric()
    {
        folder = new TemporaryFolder();
        rubric = Path.Combine(folder.Path, "rubric");
        SumQuestion.WriteRubric(
            rubric,
            "small",
            ["1-sum"],
            "{id: adding, kind: concept, points: 4, name: A sum adds numbers up, match: adds up, missing: What does a sum do?}"
        );
        Decides("all");
        folder.Write("fork/answers/small/1-sum/answer.md", Sentence);
        folder.Write("fork/answers/small/1-sum/demonstration.cs", SumQuestion.Right);
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void Verdicts_are_collected_as_evidence_count_as_the_rubric_says_and_regrading_asks_nobody()
    {
        string graded;
        using (var server = new ChatServer(Verdicts))
        {
            var run = CommandRun.Of([.. Grade("out"), "--reader", server.Address.ToString(), "--reader-model", "named"]);
            graded = GradeWithoutRun("out");
            Assert.Multiple(() =>
            {
                Assert.That(run.ExitCode, Is.Zero, run.Error);
                Assert.That(run.Error, Does.Contain($"each written answer goes to {server.Address} (model named)"));
                Assert.That(graded, Does.Contain("second reader, named").And.Contain("\"points\": 6"));
            });
        }

        var again = CommandRun.Of("regrade", Path.Combine(folder.Path, "out", "evidence"), "--rubric", rubric);
        var same = GradeWithoutRun("out");
        Decides("nothing");
        var without = CommandRun.Of("regrade", Path.Combine(folder.Path, "out", "evidence"), "--rubric", rubric);

        Assert.Multiple(() =>
        {
            Assert.That(again.ExitCode, Is.Zero, again.Error);
            Assert.That(same, Is.EqualTo(graded));
            Assert.That(without.ExitCode, Is.EqualTo(1), "without the second reader it does not pass");
            Assert.That(without.Output, Does.Contain("small/1-sum/adding: Passed 4"));
        });
    }

    [Test]
    public void An_endpoint_that_is_not_there_costs_one_line_of_warning_and_changes_no_grade()
    {
        var server = new ChatServer(Verdicts);
        var address = server.Address.ToString();
        server.Dispose();
        var alone = CommandRun.Of(Grade("alone"));
        var run = CommandRun.Of([.. Grade("out"), "--reader", address]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(alone.ExitCode), run.Error);
            Assert.That(run.Error.Split('\n').Where(line => line.Contains("warning:", StringComparison.Ordinal)), Has.One.Contains("cannot be reached"));
            Assert.That(GradeWithoutRun("out"), Is.EqualTo(GradeWithoutRun("alone")));
        });
    }

    [Test]
    public void Trying_loose_answers_tells_the_verdicts_and_their_sentences()
    {
        folder.Write("answers.tsv", $"id\tanswer\none\t{Sentence}\ntwo\t{Sentence} Or so.\n");
        using var server = new ChatServer(Verdicts);
        var run = CommandRun.Of(
            "rubric", "try", Path.Combine(rubric, "small", "1-sum.yaml"), "--answers", Path.Combine(folder.Path, "answers.tsv"), "--json",
            "--reader", server.Address.ToString());
        var tried = JsonNode.Parse(run.Output)!.AsArray();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(tried.Select(one => (double)one!["points"]!), Is.EqualTo(new[] { 4, 4 }).AsCollection);
            Assert.That((string?)tried[1]!["criteria"]![0]!["verdict"], Is.EqualTo("Stated"));
            Assert.That((string?)tried[1]!["criteria"]![0]!["quote"], Is.EqualTo(Sentence));
        });
    }

    [Test]
    public void Agreement_is_measured_on_marked_samples_before_anything_counts()
    {
        Decides("nothing");
        folder.Write("rubric/small/1-sum.samples.yaml", $$"""
            samples:
              - {id: right, kind: good, marks: {adding: 4}, answer: "{{Sentence}}"}
              - {id: wrong, kind: wrong, marks: {adding: 0}, answer: "Nothing that was asked for stands in this one."}
            """);
        using var server = new ChatServer((body, _) => ChatReply.Says(
            ChatServer.UserText(body).Contains(Sentence, StringComparison.Ordinal)
                ? Verdicts
                : ChatReply.Verdicts(("adding", "stated", "made up by the reader"))));
        var run = CommandRun.Of("rubric", "check", "--rubric", rubric, "--samples", "--reader", server.Address.ToString());

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(run.Output, Does.Contain($"second reader {ChatServer.Model}: 2 answers, 0 void replies, 1 of 2 verdicts void"));
            Assert.That(run.Output, Does.Contain("(nothing): 2, r NaN").And.Contain("(all): 2, r 1.000, kappa 1.000"));
        });
    }

    [TestCase("localhost:1/v1", null)]
    [TestCase(null, "named")]
    public void A_wrong_address_and_a_model_without_one_are_refused_before_anything_runs(string? reader, string? model)
    {
        string[] more = [.. reader is null ? [] : (string[])["--reader", reader], .. model is null ? [] : (string[])["--reader-model", model]];
        CommandRun.Of([.. Grade("out"), .. more]).AssertRefused("--reader");
    }

    [Test]
    public void Checking_a_rubric_by_a_reader_without_samples_is_refused() =>
        CommandRun.Of("rubric", "check", "--rubric", rubric, "--reader", "http://localhost:1/v1").AssertRefused("--samples");

    private string[] Grade(string result) =>
        ["grade", Path.Combine(folder.Path, "fork"), "--rubric", rubric, "--out", Path.Combine(folder.Path, result), "--seed", "1"];

    private void Decides(string use) => File.WriteAllText(
        Path.Combine(rubric, "rubric.yaml"),
        $"title: Sums\npassMark: 0.5\nsecondReader: {use}\nsections:\n  - {{id: small, title: Sums}}\n");

    private string GradeWithoutRun(string result)
    {
        var grade = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, result, "grade.json")))!.AsObject();
        grade.Remove("run");
        return grade.ToJsonString(new() { WriteIndented = true });
    }
}
