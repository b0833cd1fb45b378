using HitSongs.Grading.Evidence;
using HitSongs.Grading.Learning;
using HitSongs.Grading.Prose;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Scoring;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>Questions that are the same as another one.</summary>
public sealed class SharedQuestionTests
{
    private const string First = "evaluation/pytorch/1-first";
    private const string Second = "evaluation/pytorch/2-second";

    private const string Concept =
        "\ncriteria:\n  - {id: why, kind: concept, points: 1, name: n, missing: m., match: accumulate, examples: [The gradients accumulate.]}\n";

    private TemporaryFolder folder = null!;

    private string Root => folder.Path + "/rubric";

    [SetUp]
    public void WriteRubric()
    {
        folder = new TemporaryFolder();
        folder.Write("rubric/rubric.yaml", Situation.Index);
        folder.Write($"rubric/{First}.yaml", Situation.Head + "\nasked: [What happens to gradients?]" + Concept);
        folder.Write($"rubric/{First}.contrasts.yaml", "why:\n  examples: [Gradients pile up.]\n  counterexamples: [Gradients are cleared.]\n");
    }

    [TearDown]
    public void RemoveRubric() => folder.Dispose();

    private IReadOnlyList<string> Faults(string yaml)
    {
        folder.Write($"rubric/{Second}.yaml", yaml);
        return [.. RubricFolder.Check(Root).Select(fault => fault.Message)];
    }

    [Test]
    public void It_has_its_own_title_and_wordings_and_the_other_questions_rubric()
    {
        folder.Write($"rubric/{Second}.yaml", $"title: Once more\nsameAs: {First}\nasked: [And again?, What of gradients?]\n");

        var rubric = RubricFolder.Read(Root);
        var (first, second) = (rubric.Questions.First(), rubric.Questions.Last());
        var grade = Grader.Grade(
            rubric,
            Situation.EvidenceOf(new QuestionEvidence(Second, new AnswerText($"answers/{Second}/answer.md", "They accumulate."), null, null))
        );

        Assert.Multiple(() =>
        {
            Assert.That((second.Id, second.Title, second.Prompt), Is.EqualTo((Second, "Once more", first.Prompt)));
            Assert.That(first.Asked, Is.EqualTo(["What happens to gradients?"]));
            Assert.That(second.Asked, Is.EqualTo(["And again?", "What of gradients?"]));
            Assert.That(second.Criteria.Select(criterion => criterion.Id), Is.EqualTo(["why"]));
            Assert.That(grade.Sections.Single().Questions.Select(question => question.Points), Is.EqualTo([0.0, 1.0]));
        });
    }

    [Test]
    public void Its_sentences_are_learnt_from_once()
    {
        folder.Write($"rubric/{Second}.yaml", $"title: Once more\nsameAs: {First}\nprompt: Of its own.\n");

        var rubric = RubricFolder.ReadToLearn(Root);

        Assert.That(LearningSentence.All(Root, rubric).Select(sentence => sentence.Question).Distinct(), Is.EqualTo([First]));
        Assert.That(rubric.Questions.Last().Prompt, Is.EqualTo("Of its own."));
    }

    [TestCase($"title: T\nsameAs: {First}\ncriteria: []", "it has `criteria` of its own")]
    [TestCase($"title: T\nsameAs: {Second}", "which is no other question of the rubric")]
    [TestCase("title: T\nsameAs: evaluation/pytorch/1-frist", $"Did you mean `{First}`")]
    [TestCase("title: T\nsameAs: ../../outside", "which is no other question of the rubric")]
    [TestCase($"sameAs: {First}", "has no `title`")]
    public void What_it_cannot_share_is_a_fault(string yaml, string fault) => Assert.That(Faults(yaml), Has.One.Items.And.One.Contains(fault));

    [Test]
    public void A_file_beside_it_would_not_be_read_and_is_a_fault()
    {
        folder.Write($"rubric/{Second}.examples.yaml", "why:\n  examples: [Gradients pile up.]\n");

        Assert.That(Faults($"title: T\nsameAs: {First}"), Has.One.Contains("2-second.examples.yaml lies beside it"));
    }

    [Test]
    public void One_that_shares_cannot_be_shared()
    {
        folder.Write("rubric/evaluation/pytorch/3-third.yaml", $"title: T\nsameAs: {Second}\n");

        Assert.That(Faults($"title: T\nsameAs: {First}"), Has.One.Items.And.One.Contains("is itself the same as another question"));
    }

    [Test]
    public void A_fault_of_the_shared_rubric_is_told_once()
    {
        folder.Write($"rubric/{First}.yaml", Situation.Head + Concept.Replace("kind: concept", "kind: concpt", StringComparison.Ordinal));

        Assert.That(Faults($"title: T\nsameAs: {First}"), Has.One.Items.And.One.Contains("`concpt` is not known"));
    }
}
