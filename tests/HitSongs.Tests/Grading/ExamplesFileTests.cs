using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Samples;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>Further statements in a file beside the question.</summary>
public sealed class ExamplesFileTests
{
    private const string Answer = "What was there before stays in, so they pile up from round to round.";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void WriteQuestion()
    {
        folder = new TemporaryFolder();
        folder.Write("rubric/rubric.yaml", Situation.Index);
        folder.Write("rubric/evaluation/pytorch/1-first.yaml", $"""
            {Situation.Head}
            criteria:
              - id: accumulates
                kind: concept
                points: 2
                name: Gradients accumulate
                missing: What does a second pass do to the first one's result?
                examples: [Gradients accumulate until they are cleared.]
              - {"{id: style, kind: manual, points: 1, name: Style}"}
            """);
    }

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public void Statements_beside_the_question_count_like_those_in_it()
    {
        var before = Points();
        Write("accumulates:\n  examples: [They pile up from round to round.]\n  counterexamples: [Each pass overwrites what was there before.]\n");

        Assert.Multiple(() =>
        {
            Assert.That(before, Is.Zero);
            Assert.That(Points(), Is.EqualTo(2));
            Assert.That(RubricFolder.Check(Root), Is.Empty);
        });
    }

    [Test]
    public void Other_statements_are_another_rubric()
    {
        var before = RubricFolder.Read(Root).Sha256;
        Write("accumulates:\n  examples: [They pile up from round to round.]\n");

        Assert.That(RubricFolder.Read(Root).Sha256, Is.Not.EqualTo(before));
    }

    [TestCase("acumulates:\n  examples: [They pile up in each round.]\n", 1, "accumulates")]
    [TestCase("style:\n  examples: [They pile up in each round.]\n", 1, "no criterion of the question that has `examples`")]
    [TestCase("accumulates:\n  exampels: [They pile up in each round.]\n", 2, "exampels")]
    [TestCase("accumulates:\n  counterexamples:\n    - loss\n", 2, "too few words")]
    [TestCase("accumulates: They pile up\n", 1, "must be a mapping")]
    [TestCase("- They pile up\n", 1, "must be a mapping")]
    public void Faulty_statements_are_refused_with_file_and_line(string text, int line, string told)
    {
        Write(text);

        var fault = RubricFolder.Check(Root).Single();

        Assert.Multiple(() =>
        {
            Assert.That(fault.File, Does.EndWith("1-first.examples.yaml"));
            Assert.That(fault.Line, Is.EqualTo(line), fault.Message);
            Assert.That(fault.Message, Does.Contain(told));
        });
    }

    [Test]
    public void Statements_of_no_question_are_refused()
    {
        folder.Write("rubric/evaluation/pytorch/2-lost.examples.yaml", "accumulates:\n  examples: [They pile up in each round.]\n");

        Assert.That(RubricFolder.Check(Root).Select(fault => fault.Message), Has.One.Items.And.All.Contains("no question beside these examples"));
    }

    private string Root => folder.Path + "/rubric";

    private double Points() => ProseMarks.Of(RubricFolder.Read(Root).Questions.Single(), Answer).Single().Points;

    private void Write(string text) => folder.Write("rubric/evaluation/pytorch/1-first.examples.yaml", text);
}
