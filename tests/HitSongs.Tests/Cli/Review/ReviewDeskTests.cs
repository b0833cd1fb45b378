using HitSongs.Grading.Evidence;
using HitSongs.Grading.Reviews;
using HitSongs.Reporting.Review;
using NUnit.Framework;

namespace HitSongs.Tests.Cli.Review;

/// <summary>What waits, in which order, and what is written down of it.</summary>
public sealed class ReviewDeskTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private ReviewedCohort cohort = null!;

    [SetUp]
    public void WriteSubmissions() => cohort = new ReviewedCohort();

    [TearDown]
    public void Delete() => cohort.Dispose();

    [Test]
    public void What_is_expected_to_change_most_comes_first()
    {
        var queue = cohort.Open().Queue;

        Assert.That(
            queue.Select(item => (item.Submission, item.Criterion, item.Reason)),
            Is.EqualTo(
                new[]
                {
                    ("ada", "why", ReviewReason.Manual),
                    ("eve", "why", ReviewReason.Manual),
                    ("ada", "roc", ReviewReason.WithinNoise),
                    ("ada", "style", ReviewReason.Manual),
                    ("eve", "style", ReviewReason.Manual),
                }
            )
        );
        Assert.That(queue.Select(item => item.ExpectedChange), Is.Ordered.Descending);
    }

    [Test]
    public async Task A_mark_is_written_with_who_when_and_what_and_leaves_the_queue()
    {
        var desk = cohort.Open();
        var view = ReviewedCohort.Find(desk, "ada", "why");

        var result = await desk.MarkAsync(ReviewedCohort.RequestOf(view) with { Points = 2.5, Reason = " Thin. " }, Noon);

        var mark = cohort.ReadMarks("ada").Single();
        Assert.Multiple(() =>
        {
            Assert.That((mark.Points, mark.Of, mark.Reason, mark.Reviewer, mark.Time), Is.EqualTo(((double?)2.5, (double?)4.0, "Thin.", "Ada", Noon)));
            Assert.That(mark.HandedIn, Is.EqualTo(HandedIn.Sha256(EvidenceFolder.Read(cohort.EvidenceOf("ada")).Questions[0])));
            Assert.That(desk.Queue.Any(item => item.Id == view.Item.Id), Is.False);
            Assert.That(result.Next, Is.EqualTo(ReviewedCohort.Find(desk, "eve", "why").Item.Id));
        });
    }

    [TestCase(-0.01)]
    [TestCase(4.01)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public async Task Points_out_of_range_are_refused_and_nothing_is_written(double points)
    {
        var desk = cohort.Open();

        var result = await desk.MarkAsync(ReviewedCohort.RequestOf(ReviewedCohort.Find(desk, "ada", "why")) with { Points = points }, Noon);

        Assert.That((result.Outcome, File.Exists(cohort.MarksOf("ada"))), Is.EqualTo((MarkOutcome.Refused, false)));
    }

    [Test]
    public async Task Two_who_mark_the_same_at_once_do_not_take_the_place_of_one_another_unseen()
    {
        var (desk, other) = (cohort.Open(), cohort.Open()); // as if in another process
        var request = ReviewedCohort.RequestOf(ReviewedCohort.Find(desk, "ada", "why"));

        var results = await Task.WhenAll(
            desk.MarkAsync(request with { Points = 1, Reviewer = "Ada" }, Noon),
            other.MarkAsync(request with { Points = 4, Reviewer = "Ben" }, Noon)
        );

        Assert.That(results.Select(result => result.Outcome), Is.EquivalentTo(new[] { MarkOutcome.Written, MarkOutcome.Conflict }));
        Assert.That(results.Single(result => result.Problem is not null).Problem, Does.Contain("meanwhile"));
        Assert.That(cohort.ReadMarks("ada"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Many_marks_at_once_are_all_written()
    {
        var desks = Enumerable.Range(0, 3).Select(_ => cohort.Open()).ToList();
        var criteria = new[] { "why", "style", "roc" };

        await Task.WhenAll(criteria.Select((criterion, i) =>
            desks[i].MarkAsync(ReviewedCohort.RequestOf(ReviewedCohort.Find(desks[i], "ada", criterion)) with { Points = 1 }, Noon)));

        Assert.That(cohort.ReadMarks("ada").Select(mark => mark.Criterion), Is.EquivalentTo(criteria));
    }

    [Test]
    public async Task A_mark_whose_answer_has_changed_waits_again_with_its_points_as_the_proposal()
    {
        var desk = cohort.Open();
        await desk.MarkAsync(ReviewedCohort.RequestOf(ReviewedCohort.Find(desk, "ada", "why")) with { Points = 3 }, Noon);
        cohort.Write("ada", "Another answer of more than three words.", 0.9);

        var view = ReviewedCohort.Find(cohort.Open(), "ada", "why");

        Assert.That((view.Item.Reason, view.Item.ExpectedChange, view.Proposed), Is.EqualTo((ReviewReason.StaleMark, 3.0, (double?)3.0)));
    }

    [Test]
    public async Task What_was_collected_anew_since_it_was_seen_is_not_marked()
    {
        var desk = cohort.Open();
        var request = ReviewedCohort.RequestOf(ReviewedCohort.Find(desk, "ada", "why")) with { Points = 3 };
        cohort.Write("ada", "Another answer of more than three words.", 0.9);

        Assert.That((await desk.MarkAsync(request, Noon)).Outcome, Is.EqualTo(MarkOutcome.Conflict));
    }

    [Test]
    public async Task A_second_reading_shows_what_others_marked_and_not_their_points()
    {
        var desk = cohort.Open();
        await desk.MarkAsync(ReviewedCohort.RequestOf(ReviewedCohort.Find(desk, "ada", "why")) with { Points = 3, Reason = "A secret." }, Noon);

        var second = cohort.Open(second: "Ben");
        var view = second.View(second.Queue.Single().Id)!;
        var page = ReviewPage.Write(view, "/x/", "Ben");

        Assert.That((view.Item.Reason, view.Proposed, view.Marks.Count), Is.EqualTo((ReviewReason.SecondReading, (double?)null, 0)));
        Assert.That(page, Does.Not.Contain("A secret").And.Contain("data-proposed=\"\"").And.Not.Contain("3 of 4"));
        Assert.That((await second.MarkAsync(ReviewedCohort.RequestOf(view, "Ben") with { Points = 2 }, Noon)).Outcome, Is.EqualTo(MarkOutcome.Written));
        Assert.That(cohort.Open(second: "Ben").Queue, Is.Empty);
    }

    [Test]
    public async Task Any_other_criterion_of_the_question_can_be_overruled_and_a_mark_withdrawn()
    {
        var desk = cohort.Open();
        var id = desk.CriterionOf(ReviewedCohort.Find(desk, "ada", "why").Item.Id, "form")!;

        await desk.MarkAsync(ReviewedCohort.RequestOf(desk.View(id)!) with { Points = 0.5 }, Noon);
        var overruled = desk.View(id)!.Score!;
        await desk.MarkAsync(ReviewedCohort.RequestOf(desk.View(id)!) with { Withdraw = true }, Noon);

        Assert.That((overruled.Points, overruled.Mark?.Automatic.Points), Is.EqualTo((0.5, (double?)2.0)));
        Assert.That(desk.View(id)!.Score!.Points, Is.EqualTo(2));
        Assert.That(cohort.ReadMarks("ada"), Has.Count.EqualTo(2), "history stays");
    }

    [Test]
    public async Task Shared_passages_wait_until_a_person_has_looked_at_them()
    {
        cohort.Write("ada", "Explain in your own words what a call of the method does to the derivative of a tensor in your program. It accumulates.", 0.9);
        var desk = cohort.Open();
        var view = ReviewedCohort.Find(desk, "ada", null);

        Assert.That(view.Item.Reason, Is.EqualTo(ReviewReason.Copies));
        Assert.That(ReviewPage.Write(view, "/x/", "Ada"), Does.Contain("<mark>").And.Contain("the prompt"));
        Assert.That(
            (await desk.MarkAsync(ReviewedCohort.RequestOf(view) with { Points = 0 }, Noon)).Outcome, Is.EqualTo(MarkOutcome.Refused), "copies have no points");
        Assert.That((await desk.MarkAsync(ReviewedCohort.RequestOf(view) with { Judged = true }, Noon)).Outcome, Is.EqualTo(MarkOutcome.Written));
        Assert.That(cohort.Open().Queue.Any(item => item.Criterion is null), Is.False);
    }

    [Test]
    public async Task Marks_of_another_submission_in_the_same_place_are_not_written_into()
    {
        File.WriteAllText(
            cohort.MarksOf("ada"),
            HitSongs.Grading.Marks.MarksFile.Append("", "somebody", new("q", "c", 1, 2, "", "Ada", Noon, new string('0', 64))));
        var before = File.ReadAllText(cohort.MarksOf("ada"));
        var desk = cohort.Open();

        Assert.That(
            async () => await desk.MarkAsync(ReviewedCohort.RequestOf(ReviewedCohort.Find(desk, "ada", "why")) with { Points = 1 }, Noon),
            Throws.TypeOf<InvalidInputException>());
        Assert.That(await File.ReadAllTextAsync(cohort.MarksOf("ada")), Is.EqualTo(before));
    }
}
