using System.Text;
using HitSongs.Tests.Transformers.Tokenizers.Oracles;
using HitSongs.Transformers;
using HitSongs.Transformers.Tokenizers.Text;

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

    /// <summary>On the vocabulary of GPT-2.</summary>
    public static readonly GPT2Tokenizer Gpt2 = Gpt2Vocabulary.Tokenizer();

    /// <summary>Byte-level BPE without merges: a token for every byte.</summary>
    public static GPT2Tokenizer OfBytes() => GPT2Tokenizer.from_vocabulary(
        Enumerable.Range(0, 257).ToDictionary(i => i < 256 ? ByteAlphabet.Of((byte)i).ToString() : "<|endoftext|>"),
        []);

    /// <summary>What byte-level BPE can give back of a text: lone surrogates are no Unicode text and come back as U+FFFD.</summary>
    public static string Representable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
