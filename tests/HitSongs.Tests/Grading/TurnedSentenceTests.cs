using HitSongs.Grading.Learning;
using HitSongs.Grading.Samples;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class TurnedSentenceTests
{
    private static readonly LearningSentence[] Sentences =
    [
        .. Enumerable.Range(0, 12).SelectMany(i => new[]
        {
            Right("gradients", $"The backward pass adds gradients to every leaf in round {i} of the training."),
            Right("parameters", $"The optimizer changes the parameters before round {i} of training begins."),
            Right("joined", $"Gradients and parameters are tensors in round {i}."),
        }),
    ];

    private static LearningSentence Right(string criterion, string text) => new("set/question", criterion, text, true, null, false);

    [Test]
    public void Every_turned_sentence_is_wrong_of_the_same_criterion_and_new()
    {
        var turned = TurnedSentence.All(Sentences).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(turned, Is.Not.Empty);
            Assert.That(turned.Where(sentence => sentence.IsRight), Is.Empty);
            Assert.That(turned.Select(sentence => sentence.Text).Intersect(Sentences.Select(sentence => sentence.Text)), Is.Empty);
            Assert.That(turned.Select(sentence => sentence.Criterion).Distinct(), Is.SubsetOf(Sentences.Select(sentence => sentence.Criterion).Distinct()));
        });
    }

    [Test]
    public void The_same_sentences_are_turned_the_same_way()
    {
        var (once, again) = (TurnedSentence.All(Sentences).ToList(), TurnedSentence.All([.. Sentences]).ToList());

        Assert.That(again, Is.EqualTo(once));
    }

    [Test]
    public void What_is_joined_as_equals_does_not_change_places() =>
        Assert.That(TurnedSentence.All(Sentences).Select(sentence => sentence.Text), Has.None.StartsWith("parameters and").IgnoreCase);

    [Test]
    public void Wrong_sentences_are_left_alone() => Assert.That(TurnedSentence.All(Sentences.Select(sentence => sentence with { IsRight = false })), Is.Empty);
}
