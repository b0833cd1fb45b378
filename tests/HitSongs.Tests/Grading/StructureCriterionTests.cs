using HitSongs.Grading.Grades;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class StructureCriterionTests
{
    private const string Parts = "  - {id: form, kind: structure, points: 4, parts: [situation, task, action, result or outcome], partWords: 3}";

    [TestCase("minWords: 3", "Only two.", Status.Failed, "it has 2 words and needs 3")]
    [TestCase("minWords: 3", "There are three.", Status.Passed, "has 3 words")]
    [TestCase("maxWords: 3", "There are four words.", Status.Failed, "it has 4 words and may have 3")]
    [TestCase("minWords: 3", "Only two.\n\n```\na lot of code here\n```\n", Status.Failed, "it has 2 words")]
    [TestCase("headings: [Results, Limits]", "# Our results\n\nWell.", Status.Failed, "it has no heading \"Limits\": add it")]
    [TestCase("headings: [Results, Limits]", "# Our results\n\nWell.\n\n## Limits\n\nNone.", Status.Passed, "every heading")]
    [TestCase("headings: [Results]", "```\n# Results\n```\n\nWell.", Status.Failed, "it has no heading \"Results\"")]
    public void Length_and_headings_are_as_asked_for(string asked, string answer, Status expected, string feedback)
    {
        var score = Situation.Grade($"  - {{id: form, kind: structure, points: 1, {asked}}}", answer);

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(expected));
            Assert.That(score.Feedback, Does.Contain(feedback));
        });
    }

    [TestCase("## Situation\n\nWe were all late.\n\n## Task\n\nI had to plan.\n\n## Actions\n\nI made a board.\n\n## Results\n\nWe came in time.")]
    [TestCase("**Situation:** We were all late.\n\n**Task:** I had to plan.\n\n**Action:** I made a board.\n\n**Outcome:** We came in time.")]
    [TestCase("1. Situation: we were all late.\n2. Task: I had to plan.\n3. Action: I made a board.\n4. Result: we came in time.")]
    [TestCase("Situation: We were all late.\nTask: I had to plan.\nAction: I made a board.\nResult: We came in time.")]
    [TestCase("The situation was that we were late. My task: I had to plan. Action: I made a board. Result: We came in time.")]
    [TestCase("## The situation and my task\n\nWe were late and I had to plan.\n\nThe action I took was a board.\n\nThe result was that we came in time.")]
    public void Parts_may_be_headings_paragraphs_items_or_lines(string answer)
    {
        var score = Situation.Grade(Parts, answer);

        Assert.That((score.Status, score.Points), Is.EqualTo((Status.Passed, 4.0)), score.Feedback);
    }

    [TestCase("We were late, so I planned and took action on the task, with a good result.", 0, "no part begins with \"situation\"")]
    [TestCase("## Situation\n\nWe were all late.\n\n## Task\n\nI had to plan.\n\nThen I drew a board and all was well.", 2, "no part begins with \"action\"")]
    [TestCase("## Situation\n\n## Task\n\n## Action\n\n## Result\n", 0, "its part \"task\" has 0 words and needs 3")]
    [TestCase("Situation: we were late and decided on the\naction that everybody wanted, which is no part.", 1, "no part begins with \"action\"")]
    public void Each_part_earns_its_share_and_those_that_are_missing_or_empty_are_named(string answer, double points, string feedback)
    {
        var score = Situation.Grade(Parts, answer);

        Assert.Multiple(() =>
        {
            Assert.That(score.Points, Is.EqualTo(points));
            Assert.That(score.Feedback, Does.Contain(feedback));
        });
    }

    [TestCase("partWords: 3, minWords: 1", "it stands without `parts`")]
    [TestCase("parts: ['?']", "has no words")]
    public void What_asks_for_nothing_is_a_fault(string keys, string fault) =>
        Assert.That(
            () => Situation.RubricOf($"  - {{id: form, kind: structure, points: 4, {keys}}}"),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains(fault)
        );
}
