using System.Text;
using HitSongs.Transformers;

namespace HitSongs.Tests.Transformers.Tokenizers;

/// <summary>Small tokenizers to test with.</summary>
internal static class Tokenizer
{
    private static readonly string[] Vocabulary =
    [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "un",
        "##aff",
        "##able",
        "the",
        "hello",
        "world",
        "##s",
        "a",
        "##b",
        "cafe",
        "!",
        ",",
        ".",
        "'",
        "日",
        "本",
        "want",
        "##want",
        "##ed",
        "wa",
        "runn",
        "##ing",
        "low",
        "$",
        "^",
    ];

    public static readonly BertTokenizer Bert = BertTokenizer.from_vocabulary(Vocabulary);

    public static readonly BertTokenizer Cased = BertTokenizer.from_vocabulary([.. Vocabulary, "Hello", "café"], do_lower_case: false);

    /// <summary>Learned from a few sentences, so that it has merges of several lengths.</summary>
    public static readonly GPT2Tokenizer Gpt2 = GPT2Tokenizer.train_from_iterator(
        [
            "the hit song of the year",
            "the song was a hit, the artists' best",
            "It's the best song we've heard in 2023!",
            "café — naïve — 日本語の歌 日本語",
            "low lower lowest newer newest",
        ],
        vocab_size: 340
    );

    /// <summary>What byte-level BPE can give back of a text: lone surrogates are no Unicode text and come back as U+FFFD.</summary>
    public static string Representable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
