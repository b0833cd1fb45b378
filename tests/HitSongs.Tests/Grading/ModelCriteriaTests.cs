using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Scoring;
using HitSongs.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class ModelCriteriaTests
{
    private const string Settings = "model: {timeout: 120, memory: 2048, folds: 5}";

    private static Score Metric(string keys, double value, double? baseline = 0.5, string name = MetricNames.AreaUnderRocCurve) =>
        Grade(
            $"  - {{id: m, kind: metric, points: 3, metric: {name}, {keys}}}",
            "Words.",
            Situation.Model(Situation.Program(), (name, new Metric(value, value - 0.02, value + 0.02, 800, baseline)))
        );

    private static Score Grade(string criterion, string answer, ModelRun? model, string? data = null)
    {
        var evidence = Situation.Answered(answer, model: model);
        return Grader.Grade(Situation.RubricOf(criterion, Settings), data is null ? evidence : evidence with { Songs = Situation.Songs(data) }).Only();
    }

    [TestCase(0.90, Status.Passed, 3)]
    [TestCase(0.88, Status.Passed, 3)]
    [TestCase(0.84, Status.Partial, 1.5)]
    [TestCase(0.80, Status.Failed, 0)]
    [TestCase(0.30, Status.Failed, 0)]
    [TestCase(0.98, Status.Failed, 0, Description = "leakage")]
    public void Points_grow_in_proportion_up_to_the_bar(double value, Status status, double points)
    {
        var score = Metric("atLeast: 0.88, atMost: 0.97, partialFrom: 0.80", value);

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(status));
            Assert.That(score.Points, Is.EqualTo(points));
            Assert.That(score.Feedback, Does.Contain("800 predictions").And.Contain("95 % interval"));
        });
    }

    [TestCase(10, Status.Passed, 3)]
    [TestCase(14, Status.Partial, 1)]
    [TestCase(16, Status.Failed, 0)]
    [TestCase(0.1, Status.Failed, 0, Description = "leakage")]
    public void Of_an_error_the_bar_is_the_upper_one(double value, Status status, double points)
    {
        var score = Metric("atLeast: 1, atMost: 12, partialFrom: 15", value, name: MetricNames.RootMeanSquaredError);

        Assert.That((score.Status, score.Points), Is.EqualTo((status, points)));
    }

    [TestCase(0.56, 0.5, Status.Passed)]
    [TestCase(0.54, 0.5, Status.Failed)]
    [TestCase(0.56, null, Status.Error)]
    public void A_metric_may_have_to_beat_its_baseline_by_a_margin(double value, double? baseline, Status expected) =>
        Assert.That(Metric("above: baseline, margin: 0.05", value, baseline).Status, Is.EqualTo(expected));

    [TestCase(0.93, 0.7, Status.Failed)]
    [TestCase(0.69, 0.7, Status.Passed)]
    [TestCase(0.93, null, Status.Passed)]
    [TestCase(double.NaN, 0.7, Status.Passed)]
    public void No_metric_counts_of_a_model_that_knows_labels_it_was_not_given(double known, double? most, Status expected)
    {
        var settings = $"model: {{timeout: 120, memory: 2048, folds: 5{(most is null ? "" : $", knownLabels: {most}")}}}";
        var model = Situation.Model(Situation.Program(), (MetricNames.AreaUnderRocCurve, new Metric(0.95, 0.94, 0.96, 800, 0.5))) with
        {
            ShuffledLabels = new Metric(known, null, null, 800, 0.5),
        };
        var rubric = Situation.RubricOf($"  - {{id: m, kind: metric, points: 3, metric: {MetricNames.AreaUnderRocCurve}, atLeast: 0.9}}", settings);
        var score = Grader.Grade(rubric, Situation.Answered("Words.", model: model)).Only();

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(expected));
            Assert.That(score.Feedback, expected == Status.Failed ? Does.Contain("93").And.Contain("shuffled") : Does.Not.Contain("shuffled"));
        });
    }

    [Test]
    public void As_good_as_the_baseline_is_not_above_it() => Assert.That(Metric("above: baseline", 0.5).Status, Is.EqualTo(Status.Failed));

    [Test]
    public void An_error_beats_its_baseline_from_below() =>
        Assert.That(Metric("above: baseline, margin: 2", 17, 20, MetricNames.MeanAbsoluteError).Status, Is.EqualTo(Status.Passed));

    [Test]
    public void An_undefined_metric_is_blocked() => Assert.That(Metric("atLeast: 0.5", double.NaN).Status, Is.EqualTo(Status.Blocked));

    [Test]
    public void A_metric_that_was_not_computed_is_an_error() =>
        Assert.That(
            Grade("  - {id: m, kind: metric, points: 3, metric: F1Score, atLeast: 0.5}", "Words.", Situation.Model(Situation.Program())).Status,
            Is.EqualTo(Status.Error)
        );

    [Test]
    public void A_model_that_hangs_fails_once_and_blocks_what_needs_it()
    {
        var rubric = Situation.RubricOf(
            """
              - {id: ran, kind: model, points: 1}
              - {id: roc, kind: metric, points: 3, metric: AreaUnderRocCurve, atLeast: 0.5}
              - {id: said, kind: claim, points: 1, metric: AreaUnderRocCurve, pattern: "is (?<value>[0-9.]+)", tolerance: 0.01}
            """,
            Settings
        );
        var grade = Grader.Grade(
            rubric,
            Situation.Answered("It is 0.5.", model: Situation.Model(Situation.Program(RunOutcome.TimedOut, "no answer after 120 s")))
        );

        Assert.Multiple(() =>
        {
            Assert.That(
                grade.Sections[0].Questions[0].Criteria.Select(score => score.Status),
                Is.EqualTo(new[] { Status.Failed, Status.Blocked, Status.Blocked })
            );
            Assert.That(grade.Score("ran").Feedback, Does.Contain("timed out").And.Contain("no answer after 120 s"));
            Assert.That(grade.Score("roc").Feedback, Does.Contain("timed out"));
            Assert.That(grade.Status, Is.EqualTo(Status.Failed));
        });
    }

    [TestCase(RunOutcome.Completed, Status.Passed)]
    [TestCase(RunOutcome.Crashed, Status.Failed)]
    [TestCase(RunOutcome.HarnessFault, Status.Error)]
    public void A_model_that_ran_and_predicted_passes(RunOutcome outcome, Status expected) =>
        Assert.That(Grade("  - {id: ran, kind: model, points: 1}", "Words.", Situation.Model(Situation.Program(outcome))).Status, Is.EqualTo(expected));

    private const string Claim =
        "  - {id: said, kind: claim, points: 1, metric: AreaUnderRocCurve, pattern: 'ROC-AUC (of|is|=) (?<value>[0-9.]+)', tolerance: 0.01}";

    private static Score Claimed(string answer, string? data = "Spotify Music Dataset") =>
        Grade(Claim, answer, Situation.Model(Situation.Program(), (MetricNames.AreaUnderRocCurve, new Metric(0.91, 0.88, 0.93, 800, 0.5))), data);

    [TestCase("We reach a ROC-AUC of 0.91.", Status.Passed)]
    [TestCase("We reach a ROC-AUC of **0.92** here.", Status.Passed)]
    [TestCase("We reach a roc-auc of 90.5 % here.", Status.Passed)]
    [TestCase("| ROC-AUC = 0.91 | other |\n| --- | --- |\n", Status.Passed)]
    [TestCase("We reach a ROC-AUC of 0.95.", Status.Failed)]
    [TestCase("We reach a ROC-AUC of 0.91. The best ROC-AUC is 0.99.", Status.Failed, Description = "stating several is no way to hit one")]
    [TestCase("We are good.", Status.Failed)]
    [TestCase("We reach a ROC-AUC of ....", Status.Failed)]
    [TestCase("```\nROC-AUC of 0.91\n```\n\nWords.", Status.Failed)]
    public void A_number_in_the_prose_equals_the_number_computed(string answer, Status expected) => Assert.That(Claimed(answer).Status, Is.EqualTo(expected));

    [Test]
    public void Feedback_on_a_wrong_number_names_both_numbers_and_the_line() =>
        Assert.That(
            Claimed("Words.\n\nWe reach a ROC-AUC of 0.95.").Feedback,
            Is.EqualTo(
                "Line 3 says AreaUnderRocCurve is 0.95, computed was 0.91 (95 % interval 0.88 to 0.93, 800 predictions): correct the sentence, or the model."
            )
        );

    [TestCase("spotify music dataset", Status.Passed)]
    [TestCase("19,000 songs", Status.Blocked)]
    public void Numbers_about_other_data_are_not_compared(string data, Status expected)
    {
        var score = Claimed($"---\ndata: {data}\n---\n\nWe reach a ROC-AUC of 0.91.");

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(expected));
            Assert.That(score.Feedback, Does.Contain(expected == Status.Blocked ? "19,000 songs" : "Line 5"));
        });
    }
}
