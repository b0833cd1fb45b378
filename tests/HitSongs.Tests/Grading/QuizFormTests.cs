using HitSongs.Grading.Grades;
using HitSongs.Grading.Scoring;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>Quizzes whose options stand in the rubric.</summary>
public sealed class QuizFormTests
{
    private const string Criteria =
        """
          - id: backward
            kind: choice
            points: 1
            item: 2
            question: What does backward() do?
            options: [A step of the optimiser, It adds gradients to `grad`, It clears the graph]
            correct: b
            explanation: Gradients accumulate; the optimiser steps.
        """;

    private static Score Grade(string below) => Situation.Grade(Criteria, $"## 1. Another\n\n- [x] a) yes\n\n## 2. What does backward() do?\n\n{below}\n");

    private static string FaultOf(string criteria) => Assert.Throws<InvalidInputException>(() => Situation.RubricOf(criteria))!.Message;

    [TestCase("- [ ] a) A step of the optimiser\n- [x] b) It adds gradients to `grad`\n- [ ] c) It clears the graph")]
    [TestCase("- [x] It adds gradients to grad\n- [ ] It clears the graph\n- [ ] A step of the optimiser", TestName = "Boxes without letters")]
    [TestCase("- [x] a) It adds gradients to `grad`\n- [ ] b) A step of the optimiser", TestName = "Options in another order with new letters")]
    [TestCase("b")]
    [TestCase("(B)")]
    [TestCase("**Answer: b**")]
    [TestCase("My answer is b.")]
    [TestCase("b) because they accumulate")]
    [TestCase("> It adds gradients to `grad`.")]
    [TestCase("**b)** It adds gradients to `grad`")]
    [TestCase("- [ ] a) A step of the optimiser\n- [ ] b) It adds gradients to `grad`\n\nAnswer: b", TestName = "Boxes left blank and a letter below")]
    public void The_right_option_may_be_ticked_named_by_its_letter_or_by_its_text(string below) => Assert.That(Grade(below).Status, Is.EqualTo(Status.Passed));

    [TestCase("A step of the optimiser", "a) at line 7 is not right", Description = "its first word is an article, not a letter")]
    [TestCase("- [x] b) A step of the optimiser", "a) at line 7 is not right", Description = "the text decides")]
    [TestCase("- [x] It does nothing", "line 7 is none of the options")]
    [TestCase("a\n\nb", "2 options are ticked (lines 7, 9)")]
    [TestCase("d)", "d) at line 7 is not right")]
    [TestCase("I do not know.", "No options were found")]
    [TestCase("- [ ] a) A step of the optimiser\n- [ ] b) It adds gradients to `grad`", "None of the 2 options")]
    public void What_is_not_the_right_option_alone_earns_nothing(string below, string feedback)
    {
        var score = Grade(below);

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(Status.Failed));
            Assert.That(score.Feedback, Does.Contain(feedback).And.Not.Contain("adds gradients"));
        });
    }

    [TestCase("1. a\n2. b\n")]
    [TestCase("1: a\n2: b\n")]
    [TestCase("**1.** a\n\n**2.** b\n")]
    [TestCase("Question 1: a\n\nQuestion 2: b\n")]
    public void Letters_may_stand_behind_the_numbers(string answer) => Assert.That(Situation.Grade(Criteria, answer).Status, Is.EqualTo(Status.Passed));

    [Test]
    public void The_blank_form_stands_in_the_prompt_and_earns_nothing()
    {
        var rubric = Situation.RubricOf(Criteria);
        var prompt = rubric.Questions.Single().Prompt;

        Assert.Multiple(() =>
        {
            Assert.That(
                prompt,
                Does.EndWith(
                    "\n\n## 2. What does backward() do?\n\n- [ ] a) A step of the optimiser\n- [ ] b) It adds gradients to `grad`\n- [ ] c) It clears the "
                        + "graph\n"
                )
            );
            Assert.That(Grader.Grade(rubric, Situation.Answered(prompt)).Only().Status, Is.EqualTo(Status.Failed));
            Assert.That(
                Grader.Grade(rubric, Situation.Answered(prompt.Replace("[ ] b", "[x] b", StringComparison.Ordinal))).Only().Status,
                Is.EqualTo(Status.Passed)
            );
            Assert.That(
                rubric.Questions.Single().Choices.Single(),
                Has.Property("Correct").EqualTo(1).And.Property("Explanation").StartsWith("Gradients accumulate")
            );
        });
    }

    [TestCase("correct: b", "correct: d", "the options are a to c")]
    [TestCase("It clears the graph", "a step of the *optimiser*", "stands twice")]
    [TestCase("options: [A step of the optimiser, It adds gradients to `grad`, It clears the graph]", "options: [One]", "there are 1 options")]
    [TestCase("    explanation: Gradients accumulate; the optimiser steps.", "", "has no `explanation`")]
    [TestCase("    options: [A step of the optimiser, It adds gradients to `grad`, It clears the graph]", "", "it stands without `options`")]
    public void A_form_that_cannot_be_answered_is_a_fault(string part, string instead, string fault) =>
        Assert.That(FaultOf(Criteria.Replace(part, instead, StringComparison.Ordinal)), Does.Contain(fault));
}
