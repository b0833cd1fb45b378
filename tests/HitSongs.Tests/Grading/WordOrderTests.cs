using HitSongs.Grading.Prose;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Samples;
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
            Assert.That(Read(Sentences).WordOrderGain, Is.GreaterThan(0));
            Assert.That(Read(Sentences).ReadsAsSentences);
            Assert.That(
                Read(string.Join(' ', Sentences.TrimEnd('.').Replace(".", "", StringComparison.Ordinal).Split(' ').Reverse())).ReadsAsSentences,
                Is.False
            );
        });

    [Test]
    public void Fewer_than_thirty_words_are_not_judged() => Assert.That(Read("pass to adds the each it clears before of and them").WordOrderGain, Is.Zero);

    [Test]
    public void Sixty_words_without_a_pause_do_not_read_as_sentences() =>
        Assert.That(Read(string.Join(' ', Enumerable.Repeat("and then it is added to the sum of", 8))).ReadsAsSentences, Is.False);

    [Test]
    public void The_table_is_that_of_the_repository_s_prose()
    {
        var texts = RubricProse
            .Of(RubricFolder.Read(Path.Combine(Repository.Root, "rubric")))
            .Concat(
                Directory
                    .EnumerateFiles(Path.Combine(Repository.Root, "answers"), "*.md", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Append(Path.Combine(Repository.Root, "README.md"))
                    .Select(File.ReadAllText)
            );
        var (now, then) = (Pairs(WordOrder.TableOf(texts)), Pairs(WordOrder.Embedded()));

        // Not equal: one new sentence in a README does not make the table wrong.
        Assert.That(
            now.Intersect(then).Count(),
            Is.GreaterThan(0.9 * now.Union(then).Count()),
            "run `dotnet run --project tests/HitSongs.Benchmarks -- word-order`"
        );
    }

    private static HashSet<string> Pairs(string table) =>
        [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.LastIndexOf('\t')])];
}
