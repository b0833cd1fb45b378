using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Scoring;
using HitSongs.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class GradeJsonTests
{
    private static readonly Grade Grade = Grader.Grade(
        Situation.RubricOf(
            "  - {id: idea, kind: concept, points: 1.5, name: n, missing: m., match: accumulate}",
            "model: {timeout: 60, memory: 2048, folds: 5}"
        ),
        Situation.Answered(
            "They \"accumulate\" <b> h\u00e9re.",
            model: Situation.Model(Situation.Program(), (MetricNames.LogLoss, new Metric(double.NaN, 0.1, null, 9, 0.7)))
        )
    );

    [Test]
    public void It_has_the_keys_of_the_contract_in_their_order()
    {
        var json = JsonNode.Parse(GradeJson.Write(Grade, Situation.Run))!.AsObject();
        var criterion = json["sections"]![0]!["questions"]![0]!["criteria"]![0]!.AsObject();

        Assert.Multiple(() =>
        {
            Assert.That(
                json.Select(pair => pair.Key),
                Is.EqualTo(
                    new[]
                    {
                        "schema",
                        "submission",
                        "rubric",
                        "status",
                        "points",
                        "maxPoints",
                        "ungradedPoints",
                        "passMark",
                        "passed",
                        "sections",
                        "metrics",
                        "copies",
                        "run",
                    }
                )
            );
            Assert.That(
                criterion.Select(pair => pair.Key),
                Is.EqualTo(new[] { "id", "kind", "status", "points", "maxPoints", "feedback", "evidence", "name" })
            );
            Assert.That(criterion["evidence"]![0]!.AsObject().Select(pair => pair.Key), Is.EqualTo(new[] { "file", "line", "quote" }));
            Assert.That(criterion["status"]!.GetValue<string>(), Is.EqualTo("Passed"));
            Assert.That(
                json["metrics"]!["LogLoss"]!.ToJsonString(),
                Is.EqualTo("""{"value":null,"low":0.1,"high":null,"count":9,"baseline":0.7}"""),
                "what is undefined is null"
            );
        });
    }

    [Test]
    public void It_is_read_back_as_it_was()
    {
        var json = GradeJson.Write(Grade, Situation.Run);
        var (grade, run) = GradeJson.Read(json);

        Assert.Multiple(() =>
        {
            Assert.That(GradeJson.Write(grade, run), Is.EqualTo(json));
            Assert.That(grade.Metrics["LogLoss"].Value, Is.NaN);
            Assert.That(run.Seed, Is.EqualTo(42));
            Assert.That(json, Does.Contain("h\u00e9re").And.Not.Contain("<b>").And.Not.Contain("\r"));
        });
    }

    [TestCase("", "this cannot be read")]
    [TestCase("null", "null")]
    [TestCase("[]", "no grade")]
    [TestCase("{}", "schema is none")]
    [TestCase("{\"schema\": \"hitsongs/grade/2\", \"run\": {}}", "schema is hitsongs/grade/2")]
    [TestCase("{\"schema\": \"hitsongs/grade/1\"}", "`run` is missing")]
    [TestCase("{\"schema\": \"hitsongs/grade/1\", \"run\": {}}", "cannot be read")]
    [TestCase("{\"schema\": \"hitsongs/grade/1\", \"schema\": \"hitsongs/grade/1\"}", "a key stands twice")]
    [TestCase("{\"schema\": \"\\ud800\"}", "cannot be read")]
    [TestCase("{\"schema\": \"hitsongs/grade/1\", \"rubric\": \"\\ud800\", \"run\": {}}", "cannot be read")]
    public void A_broken_file_is_told_in_one_line(string json, string problem)
    {
        var fault = Assert.Throws<InvalidInputException>(() => GradeJson.Read(json, "grade.json"))!;

        Assert.That(fault.Message, Does.StartWith("grade.json").And.Contain(problem).And.EndsWith("Grade the submission again.").And.Not.Contain("\n"));
    }
}

public sealed class EvidenceFolderTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void CreateFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    private static SubmissionEvidence Evidence(params string[] questions) =>
        Situation.EvidenceOf([.. questions.Select(id => new QuestionEvidence(
            id,
            new AnswerText($"answers/{id}/answer.md", "Words\0 and \u00e9."),
            Situation.Demonstration(Situation.Program(RunOutcome.Crashed, "why", 2), new CheckResult("c", false, "e", "s", null)),
            Situation.Model(Situation.Program(), ("LogLoss", new Metric(double.NaN, null, 1, 3, null)))))]) with
        { Songs = Situation.Songs("a data set") };

    [Test]
    public void It_is_read_back_as_it_was_in_ordinal_order_with_one_file_per_question()
    {
        EvidenceFolder.Write(folder.Path, Evidence("b/2-x", "a/c/1-y"));
        var read = EvidenceFolder.Read(folder.Path);

        Assert.Multiple(() =>
        {
            Assert.That(
                Directory
                    .EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
                    .Select(path => Path.GetRelativePath(folder.Path, path))
                    .Order(StringComparer.Ordinal),
                Is.EqualTo(new[] { "a/c/1-y.json", "b/2-x.json", "songs.json", "submission.json" })
            );
            Assert.That(read.Questions.Select(question => question.Question), Is.EqualTo(new[] { "a/c/1-y", "b/2-x" }));
            Assert.That(read.Submission, Is.EqualTo(new SubmissionIdentity("someone", "abc123")));
            Assert.That(read.Songs!.Card.Name, Is.EqualTo("a data set"));
            Assert.That(read.Run.Versions["dotnet"], Is.EqualTo("10.0"));
            var question = read.Questions[0];
            Assert.That(question.Answer!.Text, Is.EqualTo("Words\0 and \u00e9."));
            Assert.That(question.Demonstration!.Program, Is.EqualTo(Situation.Program(RunOutcome.Crashed, "why", 2)));
            Assert.That(question.Demonstration.Inputs["x"]!.GetValue<double>(), Is.EqualTo(1.5));
            Assert.That(question.Demonstration.Observations[0].Value!.GetValue<double>(), Is.EqualTo(2.5));
            Assert.That(question.Model!.Metrics["LogLoss"].Value, Is.NaN);
            Assert.That(question.Model.Roc, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public void Questions_of_an_earlier_run_are_gone()
    {
        EvidenceFolder.Write(folder.Path, Evidence("a/1", "a/2"));
        EvidenceFolder.Write(folder.Path, Evidence("a/2") with { Songs = null });
        var read = EvidenceFolder.Read(folder.Path);

        Assert.That((read.Questions.Single().Question, read.Songs), Is.EqualTo(("a/2", (SongsEvidence?)null)));
    }

    [Test]
    public void Files_of_others_are_left_alone()
    {
        folder.Write("a/mine.json", "{}");

        EvidenceFolder.Write(folder.Path, Evidence("a/1"));

        Assert.That(File.ReadAllText(folder.Path + "/a/mine.json"), Is.EqualTo("{}"));
    }

    [TestCase("../a")]
    [TestCase("a/../../b")]
    [TestCase("/etc/a")]
    [TestCase("submission")]
    public void An_id_that_leads_out_of_the_folder_is_refused(string id) =>
        Assert.That(() => EvidenceFolder.Write(folder.Path, Evidence(id)), Throws.ArgumentException);

    [TestCase("submission.json", null, "the file is missing")]
    [TestCase("submission.json", "{", "cannot be read")]
    [TestCase("songs.json", "{\"card\": 1}", "cannot be read")]
    [TestCase("a/1.json", "", "cannot be read")]
    [TestCase("a/1.json", "{\"question\": \"a/1\"}", "cannot be read")]
    [TestCase("a/1.json", "{\"question\": \"a/2\", \"answer\": null, \"demonstration\": null, \"model\": null}", "evidence of the question a/2")]
    [TestCase("a/1.json", "{\"question\": \"a/1\", \"answer\": null, \"demonstration\": null, \"model\": null, \"more\": 1}", "cannot be read")]
    public void A_broken_file_is_told_in_one_line(string file, string? content, string problem)
    {
        EvidenceFolder.Write(folder.Path, Evidence("a/1"));
        File.Delete(Path.Combine(folder.Path, file));
        if (content is not null)
        {
            folder.Write(file, content);
        }

        var fault = Assert.Throws<InvalidInputException>(() => EvidenceFolder.Read(folder.Path))!;
        Assert.That(fault.Message, Does.Contain(file).And.Contain(problem).And.EndsWith("Collect the evidence again.").And.Not.Contain("\n"));
    }
}

public sealed class GradeComparisonTests
{
    private static Grade Grade(string criteria) => Grader.Grade(Situation.RubricOf(criteria), Situation.Answered("They accumulate here."));

    private static string Concept(string id, string match, int points = 1) =>
        $"  - {{id: {id}, kind: concept, points: {points}, name: n, missing: m., match: {match}}}\n";

    [Test]
    public void Only_what_changed_is_listed_with_its_reason()
    {
        var old = Grade(Concept("same", "here") + Concept("lost", "accumulate") + Concept("worth", "here") + Concept("gone", "here"));
        var @new = Grade(Concept("same", "here") + Concept("lost", "vanish") + Concept("worth", "here", 3) + Concept("added", "here"));

        Assert.That(
            GradeComparison.Between(old, @new),
            Is.EqualTo(new[]
            {
                new GradeChange(Situation.Question, "lost", 1, Status.Passed, 0, Status.Failed, "Not found in the answer. m."),
                new GradeChange(Situation.Question, "worth", 1, Status.Passed, 3, Status.Passed, "It is worth 3 points instead of 1. n: found at line 1."),
                new GradeChange(Situation.Question, "added", null, null, 1, Status.Passed, "The rubric has this criterion now. n: found at line 1."),
                new GradeChange(Situation.Question, "gone", 1, Status.Passed, null, null, "The rubric no longer has this criterion."),
            }));
    }

    [Test]
    public void Equal_grades_differ_in_nothing() => Assert.That(GradeComparison.Between(Grade(Concept("a", "here")), Grade(Concept("a", "here"))), Is.Empty);
}
