using HitSongs.Grading.Excerpts;
using HitSongs.Grading.Prose;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Excerpts;

public sealed class ScopeTests
{
    [TestCase("Does the backward pass add to the gradients? I cannot say.")]
    [TestCase("It would be nice if the backward pass added to the gradients.")]
    [TestCase("They say that the backward pass adds to the gradients.")]
    [TestCase("My friend always claims the backward pass adds to the gradients.")]
    [TestCase("It is a widespread myth that the backward pass adds to the gradients.")]
    [TestCase("The idea that the backward pass adds to the gradients is mistaken.")]
    [TestCase("I used to think that the backward pass adds to the gradients.")]
    [TestCase("I am not sure whether the backward pass adds to the gradients.")]
    [TestCase("In TensorFlow, the backward pass adds to the gradients.")]
    [TestCase("The backward pass adds to the gradients. No, wait, that is wrong.")]
    [TestCase("The backward pass adds to the gradients. That is not true.")]
    [TestCase("The backward pass adds to the gradients.\n\nAll of the above is wrong.")]
    [TestCase("The backward pass adds to the gradients.\n\nOn second thoughts, none of this is true.")]
    [TestCase("What follows is a myth:\n\nThe backward pass adds to the gradients.")]
    [TestCase("Somebody wrote this:\n\n> The backward pass adds to the gradients. So be careful.\n\nHe is mistaken.")]
    [TestCase("## Common myths\n\nThe backward pass adds to the gradients.")]
    [TestCase("Many people think:\n\n- the backward pass adds to the gradients")]
    [TestCase("I do wish the backward pass adds to the gradients.")]
    [TestCase("Hopefully the backward pass adds to the gradients.")]
    [TestCase("Let us hope that the backward pass adds to the gradients.")]
    [TestCase("Legend has it that the backward pass adds to the gradients.")]
    [TestCase("The backward pass adds to the gradients, or so the story goes.")]
    [TestCase("Here is an old fairy tale.\n\nThe backward pass adds to the gradients.")]
    [TestCase("A loss should come first. The backward pass should be one that adds to the gradients. The step would come last.")]
    public void What_an_author_asks_wishes_reports_or_rejects_is_not_stated(string answer) =>
        Assert.That(StatedIn(answer), Has.None.Contains("adds to the gradients").And.None.Contains("added to the gradients"));

    [TestCase("The backward pass adds to the gradients.")]
    [TestCase("They say that it overwrites, but the backward pass adds to the gradients.")]
    [TestCase("Contrary to what many think, the backward pass adds to the gradients.")]
    [TestCase("My friend rightly says that the backward pass adds to the gradients.")]
    [TestCase("I used to think that it overwrites; now I know that the backward pass adds to the gradients.")]
    [TestCase("The backward pass adds to the gradients, although some people claim otherwise.")]
    [TestCase("I think the backward pass adds to the gradients.")]
    [TestCase("We want small steps. The backward pass adds to the gradients. I would prefer Adam.")]
    [TestCase("Without zero_grad the sum would grow. The backward pass adds to the gradients. A second call would add again. So one should clear it.")]
    [TestCase("Evaluation needs none: it goes through the next data in order with `drop_last=False`. The backward pass adds to the gradients.")]
    [TestCase("It is wrong to skip this step. The backward pass adds to the gradients.")]
    [TestCase("What does it do? The backward pass adds to the gradients.")]
    [TestCase("The following is a myth: it overwrites.\n\nIn truth, the backward pass adds to the gradients.")]
    [TestCase("The backward pass adds to the gradients. It is not true that it overwrites them.")]
    public void What_is_denied_in_order_to_state_its_opposite_counts(string answer) =>
        Assert.That(StatedIn(answer), Has.Some.Contains("adds to the gradients"));

    private static List<string> StatedIn(string answer) =>
        [
            .. ExcerptReader
                .Read(AnswerReading.Read(new AnswerText("answer.md", answer), ""))
                .Where(excerpt => excerpt.Scope == Scope.Stated)
                .Select(excerpt => excerpt.Text),
        ];
}
