using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using HitSongs.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class GraderTests
{
    private const string Settings = "demonstration: {timeout: 60, memory: 2048}\nmodel: {timeout: 60, memory: 2048, folds: 5}";

    private const string Criteria =
        """
          - {id: idea, kind: concept, points: 2, name: n, missing: m., match: accumulate}
          - {id: mistake, kind: misconception, points: 1, name: n, match: weights, say: s.}
          - {id: q1, kind: choice, points: 1, item: 1, correct: b}
          - {id: gradient, kind: demonstration, points: 3, check: gradient}
          - {id: after, kind: demonstration, points: 1, check: gradient, dependsOn: idea}
          - {id: ran, kind: model, points: 1}
          - {id: roc, kind: metric, points: 3, metric: AreaUnderRocCurve, atLeast: 0.88, partialFrom: 0.7}
          - {id: said, kind: claim, points: 1, metric: AreaUnderRocCurve, pattern: "AUC is (?<value>[0-9.]+)", tolerance: 0.01}
          - {id: form, kind: structure, points: 1, minWords: 5}
          - {id: why, kind: manual, points: 2, name: n}
        """;

    private const string Answer = "# Gradients\n\nThey accumulate in the buffer. The AUC is 0.82.\n\n## 1. Which?\n\n- [ ] a) this\n- [x] b) that\n";

    private static readonly Rubric Rubric = Situation.RubricOf(Criteria, Settings);

    private static SubmissionEvidence Evidence(
        string answer = Answer,
        RunOutcome demonstration = RunOutcome.Completed,
        RunOutcome model = RunOutcome.Completed,
        double auc = 0.82
    ) =>
        Situation.Answered(
            answer,
            Situation.Demonstration(
                Situation.Program(demonstration),
                demonstration == RunOutcome.Completed ? [new CheckResult("gradient", true, "e", "s", 3)] : []
            ),
            Situation.Model(
                Situation.Program(model),
                (MetricNames.AreaUnderRocCurve, new Metric(auc, null, null, 800, 0.5)),
                (MetricNames.LogLoss, new Metric(double.NaN, null, null, 800, null))
            )
        );

    [Test]
    public void A_good_submission_gets_its_points_and_passes()
    {
        var grade = Grader.Grade(Rubric, Evidence());

        Assert.Multiple(() =>
        {
            Assert.That(grade.Schema, Is.EqualTo("hitsongs/grade/1"));
            Assert.That(grade.Rubric, Is.EqualTo(new RubricIdentity("Evaluation", Rubric.Sha256)));
            Assert.That(
                grade.Sections[0].Questions[0].Criteria.Select(score => score.Id),
                Is.EqualTo(Rubric.Questions.Single().Criteria.Select(criterion => criterion.Id)),
                "in the rubric's order"
            );
            Assert.That(grade.Score("roc").Points, Is.EqualTo(2), "0.82 is two thirds of the way from 0.7 to 0.88");
            Assert.That((grade.Points, grade.MaxPoints, grade.UngradedPoints), Is.EqualTo((13.0, 16.0, 2.0)));
            Assert.That((grade.Status, grade.Passed), Is.EqualTo((Status.Partial, true)));
            Assert.That(grade.Metrics.Keys, Is.EqualTo(new[] { "AreaUnderRocCurve", "LogLoss" }));
        });
    }

    [Test]
    public void All_that_is_graded_passed_is_passed() =>
        Assert.That(Grader.Grade(Rubric, Evidence(Answer.Replace("0.82", "0.9", StringComparison.Ordinal), auc: 0.9)).Status, Is.EqualTo(Status.Passed));

    [Test]
    public void One_fault_of_the_harness_makes_the_whole_an_error() =>
        Assert.That(Grader.Grade(Rubric, Evidence(demonstration: RunOutcome.HarnessFault)).Status, Is.EqualTo(Status.Error));

    [Test]
    public void What_depends_on_a_failed_criterion_is_blocked()
    {
        var grade = Grader.Grade(Rubric, Evidence("They vanish in the buffer."));

        Assert.Multiple(() =>
        {
            Assert.That(grade.Score("gradient").Status, Is.EqualTo(Status.Passed));
            Assert.That(grade.Score("after").Status, Is.EqualTo(Status.Blocked));
            Assert.That(grade.Score("after").Feedback, Does.Contain("idea"));
        });
    }

    [Test]
    public void Without_evidence_everything_fails_and_names_the_file()
    {
        var grade = Grader.Grade(Rubric, Situation.EvidenceOf());

        Assert.Multiple(() =>
        {
            Assert.That((grade.Points, grade.Status, grade.Passed), Is.EqualTo((0.0, Status.Failed, false)));
            Assert.That(grade.Sections[0].Questions[0].Criteria.Select(score => score.Status), Is.All.AnyOf(Status.Failed, Status.Blocked));
            Assert.That(grade.Score("idea").Feedback, Is.EqualTo($"There is no answer: write one in {Situation.AnswerFile}."));
            Assert.That(grade.Score("mistake").Status, Is.EqualTo(Status.Blocked), "nothing graded is never a pass");
        });
    }

    [Test]
    public void A_program_is_graded_also_where_the_prose_is_missing() =>
        Assert.That(Grader.Grade(Rubric, Evidence(" \n ")).Score("gradient").Status, Is.EqualTo(Status.Passed));

    [Test]
    public void Exactly_the_pass_mark_passes()
    {
        // 0.1 + 0.2 + 0.3 of 1.0 points is below 0.6 in binary.
        var rubric = Situation.RubricOf(
            """
              - {id: a, kind: concept, points: 0.1, name: n, missing: m., match: one}
              - {id: b, kind: concept, points: 0.2, name: n, missing: m., match: two}
              - {id: c, kind: concept, points: 0.3, name: n, missing: m., match: three}
              - {id: d, kind: concept, points: 0.4, name: n, missing: m., match: four}
            """);

        var grade = Grader.Grade(rubric, Situation.Answered("There is one, there are two and three."));

        Assert.That((grade.Points, grade.MaxPoints, grade.Passed), Is.EqualTo((0.6, 1.0, true)));
    }

    [Test]
    public void Exactly_the_pass_mark_passes_also_where_the_product_rounds_up()
    {
        // 0.55 * 100 is above 55 in binary.
        var rubric = Situation.RubricOf(
            """
              - {id: a, kind: concept, points: 55, name: n, missing: m., match: one}
              - {id: b, kind: concept, points: 45, name: n, missing: m., match: two}
            """) with
        { PassMark = 0.55 };

        Assert.That(Grader.Grade(rubric, Situation.Answered("There is one.")).Passed, Is.True);
    }

    [Test]
    public void Numbers_in_prose_are_compared_with_the_model_of_another_question_where_the_own_has_none()
    {
        var rubric = Situation.RubricOf("  - {id: said, kind: claim, points: 1, metric: LogLoss, pattern: 'is (?<value>[0-9.]+)', tolerance: 0.01}");
        var other = new QuestionEvidence(
            "evaluation/pytorch/9-model",
            null,
            null,
            Situation.Model(Situation.Program(), ("LogLoss", new Metric(0.4, null, null, 9, null)))
        );
        var evidence = Situation.Answered("The loss is 0.4.");

        Assert.Multiple(() =>
        {
            Assert.That(Grader.Grade(rubric, evidence).Only().Status, Is.EqualTo(Status.Blocked));
            Assert.That(Grader.Grade(rubric, evidence with { Questions = [.. evidence.Questions, other] }).Only().Status, Is.EqualTo(Status.Passed));
        });
    }

    [Test]
    public void Equal_evidence_gives_equal_bytes()
    {
        var first = GradeJson.Write(Grader.Grade(Rubric, Evidence()), Situation.Run);
        var second = GradeJson.Write(Grader.Grade(Situation.RubricOf(Criteria, Settings), Evidence()), Situation.Run);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void The_run_differs_only_inside_of_run()
    {
        var grade = Grader.Grade(Rubric, Evidence());
        var first = System.Text.Json.Nodes.JsonNode.Parse(GradeJson.Write(grade, Situation.Run))!.AsObject();
        var second = System.Text.Json.Nodes.JsonNode.Parse(GradeJson.Write(grade, Situation.Run with { Seconds = 9, Machine = "another" }))!.AsObject();

        Assert.That(second.ToJsonString(), Is.Not.EqualTo(first.ToJsonString()));
        first.Remove("run");
        second.Remove("run");
        Assert.That(second.ToJsonString(), Is.EqualTo(first.ToJsonString()));
    }
}
