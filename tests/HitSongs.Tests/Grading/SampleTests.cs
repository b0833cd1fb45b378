using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Samples;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class SampleTests
{
    private const string Samples = """
        samples:
          - id: right
            kind: good
            heldOut: true
            marks: {chain: 2, length: 1}
            answer: |
              The chain rule is applied at every node of the graph.
          - id: nothing
            kind: empty
            marks: {}
            answer: ""
        """;

    private string folder = null!;

    [SetUp]
    public void WriteQuestion()
    {
        folder = Directory.CreateTempSubdirectory("hitsongs-").FullName;
        Write("question.yaml", """
            title: A question
            prompt: Explain.
            criteria:
              - {id: length, kind: structure, points: 1, minWords: 5, maxWords: 50}
              - {id: chain, kind: concept, points: 2, name: The chain rule, match: chain rule, missing: Which rule?}
              - {id: person, kind: manual, points: 5, name: Style}
            """);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Samples_are_read_with_marks_and_whether_they_are_held_out()
    {
        var samples = Read(Samples);

        Assert.Multiple(() =>
        {
            Assert.That(samples.Select(s => (s.Id, s.Kind, s.IsHeldOut)), Is.EqualTo(new[] { ("right", "good", true), ("nothing", "empty", false) }));
            Assert.That(samples[0].Marks, Is.EquivalentTo(new Dictionary<string, double> { ["chain"] = 2, ["length"] = 1 }));
            Assert.That(samples[1].Answer, Is.Empty);
        });
    }

    [TestCase("marks: {chain: 2, length: 1}", "marks: {chian: 2}", 5, "chian")]
    [TestCase("marks: {chain: 2, length: 1}", "marks: {chain: 3}", 5, "from 0 to 2")]
    [TestCase("marks: {chain: 2, length: 1}", "marks: {person: 1}", 5, "person")]
    [TestCase("heldOut: true", "heldOut: perhaps", 4, "perhaps")]
    [TestCase("id: nothing", "id: right", 8, "two samples")]
    [TestCase("kind: good", "sort: good", 3, "sort")]
    public void Faulty_samples_are_refused_with_their_line(string right, string wrong, int line, string told)
    {
        var fault = Assert.Throws<InvalidInputException>(() => Read(Samples.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Multiple(() =>
        {
            Assert.That(fault!.Line, Is.EqualTo(line), fault.Message);
            Assert.That(fault.Message, Does.Contain(told));
        });
    }

    [Test]
    public void Review_sets_the_points_of_the_prose_against_the_marks_and_leaves_out_what_a_person_grades()
    {
        var question = QuestionFile.Read(Path.Combine(folder, "question.yaml"));
        var reviews = Read(Samples).Select(s => SampleReview.Of(question, s)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(reviews[0].PersonShare, Is.EqualTo(1));
            Assert.That(reviews[0].RubricShare, Is.EqualTo(1));
            Assert.That(reviews[1].RubricShare, Is.Zero);
            Assert.That(reviews.SelectMany(r => r.Disagreements), Is.Empty);
            Assert.That(reviews[0].Scores.Select(s => s.Id), Has.None.EqualTo("person"));
        });
    }

    [Test]
    public void Rubric_with_samples_of_no_question_is_at_fault()
    {
        Write("rubric.yaml", "title: Rubric\npassMark: 0.5\nsections:\n  - {id: part, title: Part}\n");
        Directory.CreateDirectory(Path.Combine(folder, "part"));
        File.Move(Path.Combine(folder, "question.yaml"), Path.Combine(folder, "part", "question.yaml"));
        Write("part/question.samples.yaml", Samples);
        Write("part/lost.samples.yaml", Samples);

        var faults = RubricFolder.Check(folder);

        Assert.That(faults.Select(f => f.Message), Has.One.Items.And.All.Contains("lost.samples.yaml"));
    }

    // Values by hand: categories 0 and 10 (shares 0 and 1).
    [TestCase(new[] { 0.0, 1, 0, 1 }, new[] { 0.0, 1, 0, 1 }, 1, 1)]
    [TestCase(new[] { 0.0, 1, 0, 1 }, new[] { 1.0, 0, 1, 0 }, -1, -1)]
    [TestCase(new[] { 0.0, 0, 1, 1 }, new[] { 0.0, 1, 0, 1 }, 0, 0)]
    [TestCase(new[] { 0.0, 0.5, 1 }, new[] { 0.0, 0.25, 0.5 }, 1, 1 - (29.0 / 79))] // categories 0, 5, 10 and 0, 3, 5: observed (0 + 4 + 25) / 3, expected 237 / 9
    public void Agreement_is_as_computed_by_hand(double[] person, double[] rubric, double pearson, double kappa)
    {
        var agreement = Agreement.Of([.. person.Zip(rubric)]);

        Assert.Multiple(() =>
        {
            Assert.That(agreement.Pearson, Is.EqualTo(pearson).Within(1e-9));
            Assert.That(agreement.QuadraticKappa, Is.EqualTo(kappa).Within(1e-9));
        });
    }

    private IReadOnlyList<Sample> Read(string text)
    {
        Write("question.samples.yaml", text);
        return SampleFile.Read(
            Path.Combine(folder, "question.samples.yaml"),
            QuestionFile.Read(Path.Combine(folder, "question.yaml")),
            "question.samples.yaml"
        );
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
