using System.Runtime.InteropServices;
using HitSongs.Transformers.Tokenizers.Text;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Models;

/// <summary>
/// A model with a memory of the words it has seen. Where the model is byte-level it sees the word's UTF-8 bytes as characters, and the
/// ranges that come back cover the whole characters whose bytes a token has.
/// </summary>
internal sealed class WordEncoder
{
    private readonly bool _isByteLevel;
    private readonly WordMemory _memory = new();

    public WordEncoder(TokenModel model, bool isByteLevel)
    {
        Model = model;
        _isByteLevel = isByteLevel;
    }

    public TokenModel Model { get; }

    public ReadOnlySpan<WordPiece> Encode(ReadOnlySpan<char> word)
    {
        if (_memory.TryGet(word, out var known))
        {
            return known;
        }
        var pieces = new List<WordPiece>();
        if (_isByteLevel)
        {
            EncodeBytes(word, pieces);
        }
        else
        {
            Model.Tokenize(word, pieces);
        }
        var tokens = CollectionsMarshal.AsSpan(pieces);
        _memory.Add(word, tokens);
        return tokens;
    }

    private void EncodeBytes(ReadOnlySpan<char> word, List<WordPiece> pieces)
    {
        const int mostBytesPerChar = 3;
        var chars = new char[word.Length * mostBytesPerChar];
        var starts = new int[chars.Length];
        var ends = new int[chars.Length];
        var count = 0;
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < word.Length;)
        {
            var point = Characters.At(word, i, out var length);
            var written = new System.Text.Rune(point).EncodeToUtf8(bytes);
            foreach (var value in bytes[..written])
            {
                chars[count] = ByteAlphabet.Of(value);
                starts[count] = i;
                ends[count++] = i + length;
            }
            i += length;
        }
        Model.Tokenize(chars.AsSpan(0, count), pieces);
        foreach (ref var piece in CollectionsMarshal.AsSpan(pieces))
        {
            piece = new(piece.Id, starts[piece.Start], ends[piece.End - 1]);
        }
    }
}
