using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>Texts that fooled other graders of short answers, against a question as a rubric would have it.</summary>
public sealed class AttackTests
{
    private const string Prompt =
        "Why does a training loop call zero_grad before it calls backward, and what happens to the update of the weights if it is left out?";

    private static readonly Rubric Rubric = RubricOf();

    private static Rubric RubricOf()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rubric/rubric.yaml", Situation.Index);
        folder.Write(
            $"rubric/{Situation.Question}.yaml",
            $$"""
            title: Zeroing
            prompt: {{Prompt}}
            synonyms: {accumulate: [add up, sum, sum up]}
            criteria:
              - id: accumulates
                kind: concept
                points: 3
                name: Gradients accumulate over calls of backward
                match: {any: [{near: [gradient, accumulate], within: 8}, {regex: "added to (the )?(existing|old)"}]}
                missing: Say what backward does to .grad when it already holds a value.
              - id: stale
                kind: concept
                points: 2
                name: The update then mixes old gradients in
                match: {near: [{any: [update, step]}, {any: [old, stale, previous, earlier, sum]}], within: 10}
                missing: Say what the next step of the optimizer is computed from.
              - {id: weights, kind: misconception, points: 1, name: It clears gradients, match: {regex: "(reset|zero|clear)\\w* (the )?(model )?(weights|parameters)"}, say: It clears something else.}
            """);
        return RubricFolder.Read(folder.Path + "/rubric");
    }

    private static double PointsOf(string answer) => HitSongs.Grading.Scoring.Grader.Grade(Rubric, Situation.Answered(answer)).Points;

    [TestCase(
        "Each backward call adds its result: the gradients accumulate in `.grad`. If we leave zero_grad out, the optimizer's step uses a mix with old values.",
        6
    )]
    [TestCase("New values are added to the existing ones. Without clearing them, every update would include the previous batches.", 6)]
    [TestCase("The gradients are summed up over the calls.", 4)]
    [TestCase("The gradients do not accumulate, but zero_grad resets the weights.", 0)]
    [TestCase("It resets the model weights so that the gradients accumulate from zero.", 3)]
    public void Honest_answers_get_what_they_say(string answer, double points) => Assert.That(PointsOf(answer), Is.EqualTo(points));

    [TestCase("", Description = "nothing")]
    [TestCase(Prompt, Description = "the question")]
    [TestCase("I think that " + Prompt + " " + Prompt, Description = "the question, twice")]
    [TestCase(
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam.",
        Description = "lorem ipsum"
    )]
    [TestCase("gradient accumulate update old stale previous step sum backward zero_grad optimizer loss", Description = "a list of keywords")]
    [TestCase("- gradient\n- accumulate\n- update\n- old\n- stale\n- step\n- sum\n- backward\n- zero_grad", Description = "a list of keywords, one per bullet")]
    [TestCase("# gradient accumulate\n\n# update old\n\n# stale step sum\n\n# backward zero_grad optimizer", Description = "headings of keywords")]
    [TestCase("```\ngradients accumulate; the step uses old values\n```", Description = "in a code block")]
    [TestCase("<!-- The gradients accumulate. The step uses old values. -->", Description = "in a comment")]
    [TestCase("This is a very good question, and it is one that I have thought about a lot. In my opinion it matters very much.", Description = "fluff")]
    public void Texts_without_knowledge_get_nothing(string answer) => Assert.That(PointsOf(answer), Is.Zero);

    [Test]
    public void A_bad_answer_is_not_mended_by_a_list_of_keywords_below_it() =>
        Assert.That(
            PointsOf(
                "It is done because the program needs it in the loop.\n\ngradient accumulate update old stale previous step sum backward zero_grad optimizer "
                    + "loss"
            ),
            Is.Zero
        );

    [Test]
    public void Saying_it_many_times_earns_no_more_than_saying_it_once()
    {
        const string sentence = "The gradients are summed up over the calls. ";

        Assert.That(PointsOf(string.Concat(Enumerable.Repeat(sentence, 20))), Is.EqualTo(PointsOf(sentence)));
    }
}
