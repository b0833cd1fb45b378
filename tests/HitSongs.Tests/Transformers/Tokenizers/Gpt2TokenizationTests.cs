using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using HitSongs.Transformers;
using HitSongs.Transformers.Tokenizers.Models;
using HitSongs.Transformers.Tokenizers.PreTokenizers;
using HitSongs.Transformers.Tokenizers.Text;
using NUnit.Framework;

namespace HitSongs.Tests.Transformers.Tokenizers;

/// <summary>What is known of GPT-2's tokenisation.</summary>
public sealed class Gpt2TokenizationTests
{
    private static readonly Regex Pattern = new(
        @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10)
    );

    [TestCase("Hello my friend, how's it?", new[] { "Hello", " my", " friend", ",", " how", "'s", " it", "?" })]
    [TestCase("Hello there       dear", new[] { "Hello", " there", "      ", " dear" })]
    [TestCase("Hello there\nHello", new[] { "Hello", " there", "\n", "Hello" })]
    [TestCase("a\n\n b  ", new[] { "a", "\n\n", " b", "  " })]
    [TestCase("we'll WE'LL 12ab", new[] { "we", "'ll", " WE", "'", "LL", " 12", "ab" })]
    [TestCase("𝔘𝔫 ²x", new[] { "𝔘𝔫", " ²", "x" })]
    public void Text_is_split_as_the_pattern_says(string text, string[] words) => Assert.That(Split(text), Is.EqualTo(words));

    [Test]
    public void The_scanner_splits_as_the_regular_expression_does()
    {
        // .NET's expressions see UTF-16 units, so that pairs of surrogates are left to the case above.
        var characters = Gen.OneOf(
            Gen.Elements(
                "'",
                "s",
                "'re",
                "'ll",
                " ",
                "  ",
                "\n",
                "\t",
                "\u00a0",
                "\u2028",
                "\u3000",
                "\u0085",
                "é",
                "x",
                "Z",
                "7",
                "²",
                "Ⅷ",
                ",",
                "_",
                "\u0301",
                "日",
                "\u200b",
                "\0",
                "\uFFFD"
            ),
            Gen.Choose(0, 0xD7FF).Select(point => ((char)point).ToString())
        );
        Prop.ForAll(Arb.From(Gen.ListOf(characters).Select(string.Concat)), text =>
                Split(text).SequenceEqual(Pattern.Matches(text).Select(match => match.Value))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public void Merges_apply_in_the_order_in_which_they_were_learned()
    {
        // "ab" would come first from the left, but "bc" was learned first.
        var vocabulary = Enumerable.Range(0, 256).ToDictionary(value => ByteAlphabet.Of((byte)value).ToString(), value => value);
        (vocabulary["bc"], vocabulary["ab"], vocabulary["abc"]) = (256, 257, 258);
        var tokenizer = GPT2Tokenizer.from_vocabulary(vocabulary, [("b", "c"), ("a", "b"), ("a", "bc")]);
        Assert.That(tokenizer.tokenize("abc ab aab"), Is.EqualTo(["abc", "Ġ", "ab", "Ġ", "a", "ab"]));
    }

    [Test]
    public void A_space_is_written_as_G_with_a_dot_and_a_character_cut_in_two_still_has_its_offset()
    {
        var encoding = Tokenizer.OfBytes().call("a 😀!")[0];
        Assert.That(encoding.tokens[^1], Is.EqualTo("!"));
        Assert.That(encoding.tokens.Skip(1).First(), Does.StartWith("Ġ"));
        Assert.That(encoding.offsets.SkipLast(1).TakeLast(3), Is.All.EqualTo((2, 4)));
    }

    [Test]
    public void A_tokenizer_without_padding_token_says_how_to_name_one()
    {
        var tokenizer = Tokenizer.OfBytes();
        Assert.That(
            () => tokenizer.call(["a", "a b"], padding: true),
            Throws.InvalidOperationException.With.Message.Contains("tokenizer.pad_token = tokenizer.eos_token")
        );
        tokenizer.pad_token = tokenizer.eos_token;
        Assert.That(tokenizer.call(["a", "a b"], padding: true).lists("attention_mask")[0], Is.EqualTo([1, 0, 0]));
    }

    [Test]
    public void Long_words_are_merged_as_short_ones_are()
    {
        var ranks = new Dictionary<long, (int, int)>
        {
            [BpeModel.Key(0, 1)] = (2, 3),
            [BpeModel.Key(1, 0)] = (1, 4),
            [BpeModel.Key(3, 3)] = (0, 5),
            [BpeModel.Key(4, 4)] = (3, 6),
            [BpeModel.Key(0, 0)] = (4, 7),
        };
        Prop.ForAll(Arb.From(Gen.ListOf(Gen.Choose(0, 1))), symbols =>
            {
                var pieces = symbols.Take(48).Select((id, i) => new WordPiece(id, i, i + 1)).ToArray();
                var others = pieces.ToArray();
                var (shortened, lengthened) = (BpeMerger.MergeShort(pieces, ranks), BpeMerger.MergeLong(others, ranks));
                return pieces.AsSpan(0, shortened).SequenceEqual(others.AsSpan(0, lengthened));
            })
            .QuickCheckThrowOnFailure();
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            end = Gpt2Scanner.Next(text, start);
            words.Add(text[start..end]);
        }
        return words;
    }
}
