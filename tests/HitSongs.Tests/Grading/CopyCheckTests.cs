using HitSongs.Grading.Copies;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class CopyCheckTests
{
    private const string Passage = "the gradients of every parameter are added to what was there before, and so they have to be cleared";

    private static IReadOnlyList<CopiedPassage> Find(string text, params string[] sources) =>
        CopyCheck.Find(text, [.. sources.Index().Select(source => new CopySource($"source {source.Index}", source.Item))]);

    [Test]
    public void A_shared_passage_is_shown_as_it_stands_in_both_texts_with_its_lines()
    {
        var found = Find(
                $"My own words come first.\n\nThen I say that {Passage}. That is all.",
                "Nothing of it.",
                "Somebody wrote:\n**The gradient** of every parameters are added to what was there before - and so they have to be CLEARED!"
            )
            .Single();

        Assert.Multiple(() =>
        {
            Assert.That((found.Source, found.Line, found.SourceLine, found.Words), Is.EqualTo(("source 1", 3, 2, 19)));
            Assert.That(found.Passage, Is.EqualTo(Passage));
            Assert.That(found.SourcePassage, Does.StartWith("The gradient** of every parameters").And.EndsWith("CLEARED"));
        });
    }

    [TestCase(
        "The gradients are added to what was there.",
        "The gradients are added to what was there, as I think.",
        Description = "seven words are anybody's"
    )]
    [TestCase("", "")]
    [TestCase("One two three.", "")]
    [TestCase(
        "It is recorded while the program runs, and afterwards the derivative is computed from the end.",
        "At the end everything is thrown away unless one has asked for it to be retained before."
    )]
    public void Texts_without_a_shared_passage_have_none(string text, string source) => Assert.That(Find(text, source), Is.Empty);

    [Test]
    public void Every_passage_of_eleven_words_is_found_wherever_it_stands([Range(0, 12)] int before)
    {
        var passage = string.Join(' ', "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo".Split(' '));
        var text = string.Concat(Enumerable.Range(0, before).Select(i => $"own{(char)('a' + i)} ")) + passage + " and more of mine";

        Assert.That(Find(text, $"Other words stand here {passage} before others end it").Single().Words, Is.EqualTo(11));
    }

    [Test]
    public void A_long_text_takes_time_in_proportion()
    {
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"w{i} "));
        var before = Environment.CpuUsage.TotalTime;

        Assert.That(Find(text, text).Single().Words, Is.EqualTo(40_000));
        Assert.That(
            Environment.CpuUsage.TotalTime - before,
            Is.LessThan(TimeSpan.FromSeconds(3)),
            "a second is what is promised; the collector runs on other threads"
        );
    }
}
