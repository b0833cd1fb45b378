using HitSongs.Grading.Grades;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class ChoiceCriterionTests
{
    private const string Criterion = "  - {id: q2, kind: choice, points: 1, item: 2, correct: b}";

    private static string Answer(string options) => $"## 1. First\n\n- [x] a) yes\n- [ ] b) no\n\n## 2. Second\n\n{options}\n\n## Notes\n\n- [x] a) done\n";

    [TestCase("- [ ] a) one\n- [x] b) two\n- [ ] c) three", Status.Passed, "line 9 is right")]
    [TestCase("* [ ] a. one\n* [X] **b.** two", Status.Passed, "line 9 is right")]
    [TestCase("### Options\n- [ ] a) one\n- [x] b) two", Status.Passed, "line 10 is right")]
    [TestCase("- [x] a) one\n- [ ] b) two", Status.Failed, "a) at line 8 is not right")]
    [TestCase("- [x] a) one\n- [x] b) two", Status.Failed, "2 options are ticked (lines 8, 9)")]
    [TestCase("- [ ] a) one\n- [ ] b) two", Status.Failed, "None of the 2 options")]
    [TestCase("b)", Status.Passed, "line 8 is right")]
    [TestCase("", Status.Failed, "No options were found under item 2")]
    [TestCase("That was hard.", Status.Failed, "No options were found under item 2")]
    [TestCase("```\n- [x] b) two\n```", Status.Failed, "No options were found")]
    [TestCase("<!--\n- [x] b) two\n-->", Status.Failed, "No options were found")]
    public void Exactly_the_right_option_must_be_ticked(string options, Status expected, string feedback)
    {
        var score = Situation.Grade(Criterion, Answer(options));

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(expected));
            Assert.That(score.Feedback, Does.Contain(feedback));
            Assert.That(score.Points, Is.EqualTo(expected == Status.Passed ? 1 : 0));
        });
    }

    [TestCase("1. First\n   - [x] a) yes\n2. Second\n   - [ ] a) one\n   - [x] b) two\n")]
    [TestCase("**1.** First\n\n- [x] a) yes\n\n**2.** Second\n\n- [ ] a) one\n- [x] b) two\n")]
    [TestCase("### Question 1\n\n- [x] a) yes\n\n### Question 2: the second\n\n- [ ] a) one\n- [x] b) two\n")]
    public void Items_may_be_numbered_in_several_ways(string answer) => Assert.That(Situation.Grade(Criterion, answer).Status, Is.EqualTo(Status.Passed));

    [Test]
    public void An_item_that_stands_twice_is_one_item() =>
        Assert.That(Situation.Grade(Criterion, "## 2.\n- [x] a) one\n\n## 2.\n- [x] b) two\n").Feedback, Does.Contain("2 options are ticked"));

    [Test]
    public void Feedback_never_names_the_right_option()
    {
        var score = Situation.Grade(
            Criterion.Replace("correct: b", "correct: c", StringComparison.Ordinal),
            Answer("- [x] a) one\n- [ ] b) two\n- [ ] c) three")
        );

        Assert.That(score.Feedback, Does.Not.Contain("c)").And.Not.Contain("three"));
    }
}
