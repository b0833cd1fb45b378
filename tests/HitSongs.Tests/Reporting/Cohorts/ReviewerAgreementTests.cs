using HitSongs.Grading.Marks;
using HitSongs.Reporting.Cohorts;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting.Cohorts;

public sealed class ReviewerAgreementTests
{
    private static readonly string Digest = new('0', 64);

    private static SubmissionMarks Marks(params (string Reviewer, double? Points)[] marks) =>
        new([.. marks.Select(mark => new Mark("q", "c", mark.Points, mark.Points is null ? null : 4, "", mark.Reviewer, DateTimeOffset.UnixEpoch, Digest))]);

    [Test]
    public void Persons_who_give_the_same_agree_wholly()
    {
        var agreement = ReviewerAgreement.Of([Marks(("Ada", 1), ("Ben", 1)), Marks(("Ada", 4), ("Ben", 4))]).Single();

        Assert.That((agreement.Pairs, agreement.Same, agreement.MeanDifference), Is.EqualTo((2, 1.0, 0.0)));
        Assert.That(agreement.QuadraticKappa, Is.EqualTo(1).Within(1e-9));
    }

    [Test]
    public void Persons_who_give_the_opposite_agree_worse_than_by_chance()
    {
        var agreement = ReviewerAgreement.Of([Marks(("Ada", 0), ("Ben", 4)), Marks(("Ada", 4), ("Ben", 0))]).Single();

        Assert.That(agreement.QuadraticKappa, Is.EqualTo(-1).Within(1e-9));
    }

    [Test]
    public void The_last_word_of_each_counts_and_a_withdrawn_mark_does_not()
    {
        var marks = new[] { Marks(("Ada", 0), ("Ben", 4), ("Ada", 4)), Marks(("Ada", 1), ("Ben", 2), ("Ben", null)) };

        Assert.That(ReviewerAgreement.Of(marks).Single() is { Pairs: 1, Same: 1 }, Is.True);
    }

    [Test]
    public void One_person_or_two_on_different_answers_tell_nothing()
    {
        var other = new SubmissionMarks(
            [Marks(("Ada", 1)).All[0], Marks(("Ben", 2)).All[0] with { HandedIn = new string('1', 64) }]);

        Assert.That(ReviewerAgreement.Of([Marks(("Ada", 1), ("Ada", 2)), other]), Is.Empty);
    }

    [Test]
    public void Three_persons_make_three_pairs() =>
        Assert.That(ReviewerAgreement.Of([Marks(("Ada", 1), ("Ben", 2), ("Cyd", 3))]).Single().Pairs, Is.EqualTo(3));
}
