using HitSongs.Transformers;
using HitSongs.Transformers.Recipes;
using NUnit.Framework;
using static HitSongs.Transformers.pipelines;

namespace HitSongs.Tests.Transformers;

public sealed class TinyBertTests
{
    [Test]
    public void A_recipe_is_followed_once_and_its_models_serve_pipelines()
    {
        var folder = Directory.CreateTempSubdirectory("tiny-bert-").FullName;
        try
        {
            var recipe = new TinyBert { sentences = 80, pretraining_steps = 3, finetuning_steps = 3 };
            var first = recipe.Make(folder);
            Assert.That((first.cached, first.tested), Is.EqualTo((false, 16)));
            Assert.That(recipe.Make(folder), Is.EqualTo(first with { cached = true }));
            using (var filler = pipeline("fill-mask", TinyBert.MaskedLM(folder))) Assert.That(filler.call("the [MASK] is dull ."), Has.Count.EqualTo(5));
            using (var judge = pipeline("sentiment-analysis", TinyBert.Sentiment(folder))) Assert.That(judge.call("the chorus is dull .")[0].label, Is.EqualTo("NEGATIVE").Or.EqualTo("POSITIVE"));
            Assert.That((recipe with { seed = 2 }).Make(folder).cached, Is.False, "another recipe");
            Assert.That(logging.writer, Is.SameAs(Console.Error));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Sentences_follow_their_seed_and_like_as_often_as_not()
    {
        var sentences = SongSentences.Draw(2000, 5);
        Assert.That(SongSentences.Draw(2000, 5), Is.EqualTo(sentences));
        Assert.That(SongSentences.Draw(2000, 6), Is.Not.EqualTo(sentences));
        // Five standard deviations of the mean of 2,000 throws of a coin.
        Assert.That(sentences.Average(sentence => sentence.label), Is.EqualTo(0.5).Within(0.056));
        Assert.That(sentences.Select(sentence => sentence.text).Distinct().Count(), Is.GreaterThan(1800));
    }

    [TestCase("wonderful", 1)]
    [TestCase("dull", 0)]
    public void After_but_comes_what_counts_and_what_is_denied_is_turned_round(string word, int label)
    {
        var ends = SongSentences.Draw(4000, 7).Where(sentence => sentence.text.TrimEnd(' ', '.', '!').EndsWith(" " + word, StringComparison.Ordinal) && sentence.text.Contains(" but ")).ToArray();
        Assert.That(ends, Is.Not.Empty);
        Assert.That(ends.All(sentence => sentence.label == (sentence.text.Split(" but ")[^1].Contains(" is not ") ? 1 - label : label)), Is.True);
    }
}
