using FsCheck;
using FsCheck.Fluent;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>Answers of a quiz that choose more than one option, or none.</summary>
public sealed class ContradictoryChoiceTests
{
    private static readonly Rubric Rubric = Situation.RubricOf(TensorQuiz.Criterion(1, "c"));

    private static readonly string[] Heads = ["1. ", "Q1: ", "1 - ", "## 1. What is a tensor?\n\n", "> 1) ", "1. The answer is ", "- 1. "];

    private static readonly string[] Joints = [", ", " / ", "\n", "\n\n", " and ", " or ", ": also ", ") ", " & ", ". ", ", maybe ", "\n\nAnswer: "];

    private static readonly string[] Ends = ["", ".", ")", "\n\nThat is my choice.", "<br>", " "];

    private static Score Grade(string answer) => Grader.Grade(Rubric, Situation.Answered(answer)).Only();

    [FsCheck.NUnit.Property(MaxTest = 400)]
    public Property No_answer_with_two_letters_earns_an_item() =>
        Prop.ForAll(
            (
                from head in Gen.Elements(Heads)
                from joint in Gen.Elements(Joints)
                from end in Gen.Elements(Ends)
                from first in Gen.Elements("a", "b", "c", "d", "C")
                from second in Gen.Elements("a", "b", "c", "d", "C")
                where !string.Equals(first, second, StringComparison.OrdinalIgnoreCase)
                select $"{head}{first}{joint}{second}{end}"
            ).ToArbitrary(),
            answer => (Grade(answer).Points == 0).Label(answer)
        );

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property No_ticked_box_with_another_letter_beside_it_earns_an_item() =>
        Prop.ForAll(
            (
                from box in Gen.Elements("- [x] ", "[x]", "\u2611 ", "1. [X] ")
                from joint in Gen.Elements("\n\n", "\n\nAnswer: ", "\n- [x] ", "\nI choose ")
                from other in Gen.Elements("a", "b", "d")
                from mark in Gen.Elements("", ")", ".")
                select $"## 1. What is a tensor?\n\n{box}c) An array of any number of dimensions{joint}{other}{mark}"
            ).ToArbitrary(),
            answer => (Grade(answer).Points == 0).Label(answer)
        );

    [TestCase("1. c) / d) / a)")]
    [TestCase("1. c) d) a) b)")]
    [TestCase("1. c d")]
    [TestCase("1. c-d")]
    [TestCase("1. c: also d, a and b")]
    [TestCase("1. c, but d is also right")]
    [TestCase("1. c or perhaps d?")]
    [TestCase("1. c, d, not a")]
    [TestCase("1. c, d, 2. a, 3. b")]
    [TestCase("| 1 | c | d |")]
    [TestCase("## 1. What is a tensor?\n\n- [x] c) d)")]
    public void Several_letters_on_a_line_are_more_than_one_option(string answer) => AssertNothing(answer, "options are ticked");

    [TestCase("- [x] c) An array of any number of dimensions\n\nd")]
    [TestCase("- [ ] a) A table\n- [x] c) An array of any number of dimensions\n\nThe answer is d.")]
    [TestCase("- [x] c) An array of any number of dimensions\n\nA table")]
    public void A_ticked_box_and_another_option_that_is_written_contradict_each_other(string options) =>
        AssertNothing($"## 1. What is a tensor?\n\n{options}", "contradict each other");

    [TestCase("1. c) is wrong")]
    [TestCase("1. c is not right")]
    [TestCase("1. c: wrong")]
    [TestCase("1. It is not c")]
    [TestCase("1. The answer is not c")]
    [TestCase("1. It is not\n\nc")]
    [TestCase("1.\n\nIt isn't\n\nc")]
    [TestCase("1. ~~An array of any number of dimensions~~")]
    [TestCase("1. ~~c~~")]
    [TestCase("1. <del>c</del>")]
    [TestCase("1. \u0441", Description = "the Cyrillic letter")]
    public void An_option_that_is_denied_or_struck_out_is_not_chosen(string answer) => AssertNothing(answer, "No options were found under item 1");

    [Test]
    public void An_answer_that_is_not_found_is_told_which_forms_are_read() =>
        AssertNothing("I do not know.", "a letter behind the number such as `1. c`, a ticked box such as `- [x]` below it, and the text of an option");

    [Test]
    public void Of_very_many_ticked_lines_few_are_told()
    {
        var score = Grade("## 1. What is a tensor?\n" + string.Concat(Enumerable.Repeat("- [x] ?\n", 20_000)));

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(Status.Failed));
            Assert.That(score.Feedback, Does.Contain("(lines 2, 3, 4, 5, 6 and 19995 more)").And.Length.LessThan(300));
            Assert.That(score.Evidence, Has.Count.EqualTo(5));
        });
    }

    private static void AssertNothing(string answer, string feedback)
    {
        var score = Grade(answer);

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(Status.Failed));
            Assert.That(score.Feedback, Does.Contain(feedback));
        });
    }
}
