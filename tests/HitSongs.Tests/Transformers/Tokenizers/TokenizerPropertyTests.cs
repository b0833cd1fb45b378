using FsCheck;
using FsCheck.Fluent;
using HitSongs.Transformers;
using NUnit.Framework;

namespace HitSongs.Tests.Transformers.Tokenizers;

public sealed class TokenizerPropertyTests
{
    // Any UTF-16 at all, lone surrogates included, and pieces that tokenizers look at twice.
    private static readonly Gen<string> Texts = Gen.ListOf(
            Gen.OneOf(
                Gen.Choose(0, char.MaxValue).Select(value => ((char)value).ToString()),
                Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32),
                Gen.Elements(
                    "the ",
                    "song",
                    " hit",
                    "é",
                    "e\u0301",
                    "\ud800",
                    "\udc00",
                    "[SEP]",
                    "[MASK]",
                    "<|endoftext|>",
                    " ",
                    "\n",
                    "'s",
                    "日本",
                    "\u00a0",
                    "!",
                    "unaffable",
                    "\0"
                )
            )
        )
        .Select(string.Concat);

    private static void ForAll<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(Arb.From(gen), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Test]
    public void Byte_level_bpe_gives_every_text_back() =>
        ForAll(Texts, text => Tokenizer.Gpt2.decode(Tokenizer.Gpt2.encode(text)) == Tokenizer.Representable(text));

    [Test]
    public void Byte_level_bpe_knows_no_unknown_token() =>
        ForAll(Texts.Where(text => !text.Contains("<|endoftext|>")), text => !Tokenizer.Gpt2.encode(text).Contains(Tokenizer.Gpt2.unk_token_id!.Value));

    [Test]
    public void Offsets_of_byte_level_bpe_cover_the_text_in_order() => ForAll(Texts, text =>
    {
        var reached = 0;
        foreach (var (start, end) in Tokenizer.Gpt2.call(text)[0].offsets)
        {
            if (start > reached || end < reached || end <= start)
            {
                return false;
            }
            reached = end;
        }
        return reached == text.Length;
    });

    [Test]
    public void Offsets_of_word_piece_slice_back_to_the_token() => ForAll(Texts, text =>
    {
        var encoding = Tokenizer.Bert.call(text, add_special_tokens: false)[0];
        return encoding.tokens.Zip(encoding.offsets).All(token =>
            token.First == "[UNK]" || Normalized(text[token.Second.start..token.Second.end]) == token.First.Replace("##", ""));

        // The slice normalizes to the token; special tokens are found as they are written.
        static string Normalized(string slice) => Tokenizer.Bert.special_tokens_map.Values.Contains(slice)
            ? slice
            : new HitSongs.Transformers.Tokenizers.Normalizers.BertNormalizer().Apply(slice).Trim();
    });

    [Test]
    public void Words_of_word_piece_are_numbered_without_a_gap() => ForAll(Texts, text =>
    {
        var words = Tokenizer.Bert.call(text, add_special_tokens: false)[0].word_ids.Select(word => word!.Value).ToList();
        return words.Zip(words.Skip(1)).All(pair => pair.Second - pair.First is 0 or 1) && (words.Count == 0 || words[0] == 0);
    });

    [Test]
    public void Padding_makes_rectangles_of_any_batch() => ForAll(Gen.Zip(Gen.NonEmptyListOf(Texts), Gen.Choose(1, 9)), drawn =>
    {
        var batch = Tokenizer.Bert.call([.. drawn.Item1], padding: true, pad_to_multiple_of: drawn.Item2);
        var lengths = batch.encodings.Select(one => one.Count).Distinct().ToList();
        return lengths.Count == 1 && lengths[0] % drawn.Item2 == 0
            && batch.encodings.All(one => one.ids.Zip(one.attention_mask).All(token => token.Second == 1 || token.First == 0))
            && batch.lists("token_type_ids").Count == drawn.Item1.Count;
    });

    [Test]
    public void Truncation_never_exceeds_max_length_and_leaves_special_tokens() => ForAll(Gen.Zip(Gen.Zip(Texts, Texts), Gen.Choose(3, 12)), drawn =>
    {
        var ((first, second), length) = drawn;
        var encoding = Tokenizer.Bert.call(first, second, truncation: true, max_length: length)[0];
        var whole = Tokenizer.Bert.call(first, second)[0];
        return encoding.Count == Math.Min(length, whole.Count) && encoding.tokens[0] == "[CLS]" && encoding.tokens[^1] == "[SEP]";
    });

    [Test]
    public void Overflowing_pieces_together_are_the_text() => ForAll(Gen.Zip(Gen.Zip(Texts, Gen.Choose(4, 9)), Gen.Choose(0, 1)), drawn =>
    {
        var ((text, length), stride) = drawn;
        var batch = Tokenizer.Bert.call(text, truncation: true, max_length: length, stride: stride, return_overflowing_tokens: true);
        var pieces = batch.encodings.Select(one => one.ids.Skip(1).SkipLast(1));
        var joined = pieces.Skip(1).Aggregate(pieces.First(), (all, piece) => all.Concat(piece.Skip(stride)));
        return joined.SequenceEqual(Tokenizer.Bert.encode(text, add_special_tokens: false));
    });

    [Test]
    public void The_first_text_of_a_pair_has_type_0_and_the_second_type_1() => ForAll(Gen.Zip(Texts, Texts), drawn =>
    {
        var encoding = Tokenizer.Bert.call(drawn.Item1, drawn.Item2)[0];
        var first = Tokenizer.Bert.encode(drawn.Item1).Count;
        return encoding.type_ids.Take(first).All(type => type == 0) && encoding.type_ids.Skip(first).All(type => type == 1)
            && encoding.Count == first + Tokenizer.Bert.encode(drawn.Item2, add_special_tokens: false).Count + 1;
    });

    [Test]
    public void A_word_seen_before_gets_the_tokens_it_got_then() =>
        ForAll(Texts, text =>
            Tokenizer
                .Bert.encode(text)
                .SequenceEqual(
                    BertTokenizer
                        .from_vocabulary([.. Enumerable.Range(0, Tokenizer.Bert.vocab_size).Select(id => Tokenizer.Bert.convert_ids_to_tokens(id)!)])
                        .encode(text)
                )
        );
}
