using HitSongs.Transformers;
using HitSongs.Transformers.Tokenizers.Training;
using NUnit.Framework;

namespace HitSongs.Tests.Transformers.Tokenizers;

public sealed class TrainingTests
{
    private static readonly string[] Corpus =
    [
        "the song of the summer",
        "songs and singers: the singer sang the song",
        "Summertime, SUMMER hits",
        "hits hit hard",
    ];

    [Test]
    public void The_most_frequent_pair_is_joined_first()
    {
        // The example of Hugging Face's own trainer: three pairs occur twice, "re", then "are", then "is".
        var counts = new Dictionary<string, long>
        {
            ["roses"] = 1,
            ["are"] = 2,
            ["red"] = 1,
            ["voilets"] = 1,
            ["blue"] = 1,
            ["BERT"] = 1,
            ["is"] = 2,
            ["big"] = 1,
            ["and"] = 1,
            ["so"] = 1,
            ["GPT-2"] = 1,
        };
        var (vocabulary, merges) = SubwordTrainer.Train(counts, new() { VocabSize = 30_000, MinFrequency = 2 });
        Assert.That(merges, Is.EqualTo([("r", "e"), ("a", "re"), ("i", "s")]));
        Assert.That(
            vocabulary.OrderBy(entry => entry.Value).Select(entry => entry.Key),
            Is.EqualTo("- 2 B E G P R T a b d e g i l n o r s t u v re are is".Split(' '))
        );
    }

    [Test]
    public void Likelihood_prefers_a_pair_whose_parts_occur_nowhere_else()
    {
        // "a ##b" occurs 10 times, but both parts occur without each other; "x ##y" always occur together: 2 / (2 · 2) > 10 / (20 · 20).
        var counts = new Dictionary<string, long> { ["ab"] = 10, ["ac"] = 10, ["db"] = 10, ["xy"] = 2 };
        var options = new TrainerOptions { VocabSize = 12, ContinuingPrefix = "##" };
        Assert.That(SubwordTrainer.Train(counts, options with { Score = WordPieceScore.Likelihood }).Merges[0], Is.EqualTo(("x", "##y")));
        Assert.That(SubwordTrainer.Train(counts, options).Merges[0], Is.EqualTo(("a", "##b")));
    }

    [TestCase(WordPieceScore.Frequency)]
    [TestCase(WordPieceScore.Likelihood)]
    public void The_same_corpus_in_any_order_gives_the_same_word_piece_vocabulary(WordPieceScore score)
    {
        var one = BertTokenizer.train_from_iterator(Corpus, vocab_size: 60, score: score);
        var other = BertTokenizer.train_from_iterator(Corpus.Reverse(), vocab_size: 60, score: score);
        Assert.That(one.get_vocab().OrderBy(entry => entry.Value), Is.EqualTo(other.get_vocab().OrderBy(entry => entry.Value)));
        Assert.That(one.vocab_size, Is.EqualTo(60));
        Assert.That(one.pad_token_id, Is.Zero);
        Assert.That(one.encode("the singers hit"), Does.Not.Contain(one.unk_token_id));
    }

    [Test]
    public void A_word_seen_often_becomes_one_token()
    {
        Assert.That(BertTokenizer.train_from_iterator(Corpus, vocab_size: 150).tokenize("the SONG"), Is.EqualTo(["the", "song"]));
        Assert.That(GPT2Tokenizer.train_from_iterator(Corpus, vocab_size: 320).tokenize("sang the song"), Does.Contain("Ġthe"));
    }

    [Test]
    public void What_was_trained_can_encode_anything()
    {
        var tokenizer = GPT2Tokenizer.train_from_iterator([], vocab_size: 300);
        Assert.That(tokenizer.vocab_size, Is.EqualTo(257), "the end of text and the bytes");
        Assert.That(tokenizer.decode(tokenizer.encode("жук 😀")), Is.EqualTo("жук 😀"));
    }

    [Test]
    public void Encoding_of_a_trained_word_gives_the_pieces_it_was_trained_to()
    {
        var tokenizer = GPT2Tokenizer.train_from_iterator(["low low low lower lowest newer newer"], vocab_size: 262);
        // Counted by hand: "lo" and "ow" and "Ġl" compete at 5; "we" 3, "er" 3, ….
        Assert.That(tokenizer.get_vocab().OrderBy(entry => entry.Value).Skip(257).First().Key, Is.EqualTo("lo"));
        Assert.That(tokenizer.tokenize(" low"), Is.EqualTo(["Ġlow"]));
    }
}
