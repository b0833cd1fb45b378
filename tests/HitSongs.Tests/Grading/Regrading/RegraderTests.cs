using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Regrading;
using HitSongs.Grading.RubricFiles;
using HitSongs.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Regrading;

/// <summary>Kept evidence that is graded again, with and without knowing what has changed.</summary>
public sealed class RegraderTests
{
    private const string Other = "evaluation/pytorch/2-other";
    private const string Model = "model: {timeout: 60, memory: 2048, folds: 5}";

    private const string Criteria = """
        criteria:
          - {id: roc, kind: metric, points: 3, metric: AreaUnderRocCurve, atLeast: 0.75, atMost: 0.97, partialFrom: 0.7}
          - {id: why, kind: manual, points: 2, name: gives reasons}
        """;

    private TemporaryFolder folder = null!;

    private string Evidence => Path.Combine(folder.Path, "one", "evidence");

    private string GradeFile => Path.Combine(folder.Path, "one", "grade.json");

    [SetUp]
    public void WriteRubricAndEvidence()
    {
        folder = new TemporaryFolder();
        folder.Write("rubric/rubric.yaml", Situation.Index);
        folder.Write($"rubric/{Situation.Question}.yaml", $"{Situation.Head}\n{Model}\n{Criteria}");
        folder.Write($"rubric/{Other}.yaml", $"title: Other\nprompt: Say more.\ncriteria:\n  - {{id: form, kind: structure, points: 1, minWords: 3}}\n");
        EvidenceFolder.Write(Evidence, Submission());
    }

    [TearDown]
    public void Delete() => folder.Dispose();

    private static SubmissionEvidence Submission(double auc = 0.8, double half = 0.01) =>
        Situation.EvidenceOf(
            new QuestionEvidence(
                Situation.Question,
                new AnswerText(Situation.AnswerFile, "An answer of some words."),
                null,
                Situation.Model(Situation.Program(), (MetricNames.AreaUnderRocCurve, new Metric(auc, auc - half, auc + half, 800, 0.5)))
            ),
            new QuestionEvidence(Other, new AnswerText($"answers/{Other}/answer.md", "More words than three."), null, null)
        );

    private Regraded Regrade() => new Regrader(RubricOutline.Open(Path.Combine(folder.Path, "rubric"))).Regrade(Evidence);

    private void Change(string file, string from, string to)
    {
        var path = Path.Combine(folder.Path, "rubric", file);
        Assert.That(File.ReadAllText(path), Does.Contain(from));
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
    }

    private void AssertTheSameAsAnew(Regraded quick)
    {
        quick.Write();
        var text = File.ReadAllText(GradeFile);
        File.Delete(Path.Combine(folder.Path, "one", "grade.basis.json"));
        Regrade().Write();
        Assert.That(text, Is.EqualTo(File.ReadAllText(GradeFile)));
    }

    [Test]
    public void Evidence_without_a_grade_is_graded_and_nothing_is_said_to_have_moved()
    {
        var regraded = Regrade();

        Assert.That((regraded.Before, regraded.Now.Points, Move.Of(regraded).Changes.Count), Is.EqualTo(((Grade?)null, 4.0, 0)));
    }

    [Test]
    public void A_threshold_that_was_moved_moves_its_criterion_alone_and_the_grade_is_the_same_as_one_made_anew()
    {
        Regrade().Write();
        Change($"{Situation.Question}.yaml", "atLeast: 0.75", "atLeast: 0.9");

        var regraded = Regrade();

        var move = Move.Of(regraded);
        Assert.That(move.Changes.Single() is { Criterion: "roc", OldPoints: 3, NewPoints: 1.5, NewStatus: Status.Partial }, Is.True);
        Assert.That(move.Difference, Is.EqualTo(-1.5).Within(1e-9));
        AssertTheSameAsAnew(regraded);
    }

    [Test]
    public void A_question_that_has_not_changed_is_not_read_again()
    {
        Regrade().Write();
        var file = Path.Combine(Evidence, $"{Other}.json");
        var (bytes, time) = (File.ReadAllBytes(file), File.GetLastWriteTimeUtc(file));
        File.WriteAllText(file, new string('x', bytes.Length)); // the same name, size and time: whoever reads it fails
        File.SetLastWriteTimeUtc(file, time);
        Change($"{Situation.Question}.yaml", "points: 2", "points: 5");

        Assert.That(Regrade().Now.MaxPoints, Is.EqualTo(9));
    }

    [TestCase("rubric.yaml", "passMark: 0.6", "passMark: 0.9")]
    [TestCase("rubric.yaml", "title: PyTorch", "title: Torch")]
    [TestCase(Other + ".yaml", "prompt: Say more.", "prompt: More words than three, if you can, are asked for in this one.")]
    [TestCase(Other + ".yaml", "minWords: 3", "minWords: 300")]
    [TestCase(Other + ".yaml", "id: form", "id: shape")]
    [TestCase(Situation.Question + ".yaml", "kind: manual", "kind: manual, dependsOn: roc")]
    public void Whatever_changes_in_the_rubric_the_grade_is_the_same_as_one_made_anew(string file, string from, string to)
    {
        Regrade().Write();
        Change(file, from, to);

        AssertTheSameAsAnew(Regrade());
    }

    [Test]
    public void Evidence_that_was_collected_again_is_graded_anew()
    {
        Regrade().Write();
        EvidenceFolder.Write(Evidence, Submission(auc: 0.725, half: 0.001));

        Assert.That(Regrade().Now.Score("roc").Points, Is.EqualTo(1.5));
    }

    [Test]
    public void A_grade_that_somebody_changed_by_hand_is_not_believed()
    {
        Regrade().Write();
        File.WriteAllText(GradeFile, File.ReadAllText(GradeFile).Replace("\"points\": 3,", "\"points\": 2,", StringComparison.Ordinal));

        Assert.That(Regrade().Now.Score("roc").Points, Is.EqualTo(3));
    }

    [Test]
    public void A_question_that_was_added_is_graded_and_one_that_was_removed_is_told()
    {
        Regrade().Write();
        File.Move(Path.Combine(folder.Path, "rubric", $"{Other}.yaml"), Path.Combine(folder.Path, "rubric/evaluation/pytorch/3-new.yaml"));

        var regraded = Regrade();

        Assert.That(Move.Of(regraded).Changes.Select(change => change.Question), Is.EqualTo(new[] { "evaluation/pytorch/3-new", Other }));
        AssertTheSameAsAnew(regraded);
    }

    [Test]
    public void A_mark_counts_and_says_whose_it_is()
    {
        Regrade().Write();
        var mark = new Mark(
            Situation.Question, "why", 1.5, 2, "Thin.", "Ada", DateTimeOffset.UnixEpoch, HandedIn.Sha256(Submission().Questions[0]));
        File.WriteAllText(MarksFile.Beside(Evidence), MarksFile.Append("", "someone", mark));

        var regraded = Regrade();

        Assert.That(Move.Of(regraded).Changes.Single().Why, Is.EqualTo("Marked by Ada: Thin."));
        AssertTheSameAsAnew(regraded);
        Assert.That(Move.Of(Regrade()).Changes, Is.Empty, "a mark stays until a person changes it");
    }

    [Test]
    public void A_mark_of_a_criterion_that_the_rubric_does_not_have_is_told_and_counts_nowhere()
    {
        var mark = new Mark(Situation.Question, "gone", 1, 2, "", "Ada", DateTimeOffset.UnixEpoch, new string('0', 64));
        folder.Write("one/marks.yaml", MarksFile.Append("", "someone", mark));

        var regraded = Regrade();

        Assert.That(regraded.Unmatched.Single().Criterion, Is.EqualTo("gone"));
        Assert.That(regraded.Now.Points, Is.EqualTo(4));
    }

    [Test]
    public void Evidence_of_a_selection_keeps_it_and_is_compared_with_like_alone()
    {
        var whole = Regrade().Now;
        var part = Submission() with { Questions = [Submission().Questions[1]], Selection = [Other] };
        EvidenceFolder.Write(Evidence, part);
        folder.Write("one/grade.json", GradeJson.Write(whole, Situation.Run));

        var regraded = Regrade();

        Assert.That((regraded.Now.MaxPoints, regraded.Now.Selection), Is.EqualTo((1.0, new[] { Other })));
        Assert.That(Move.Of(regraded).Changes, Is.Empty, "the other question was not asked for");
    }

    [Test]
    public void A_metric_within_its_interval_of_a_threshold_is_flagged_and_keeps_its_points()
    {
        EvidenceFolder.Write(Evidence, Submission(auc: 0.755, half: 0.02));

        var score = Regrade().Now.Score("roc");

        Assert.That((score.Status, score.Points, score.NearThreshold?.Threshold), Is.EqualTo((Status.Passed, 3.0, (double?)0.75)));
        Assert.That(score.NearThreshold!.ExpectedChange, Is.InRange(0.01, 1.0));
        Assert.That(score.Feedback, Does.Contain("a person should look"));
        Assert.That(Move.Of(Regrade()).Near.Single().Why, Does.Contain("0.75"));
    }

    [TestCase(0.8, 0.01, Description = "no threshold in the interval")]
    [TestCase(0.75, 0, Description = "no interval")]
    public void A_metric_that_is_far_from_every_threshold_or_has_no_interval_is_not_flagged(double auc, double half)
    {
        EvidenceFolder.Write(Evidence, Submission(auc, half));

        Assert.That(Regrade().Now.Score("roc").NearThreshold, Is.Null);
    }

    [Test]
    public void Reasons_that_differ_in_numbers_alone_are_told_once()
    {
        Move MoveOf(string name, double points) =>
            new(
                name,
                name,
                new PointsOfGrade(Status.Passed, 3, 3, 0, true),
                new PointsOfGrade(Status.Partial, points, 3, 0, points > 2),
                [new GradeChange("q", "roc", 3, Status.Passed, points, Status.Partial, $"AUC is {0.7 + (points / 100)}; expected is at least 0.9.")],
                []);

        var summary = MoveSummary.Of([MoveOf("a", 2.5), MoveOf("b", 1), MoveOf("c", 1.5)]);

        Assert.That(summary.Moved.Select(move => move.Submission), Is.EqualTo(new[] { "b", "c", "a" }), "the farthest first");
        Assert.That((summary.NoLongerPassed, summary.NowPassed), Is.EqualTo((2, 0)));
        Assert.That(summary.Criteria.Single().Reasons.Single().Count, Is.EqualTo(3));
        Assert.That(summary.Criteria.Single().Difference, Is.EqualTo(-4).Within(1e-9));
    }
}
