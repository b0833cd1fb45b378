using HitSongs.Transformers;
using NUnit.Framework;

namespace HitSongs.Tests.Transformers.Tokenizers;

/// <summary>What is known of BERT's tokenisation, each case derived by hand on a small vocabulary.</summary>
public sealed class BertTokenizationTests
{
    [TestCase("unaffable", new[] { "un", "##aff", "##able" }, TestName = "A_word_is_cut_into_the_longest_pieces_from_the_left")]
    [TestCase("UNAFFABLE the", new[] { "un", "##aff", "##able", "the" }, TestName = "Letters_become_lower_case")]
    [TestCase("Café CAFE\u0301", new[] { "cafe", "cafe" }, TestName = "Accents_are_stripped_composed_or_not")]
    [TestCase("hello,world!", new[] { "hello", ",", "world", "!" }, TestName = "Punctuation_is_a_word_of_its_own")]
    [TestCase("a$b^", new[] { "a", "$", "[UNK]", "^" }, TestName = "Dollar_and_caret_are_punctuation_and_a_word_without_a_first_piece_is_unknown")]
    [TestCase("the日本the", new[] { "the", "日", "本", "the" }, TestName = "Every_ideograph_is_a_word_of_its_own")]
    [TestCase("unaffablex", new[] { "[UNK]" }, TestName = "A_word_with_one_unknown_part_is_unknown_as_a_whole")]
    [TestCase("he\u0000l\u200bl\uFFFDo\u0007", new[] { "hello" }, TestName = "Control_characters_vanish_without_parting_a_word")]
    [TestCase("hello\tworld\u00a0the\u2003a\r\n", new[] { "hello", "world", "the", "a" }, TestName = "Every_whitespace_parts_words")]
    [TestCase("hello [MASK] world", new[] { "hello", "[MASK]", "world" }, TestName = "A_special_token_in_the_text_stays_whole")]
    [TestCase("hello [mask]", new[] { "hello", "[UNK]", "[UNK]", "[UNK]" }, TestName = "A_special_token_is_known_only_as_it_is_written")]
    [TestCase("", new string[0], TestName = "An_empty_text_has_no_tokens")]
    public void Text_becomes_tokens(string text, string[] tokens) => Assert.That(Tokenizer.Bert.tokenize(text), Is.EqualTo(tokens));

    [Test]
    public void A_cased_tokenizer_keeps_case_and_accents() => Assert.That(Tokenizer.Cased.tokenize("Hello café"), Is.EqualTo(["Hello", "café"]));

    [TestCase(100, "a")]
    [TestCase(101, "[UNK]")]
    public void A_word_of_more_than_a_hundred_characters_is_unknown(int length, string first) =>
        Assert.That(Tokenizer.Bert.tokenize("a" + new string('b', length - 1))[0], Is.EqualTo(first));

    [Test]
    public void Offsets_point_into_the_text_as_it_was_given()
    {
        const string text = "  Cafe\u0301, UN\u200baffable 日!";
        var encoding = Tokenizer.Bert.call(text)[0];
        var slices = encoding.offsets.Select(range => text[range.start..range.end]);
        Assert.That(slices, Is.EqualTo(["", "Cafe", ",", "UN", "aff", "able", "日", "!", ""]));
    }

    [Test]
    public void A_pair_gets_its_type_ids_masks_and_words()
    {
        var encoding = Tokenizer.Bert.call("hello worlds", "unaffable!")[0];
        Assert.That(encoding.tokens, Is.EqualTo(["[CLS]", "hello", "world", "##s", "[SEP]", "un", "##aff", "##able", "!", "[SEP]"]));
        Assert.That(encoding.type_ids, Is.EqualTo([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]));
        Assert.That(encoding.special_tokens_mask, Is.EqualTo([1, 0, 0, 0, 1, 0, 0, 0, 0, 1]));
        Assert.That(encoding.word_ids, Is.EqualTo(new int?[] { null, 0, 1, 1, null, 0, 0, 0, 1, null }));
        Assert.That(encoding.sequence_ids, Is.EqualTo(new int?[] { null, 0, 0, 0, null, 1, 1, 1, 1, null }));
    }

    [Test]
    public void Decoding_joins_pieces_and_closes_up_punctuation()
    {
        var ids = Tokenizer.Bert.encode("Hello, unaffable worlds!");
        Assert.That(Tokenizer.Bert.decode(ids), Is.EqualTo("[CLS] hello, unaffable worlds! [SEP]"));
        Assert.That(Tokenizer.Bert.decode(ids, skip_special_tokens: true), Is.EqualTo("hello, unaffable worlds!"));
        Assert.That(Tokenizer.Bert.batch_decode([ids, []], skip_special_tokens: true), Is.EqualTo(["hello, unaffable worlds!", ""]));
    }

    [Test]
    public void Text_that_comes_as_words_keeps_their_numbers()
    {
        var encoding = Tokenizer.Bert.call(["unaffable", "hello!", "worlds"], is_split_into_words: true)[0];
        Assert.That(encoding.word_ids, Is.EqualTo(new int?[] { null, 0, 0, 0, 1, 1, 2, 2, null }));
        Assert.That(encoding.offsets[4], Is.EqualTo((0, 5)), "ranges count from the beginning of the word");
    }

    [Test]
    public void Special_tokens_have_names_and_ids()
    {
        Assert.That(Tokenizer.Bert.cls_token_id, Is.EqualTo(2));
        Assert.That(Tokenizer.Bert.special_tokens_map["mask_token"], Is.EqualTo("[MASK]"));
        Assert.That(Tokenizer.Bert.convert_tokens_to_ids("never seen"), Is.EqualTo(Tokenizer.Bert.unk_token_id));
        Assert.That(Tokenizer.Bert.convert_ids_to_tokens(10_000), Is.Null);
        Assert.That(Tokenizer.Bert.num_special_tokens_to_add(pair: true), Is.EqualTo(3));
    }

    [Test]
    public void Added_tokens_take_the_next_ids_and_obey_their_options()
    {
        var tokenizer = BertTokenizer.from_vocabulary([
            .. Enumerable.Range(0, Tokenizer.Bert.vocab_size).Select(id => Tokenizer.Bert.convert_ids_to_tokens(id)!),
        ]);
        Assert.That(tokenizer.add_tokens("Hit Song", "hello"), Is.EqualTo(1), "hello is there already");
        tokenizer.add_tokens(new AddedToken("<x>") { lstrip = true, rstrip = true, normalized = false }, new AddedToken("ony") { single_word = true });
        Assert.That(tokenizer.Count, Is.EqualTo(tokenizer.vocab_size + 3));
        Assert.That(tokenizer.tokenize("a HIT SONG ony pony the<x>"), Is.EqualTo(["a", "Hit Song", "ony", "[UNK]", "the", "<x>"]));
        const string text = "the  <x>\tthe";
        Assert.That(tokenizer.call(text, add_special_tokens: false)[0].offsets, Is.EqualTo([(0, 3), (3, 9), (9, 12)]));
    }
}
