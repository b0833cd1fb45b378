using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Marks;

/// <summary>A person's marks as an input of grading.</summary>
public sealed class MarkedGradeTests
{
    private const string Answer = "They accumulate in the buffer of the parameter until somebody clears it.";

    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly Rubric Rubric = Situation.RubricOf(
        """
          - {id: why, kind: manual, points: 4, name: gives reasons}
          - {id: form, kind: structure, points: 2, minWords: 500}
          - {id: after, kind: manual, points: 1, name: goes on, dependsOn: form}
        """
    );

    private static readonly string HandedInNow = HandedIn.Sha256(Situation.Answered(Answer).Questions[0]);

    private static Mark MarkOf(string criterion, double? points, double? of = 4, string reason = "Well put.", string? handedIn = null) =>
        new(Situation.Question, criterion, points, points is null ? null : of, reason, "Ada", Noon, handedIn ?? HandedInNow);

    private static Grade Graded(params Mark[] marks) => Grader.Grade(Rubric, Situation.Answered(Answer), new SubmissionMarks(marks));

    [TestCase(0, Status.Failed)]
    [TestCase(2.5, Status.Partial)]
    [TestCase(4, Status.Passed)]
    public void A_mark_gives_its_points_and_says_whose_they_are(double points, Status status)
    {
        var score = Graded(MarkOf("why", points)).Score("why");

        Assert.Multiple(() =>
        {
            Assert.That((score.Status, score.Points, score.Feedback), Is.EqualTo((status, points, "Marked by Ada: Well put.")));
            Assert.That(score.Mark, Is.Not.Null);
            Assert.That((score.Mark!.Reviewer, score.Mark.Time, score.Mark.Automatic.Status), Is.EqualTo(("Ada", Noon, Status.Ungraded)));
        });
    }

    [Test]
    public void Points_that_waited_for_a_person_count_in_the_totals_once_they_are_marked()
    {
        var (before, after) = (Graded(), Graded(MarkOf("why", 3)));

        Assert.That((before.Points, before.UngradedPoints), Is.EqualTo((0.0, 4.0)));
        Assert.That((after.Points, after.UngradedPoints, after.MaxPoints), Is.EqualTo((3.0, 0.0, 7.0)));
    }

    [Test]
    public void What_depends_on_a_criterion_sees_the_mark_and_not_the_harness()
    {
        Assert.That(Graded().Score("after").Status, Is.EqualTo(Status.Blocked));
        Assert.That(Graded(MarkOf("form", 2, of: 2)).Score("after").Status, Is.EqualTo(Status.Ungraded));
    }

    [Test]
    public void The_last_mark_counts_and_the_earlier_ones_are_kept()
    {
        var score = Graded(MarkOf("why", 1, reason: "Thin."), MarkOf("why", 3)).Score("why");

        Assert.That(score.Points, Is.EqualTo(3));
        Assert.That(score.Mark!.Earlier.Select(mark => (mark.Points, mark.Reason)), Is.EqualTo(new[] { ((double?)1.0, "Thin.") }));
    }

    [Test]
    public void A_withdrawn_mark_leaves_the_harness_its_judgement() =>
        Assert.That(Graded(MarkOf("why", 3), MarkOf("why", null)).Score("why") is { Status: Status.Ungraded, Mark: null }, Is.True);

    [Test]
    public void A_mark_of_an_answer_that_has_changed_does_not_count_and_is_told()
    {
        var score = Graded(MarkOf("why", 3, handedIn: new string('a', 64))).Score("why");

        Assert.That((score.Status, score.Points, score.Mark), Is.EqualTo((Status.Ungraded, 0.0, (ScoreMark?)null)));
        Assert.That(score.StaleMark!.Because, Does.Contain("has changed"));
    }

    [Test]
    public void A_mark_out_of_other_points_than_the_criterion_is_worth_now_does_not_count()
    {
        var score = Graded(MarkOf("why", 3, of: 10)).Score("why");

        Assert.That(score.StaleMark?.Because, Does.Contain("worth 10 points then and is worth 4 now"));
    }

    [Test]
    public void Equal_evidence_marks_and_rubric_give_equal_bytes_and_what_is_written_is_read_back()
    {
        var grade = Graded(MarkOf("why", 1), MarkOf("why", 2.5), MarkOf("form", 1, of: 3));
        var text = GradeJson.Write(grade, Situation.Run);

        Assert.That(text, Is.EqualTo(GradeJson.Write(Graded(MarkOf("why", 1), MarkOf("why", 2.5), MarkOf("form", 1, of: 3)), Situation.Run)));
        Assert.That(GradeJson.Write(GradeJson.Read(text).Grade, Situation.Run), Is.EqualTo(text));
    }

    [Test]
    public void Line_ends_and_draws_of_a_run_are_no_change_of_what_was_handed_in_and_a_letter_is()
    {
        string DigestOf(string answer, string observed) =>
            HandedIn.Sha256(
                Situation.Answered(
                    answer,
                    Situation.Demonstration(Situation.Program(), new CheckResult("y", true, "e", observed, 3))
                ).Questions[0]
            );

        Assert.That(DigestOf("one\r\ntwo", "1.5"), Is.EqualTo(DigestOf("one\ntwo", "2.5")));
        Assert.That(DigestOf("one\ntwo", "1"), Is.Not.EqualTo(DigestOf("one\ntwi", "1")));
    }
}
