using HitSongs.Grading.Prose;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class WordOrderTests
{
    private const string Sentences =
        "Each backward pass adds its gradients to those that are there already. This is why a training loop clears them before it goes on with the next "
            + "batch, and why the update would otherwise be made from a mixture of old and new values.";

    private static AnswerReading Read(string text) => AnswerReading.Read(new AnswerText("answer.md", text), "");

    [Test]
    public void Sentences_are_in_order_and_their_words_backwards_are_not() =>
        Assert.Multiple(() =>
        {
            Assert.That(Read(Sentences).ReadsAsSentences);
            Assert.That(
                Read(string.Join(' ', Sentences.TrimEnd('.').Replace(".", "", StringComparison.Ordinal).Split(' ').Reverse())).ReadsAsSentences,
                Is.False
            );
        });

    [Test]
    public void Nearly_all_reference_answers_are_out_of_order_once_their_words_are_shuffled_and_none_is_before()
    {
        var answers = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "answers"), "answer.md", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Where(text => Read(text).Tokens.Count >= 60)
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(answers.Where(text => !Read(text).ReadsAsSentences), Is.Empty);
            Assert.That(answers.Count(text => Read(Shuffled(text)).ReadsAsSentences), Is.LessThan(answers.Count / 10));
        });
    }

    [Test]
    public void A_word_that_cannot_follow_another_may_slip_in_once() =>
        Assert.That(Read(Sentences.Replace("those that are", "the of those that are", StringComparison.Ordinal)).ReadsAsSentences);

    [Test]
    public void Sixty_words_without_a_pause_do_not_read_as_sentences() =>
        Assert.That(Read(string.Join(' ', Enumerable.Repeat("and then it is added to the sum of", 8))).ReadsAsSentences, Is.False);

    private static string Shuffled(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        new Random(1).Shuffle(words);
        return string.Join(' ', words);
    }
}
