using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Scoring;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>A pass mark of a section: what is strong elsewhere does not make up for it.</summary>
public sealed class SectionMarkTests
{
    private static Grade Grade(string mark, string model)
    {
        using var folder = new TemporaryFolder();
        folder.Write("rubric/rubric.yaml", $"title: T\npassMark: 0.5\nsections:\n  - {{id: prose, title: Prose}}\n  - {{id: songs, title: Songs{mark}}}\n");
        folder.Write("rubric/prose/1-a.yaml", $"{Situation.Head}\ncriteria:\n  - {{id: a, kind: structure, points: 8, minWords: 1}}\n");
        folder.Write("rubric/songs/1-b.yaml", $"{Situation.Head}\ncriteria:\n  - {{id: b, kind: structure, points: 2, minWords: 2}}\n");
        return Grader.Grade(RubricFolder.Read(folder.Path + "/rubric"), Situation.EvidenceOf(
            new QuestionEvidence("prose/1-a", new AnswerText("answers/prose/1-a/answer.md", "Some words stand here."), null, null),
            new QuestionEvidence("songs/1-b", new AnswerText("answers/songs/1-b/answer.md", model), null, null)));
    }

    [TestCase("", "One.", true)]
    [TestCase(", passMark: 0.5", "One.", false)]
    [TestCase(", passMark: 0.5", "Now there are enough.", true)]
    [TestCase(", passMark: 0", "One.", true)]
    public void A_section_below_its_own_mark_does_not_pass(string mark, string model, bool passed) =>
        Assert.That(Grade(mark, model).Passed, Is.EqualTo(passed));

    [TestCase(", passMark: 1.5")]
    [TestCase(", passMark: half")]
    public void A_mark_that_is_no_share_is_a_fault(string mark) =>
        Assert.That(() => Grade(mark, "One."), Throws.TypeOf<InvalidInputException>().With.Message.Contains("passMark"));

    [Test]
    public void Nobody_passes_the_repositorys_rubric_by_prose_alone()
    {
        var sections = RubricFolder.Read(Path.Combine(Repository.Root, "rubric")).Sections;

        Assert.That(sections.Any(section => section.PassMark > ShareOfProse(section)), Is.True);
    }

    private static double ShareOfProse(HitSongs.Grading.Rubrics.RubricSection section)
    {
        var criteria = section.Questions.SelectMany(question => question.Criteria).ToList();
        return criteria.Where(criterion => criterion.Kind is not ("demonstration" or "model" or "metric")).Sum(criterion => criterion.Points)
            / criteria.Sum(criterion => criterion.Points);
    }
}
