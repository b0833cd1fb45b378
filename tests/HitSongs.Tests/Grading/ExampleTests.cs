using HitSongs.Grading.Grades;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Samples;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>Ideas that are described by sentences that say them, and by sentences that use their words and say something else.</summary>
public sealed class ExampleTests
{
    private const string Accumulates =
        """
          - id: idea
            kind: concept
            points: 2
            name: Gradients accumulate
            missing: What does a second pass do to the first one's result?
            examples:
              - Gradients accumulate until they are cleared.
              - A second backward pass adds its gradients to those already there.
              - The gradients are summed over several calls.
              - New gradients are added to the old ones, which are not overwritten.
            counterexamples:
              - Each pass overwrites the gradients of the last one.
              - The loss accumulates over the epochs.
              - The gradients are averaged over all layers.
        """;

    private static Score Grade(string answer, string more = "") => Situation.Grade(Accumulates + more, answer);

    [TestCase("The gradients of several calls are summed.")]
    [TestCase("A second backward pass adds to the gradients that are already there.")]
    [TestCase("Old gradients are not overwritten, the new ones are added.")]
    [TestCase("They say that it is easy. In fact gradients acumulate until they are cleared by you.", Description = "with a typing mistake")]
    public void What_is_like_an_example_is_found(string answer) => Assert.That(Grade(answer).Points, Is.GreaterThan(0), Grade(answer).Feedback);

    [TestCase("Each pass overwrites the gradients of the last one.")]
    [TestCase("Each backward pass overwrites the last one's gradients.")]
    [TestCase("The gradients do not accumulate.")]
    [TestCase("It is not true that gradients accumulate until they are cleared.")]
    [TestCase("It is wrong to say that the gradients are summed over several calls.")]
    [TestCase("Some people say that gradients accumulate until they are cleared, but this is nonsense.")]
    [TestCase("The weather is fine today.")]
    public void What_is_denied_or_like_a_counterexample_earns_nothing(string answer) => Assert.That(Grade(answer).Points, Is.Zero, Grade(answer).Feedback);

    [Test]
    public void Answer_that_only_denies_is_asked_to_say_what_is_the_case()
    {
        const string answer = "Gradients accumulate until they are cleared. It is not a list. It does not clear itself. It is not averaged. No loss is stored.";

        Assert.Multiple(() =>
        {
            Assert.That(Grade(answer).Points, Is.EqualTo(2), Grade(answer).Feedback);
            Assert.That(
                Grade(answer.Replace("Gradients", "No gradients", StringComparison.Ordinal)).Feedback,
                Does.Contain("denies something in nearly every sentence")
            );
        });
    }

    [TestCase("until they are cleared. The pass is over then. Now gradients accumulate", true)]
    [TestCase("Until they are cleared, they stay. The pass is over then. Now gradients accumulate", false, Description = "begins with a capital")]
    [TestCase("until they are cleared. the pass is over then. now gradients accumulate", false, Description = "writes no capitals at all")]
    [TestCase("backward() adds up. The pass is over then. Now gradients accumulate", false, Description = "begins with code")]
    public void Text_that_begins_and_ends_within_a_sentence_is_asked_to_be_put_in_order(string answer, bool isAsked) =>
        Assert.That(Grade(answer).Feedback.Contains("in the middle of a sentence", StringComparison.Ordinal), Is.EqualTo(isAsked), Grade(answer).Feedback);

    [Test]
    public void Who_says_it_and_the_contrary_gets_half_and_is_shown_both_lines()
    {
        var score = Grade(
            "Gradients accumulate until they are cleared.\n\nEach pass overwrites the gradients of the last one.",
            "\n    contradicted: {near: [overwrite, gradient], within: 8}"
        );

        Assert.Multiple(() =>
        {
            Assert.That(score.Points, Is.EqualTo(1), score.Feedback);
            Assert.That(score.Evidence.Select(quote => quote.Line), Is.EqualTo(new[] { 1, 3 }));
            Assert.That(score.Feedback, Does.Contain("says something else"));
        });
    }

    // A counterexample may be a true sentence about something near.
    [Test]
    public void What_is_like_a_counterexample_takes_nothing_from_what_is_said_elsewhere_and_is_shown_where_nothing_is()
    {
        const string counterexample = "The gradients are averaged over all layers.";

        Assert.Multiple(() =>
        {
            Assert.That(Grade($"Gradients accumulate until they are cleared. {counterexample}").Points, Is.EqualTo(2));
            Assert.That(Grade(counterexample).Feedback, Does.Contain("Line 1 says something else"));
        });
    }

    [Test]
    public void What_a_pattern_contradicts_takes_the_points_although_the_words_are_right()
    {
        const string criterion =
            "  - {id: idea, kind: concept, points: 1, name: n, missing: m., match: {near: [loss, gradient], within: 8}, contradicted: {near: [loss, stores, "
                + "gradient], within: 8}}";

        Assert.Multiple(() =>
        {
            Assert.That(Situation.Grade(criterion, "The loss has a gradient.").Status, Is.EqualTo(Status.Passed));
            Assert.That(Situation.Grade(criterion, "The loss stores the gradient.").Status, Is.EqualTo(Status.Failed));
        });
    }

    [Test]
    public void Depth_withholds_its_share_until_a_reason_is_given()
    {
        const string criterion = "  - {id: idea, kind: concept, points: 2, name: n, missing: m., match: accumulate, depth: 0.25}";

        Assert.Multiple(() =>
        {
            Assert.That(Situation.Grade(criterion, "They accumulate.").Points, Is.EqualTo(1.5));
            Assert.That(Situation.Grade(criterion, "They accumulate, because each pass adds its own.").Points, Is.EqualTo(2));
        });
    }

    [TestCase("match: accumulate, depth: 0.5", "must be from 0 to 0.3")]
    [TestCase("counterexamples: [It is so]", "neither `match` nor `examples`")]
    [TestCase("match: x, counterexamples: [The gradient is so]", "mean nothing without `examples`")]
    [TestCase("examples: [gradients]", "too few words")]
    public void Faulty_ideas_are_refused(string keys, string told) =>
        Assert.That(
            () => Situation.RubricOf($"  - {{id: idea, kind: concept, points: 2, name: n, missing: m., {keys}}}"),
            Throws.Exception.With.Message.Contains(told)
        );

    [Test]
    public void The_rubric_agrees_with_the_marks_of_the_samples_for_tuning()
    {
        var folder = Path.Combine(Repository.Root, "rubric");
        var reviews = (from question in RubricFolder.Read(folder).Questions
                       let file = Path.Combine(folder, question.Id + SampleFile.Extension)
                       where File.Exists(file)
                       from sample in SampleFile.Read(file, question, file).Where((_, i) => i % 4 == 0)
                       where !sample.IsHeldOut
                       select SampleReview.Of(question, sample, Repository.Encoder)).ToList();
        var agreement = Agreement.Of([.. reviews.Select(r => (r.PersonShare, r.RubricShare))]);

        Assert.Multiple(() =>
        {
            Assert.That(agreement.Pearson, Is.GreaterThan(0.9));
            Assert.That(agreement.QuadraticKappa, Is.GreaterThan(0.9));
        });
    }
}
