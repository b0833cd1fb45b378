using HitSongs.Grading.Grades;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>The ways in which people write the answers of a quiz, each with the right option of item 1.</summary>
public sealed class ChoiceFormsTests
{
    private const string Right = "An array of any number of dimensions";

    private static Score Grade(string answer) => Situation.Grade(TensorQuiz.Criterion(1, "c"), answer);

    [TestCase("Q1: c")]
    [TestCase("#1: c")]
    [TestCase("(1) c")]
    [TestCase("1 - c")]
    [TestCase("1 \u2013 c")]
    [TestCase("1 -> c")]
    [TestCase("1 \u2192 c")]
    [TestCase("1 = c")]
    [TestCase("1c")]
    [TestCase("1 c")]
    [TestCase("1.) c")]
    [TestCase("Question 1 - c")]
    [TestCase("**Question 1**\n\nc")]
    [TestCase("| 1 | c |")]
    [TestCase("| Question | Answer |\n|---|---|\n| 1 | c |\n| 2 | a |")]
    [TestCase("| Q1 | **c** | because it has dimensions |")]
    [TestCase("- 1. c")]
    [TestCase("* 1) c")]
    [TestCase("1. c, 2. a, 3. b")]
    [TestCase("1c 2a 3b")]
    [TestCase("1) c; 2) a; 3) b")]
    [TestCase("1. (c) 2. (a) 3. (b)")]
    [TestCase("Answers: 1. c, 2. a and 3. b")]
    [TestCase("## Answers\n\n1. c\n2. a\n3. b")]
    public void A_letter_may_be_joined_to_its_number_in_many_ways(string answer) => AssertRight(answer);

    [TestCase("1. The answer is c")]
    [TestCase("1. The correct answer is c.")]
    [TestCase("1. I think it is c")]
    [TestCase("1. It is c).")]
    [TestCase("1. So the right option is: c")]
    [TestCase("1. I would choose option c, because it has dimensions")]
    [TestCase("1. The answer to question 1 is c")]
    [TestCase("1. c, because a table has names and a function has none.")]
    [TestCase("1. c because d is not an array")]
    [TestCase("1. c, not d")]
    [TestCase("1. c\n\nFigure 2: a table and its columns.\n\nIt has 3 axes.")]
    [TestCase("1. c is correct")]
    [TestCase("1. Probably c")]
    [TestCase("1. I am sure it is c")]
    [TestCase("1. It can only be c")]
    [TestCase("1. c I think")]
    [TestCase("1. c \u2705")]
    [TestCase($"1. c {Right}")]
    [TestCase("1. c) is right, since a and b are wrong.")]
    [TestCase("1. c. A tensor has dimensions, e.g. three.")]
    [TestCase($"1. The answer is: {Right}")]
    public void A_letter_may_stand_in_a_sentence(string answer) => AssertRight(answer);

    [TestCase("1. c<br>")]
    [TestCase("<h2>1. What is a tensor?</h2><p>c</p>")]
    [TestCase("<h2>1\u2026</h2><p>c</p>")]
    [TestCase("<h2>1</h2>\n<ul>\n<li>[ ] a) A table</li>\n<li>[x] c) " + Right + "</li>\n</ul>")]
    [TestCase("<table>\n<tr><td>1</td><td>c</td></tr>\n</table>")]
    [TestCase("> ## 1. What is a tensor?\n>\n> - [ ] a) A table\n> - [x] c) " + Right)]
    [TestCase("> > 1. c")]
    [TestCase("```\n## 1. What is a tensor?\n\n- [ ] a) A table\n- [x] c) " + Right + "\n```")]
    [TestCase("~~~markdown\n1. c\n2. a\n~~~")]
    [TestCase("## 1. What is a tensor?\n\n\t- [ ] a) A table\n\t- [x] c) " + Right)]
    [TestCase("## 1. What is a tensor?\n\n    - [ ] a) A table\n    - [x] c) " + Right)]
    [TestCase("## 1\\. What is a tensor?\n\n- \\[ \\] a) A table\n- \\[x\\] c) " + Right)]
    [TestCase("1\\. c")]
    public void A_form_may_be_quoted_fenced_indented_escaped_or_in_HTML(string answer) => AssertRight(answer);

    [TestCase("- [x]c) " + Right)]
    [TestCase("- [x]c)")]
    [TestCase("[x] c) " + Right)]
    [TestCase("\u2611 c) " + Right)]
    [TestCase("- \u2611 " + Right)]
    [TestCase("- [\u2713] c) " + Right)]
    [TestCase("- [\u2714] c) " + Right)]
    [TestCase("- [ x ] c) " + Right)]
    [TestCase("- ( ) a) A table\n- (x) c) " + Right)]
    [TestCase("- \u2610 a) A table\n- \u2612 c) " + Right)]
    [TestCase("- c) [x] " + Right + "\n- a) [ ] A table")]
    [TestCase("1. [ ] A table\n2. [ ] A function\n3. [x] " + Right + "\n4. [ ] A list")]
    [TestCase("1. [ ] a) A table\n2. [ ] b) A function\n3. [x] c) " + Right + "\n4. [ ] d) A list")]
    [TestCase("- [x] ~~a) A table~~\n- [x] c) " + Right)]
    [TestCase("- [x] <del>a) A table</del>\n- [x] c) " + Right)]
    [TestCase("- [x] c) " + Right + "\n\nA) is wrong. It has names.")]
    [TestCase("- [x] c) " + Right + "\n\nA) is about data frames, and b is a layer.")]
    [TestCase("- [x] c) " + Right + "\n\nI chose it for these reasons:\n\n1. A tensor has a shape.\n2. It has one type.")]
    [TestCase("- [x] c) " + Right + "\n\nMy answer is c.")]
    public void A_box_may_be_ticked_in_many_ways(string options) => AssertRight($"## 1. What is a tensor?\n\n{options}\n\n## 2. Next\n\n- [x] b) Two\n");

    [TestCase("1. ~~a~~ c")]
    [TestCase("1. ~~a~~ <s>b</s> c")]
    public void What_is_struck_out_is_no_choice(string answer) => AssertRight(answer);

    private static void AssertRight(string answer)
    {
        var score = Grade(answer);

        Assert.That(score.Status, Is.EqualTo(Status.Passed), score.Feedback);
    }
}
