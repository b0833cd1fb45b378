using HitSongs.Transformers;
using NUnit.Framework;

namespace HitSongs.Tests.Transformers.Tokenizers;

public sealed class BatchTests
{
    [Test]
    public void A_padded_batch_becomes_tensors()
    {
        var batch = Tokenizer.Bert.call(["hello", "hello world!"], padding: true, return_tensors: "pt");
        Assert.That(batch.keys, Is.EqualTo(["input_ids", "token_type_ids", "attention_mask"]));
        Assert.That(batch.input_ids.shape, Is.EqualTo([2L, 5L]));
        Assert.That(batch["attention_mask"].data<long>().ToArray(), Is.EqualTo([1L, 1, 1, 0, 0, 1, 1, 1, 1, 1]));
        Assert.That(batch.input_ids.data<long>().ToArray(), Is.EqualTo([2L, 9, 3, 0, 0, 2, 9, 10, 15, 3]));
        Assert.That(batch.token_type_ids.sum().item<long>(), Is.Zero);
    }

    [Test]
    public void Texts_of_different_lengths_are_no_tensor_without_padding()
    {
        Assert.That(
            () => Tokenizer.Bert.call(["hello", "hello world"], return_tensors: "pt"),
            Throws.InvalidOperationException.With.Message.Contains("padding: true")
        );
        var batch = Tokenizer.Bert.call(["hello", "hello world"]);
        Assert.That(batch.lists("input_ids")[1], Is.EqualTo([2, 9, 10, 3]));
        Assert.That(() => batch["pixel_values"], Throws.TypeOf<KeyNotFoundException>());
    }

    [Test]
    public void Padding_to_max_length_goes_to_the_side_asked_for()
    {
        var tokenizer = BertTokenizer.from_vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a"], model_max_length: 6);
        Assert.That(tokenizer.call("a", padding: "max_length")[0].ids, Is.EqualTo([2, 5, 3, 0, 0, 0]));
        tokenizer.padding_side = "left";
        var encoding = tokenizer.call("a", padding: PaddingStrategy.MAX_LENGTH, max_length: 5)[0];
        Assert.That(encoding.ids, Is.EqualTo([0, 0, 2, 5, 3]));
        Assert.That(encoding.attention_mask, Is.EqualTo([0, 0, 1, 1, 1]));
        Assert.That(encoding.special_tokens_mask, Is.EqualTo([1, 1, 1, 0, 1]));
    }

    // 3 special tokens; the texts have 6 and 3 tokens of their own.
    [TestCase("longest_first", 9, "the the the / a a a")]
    [TestCase("longest_first", 8, "the the the / a a")]
    [TestCase("longest_first", 7, "the the / a a")]
    [TestCase("longest_first", 3, " / ")]
    [TestCase("only_first", 8, "the the / a a a")]
    [TestCase("only_second", 10, "the the the the the the / a")]
    public void Truncation_cuts_the_text_it_is_told_to(string strategy, int length, string left)
    {
        var encoding = Tokenizer.Bert.call("the the the the the the", "a a a", truncation: strategy, max_length: length)[0];
        Assert.That(encoding.Count, Is.EqualTo(length));
        Assert.That(string.Join(" / ", Side(0), Side(1)), Is.EqualTo(left));

        string Side(int sequence) => string.Join(' ', encoding.tokens.Where((_, i) => encoding.sequence_ids[i] == sequence));
    }

    [Test]
    public void Truncation_from_the_left_keeps_the_end()
    {
        var tokenizer = BertTokenizer.from_vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "b", "c"]);
        tokenizer.truncation_side = "left";
        Assert.That(tokenizer.call("a b c", truncation: true, max_length: 4)[0].tokens, Is.EqualTo(["[CLS]", "b", "c", "[SEP]"]));
    }

    [TestCase("only_first", 8, "the first text has too few tokens")]
    [TestCase("only_second", 5, "the second text has too few tokens")]
    [TestCase("longest_first", 2, "max_length 2 has no room for the 3 special tokens")]
    public void A_length_that_cannot_be_reached_is_said(string strategy, int length, string message) =>
        Assert.That(
            () => Tokenizer.Bert.call("the the", "a a a a a", truncation: strategy, max_length: length),
            Throws.ArgumentException.With.Message.Contains(message)
        );

    [Test]
    public void Cutting_the_second_of_a_single_text_is_refused() =>
        Assert.That(
            () => Tokenizer.Bert.call("the the", truncation: "only_second", max_length: 3),
            Throws.ArgumentException.With.Message.Contains("needs a second text")
        );

    [Test]
    public void A_max_length_alone_truncates_and_an_explicit_no_does_not()
    {
        Assert.That(Tokenizer.Bert.encode("the the the", max_length: 4), Has.Count.EqualTo(4));
        Assert.That(Tokenizer.Bert.encode("the the the", truncation: false, max_length: 4), Has.Count.EqualTo(5));
    }

    [Test]
    public void What_overflows_comes_in_pieces_that_overlap_by_the_stride()
    {
        var batch = Tokenizer.Bert.call(["hello world a the", "a"], truncation: true, max_length: 5, stride: 1, return_overflowing_tokens: true, padding: true);
        Assert.That(batch.overflow_to_sample_mapping, Is.EqualTo([0, 0, 1]));
        Assert.That(batch[0].tokens, Is.EqualTo(["[CLS]", "hello", "world", "a", "[SEP]"]));
        Assert.That(batch[1].tokens, Is.EqualTo(["[CLS]", "a", "the", "[SEP]", "[PAD]"]));
        Assert.That(batch[1].offsets[2], Is.EqualTo((14, 17)));
    }

    [Test]
    public void Wrong_arguments_are_named()
    {
        Assert.That(() => Tokenizer.Bert.call("a", padding: "longst"), Throws.ArgumentException.With.Message.Contains("\"longst\""));
        Assert.That(() => Tokenizer.Bert.call("a", truncation: "first"), Throws.ArgumentException.With.Message.Contains("\"first\""));
        Assert.That(() => Tokenizer.Bert.call("a", return_tensors: "tf"), Throws.ArgumentException.With.Message.Contains("\"tf\""));
        Assert.That(() => Tokenizer.Bert.call(["a", "b"], ["a"]), Throws.ArgumentException.With.Message.Contains("2 texts and 1 second texts"));
        Assert.That(
            () => Tokenizer.Bert.call("the the the the", truncation: true, max_length: 4, stride: 2),
            Throws.ArgumentException.With.Message.Contains("stride 2")
        );
    }

    [Test]
    public void An_empty_batch_is_empty()
    {
        var batch = Tokenizer.Bert.call([], padding: true, return_tensors: "pt");
        Assert.That(batch.input_ids.shape, Is.EqualTo([0L, 0L]));
    }
}
