using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace HitSongs.Transformers.Tokenizers;

/// <summary>
/// A model with a memory of the words it has seen. Where the model is byte-level it sees the word's UTF-8 bytes as characters, and the
/// ranges that come back cover the whole characters whose bytes a token has.
/// </summary>
internal sealed class WordEncoder
{
    /// <summary>Beyond this many words new ones are not remembered: text is made of few words, and a hostile one must not fill the memory.</summary>
    private const int MostWords = 1 << 16;
    private const int LongestWord = 48;

    private readonly bool _isByteLevel;
    private readonly ConcurrentDictionary<string, WordPiece[]>.AlternateLookup<ReadOnlySpan<char>> _seen =
        new ConcurrentDictionary<string, WordPiece[]>().GetAlternateLookup<ReadOnlySpan<char>>();
    private int _count;

    public WordEncoder(TokenModel model, bool isByteLevel)
    {
        Model = model;
        _isByteLevel = isByteLevel;
    }

    public TokenModel Model { get; }

    public ReadOnlySpan<WordPiece> Encode(ReadOnlySpan<char> word)
    {
        if (_seen.TryGetValue(word, out var known))
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
        if (word.Length > LongestWord || _count >= MostWords)
        {
            return CollectionsMarshal.AsSpan(pieces);
        }
        var remembered = pieces.ToArray();
        if (_seen.TryAdd(word, remembered))
        {
            Interlocked.Increment(ref _count);
        }
        return remembered;
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
