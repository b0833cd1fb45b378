using System.Collections.Concurrent;

namespace HitSongs.Transformers.Tokenizers;

/// <summary>The tokens of words seen before. Bounded: text is made of few words, and a hostile one must not fill the memory.</summary>
internal sealed class WordMemory
{
    private const int MostWords = 1 << 16;
    private const int LongestWord = 48;

    private readonly ConcurrentDictionary<string, WordPiece[]>.AlternateLookup<ReadOnlySpan<char>> _words =
        new ConcurrentDictionary<string, WordPiece[]>().GetAlternateLookup<ReadOnlySpan<char>>();
    private int _count;

    public bool TryGet(ReadOnlySpan<char> word, out ReadOnlySpan<WordPiece> pieces)
    {
        var found = _words.TryGetValue(word, out var known);
        pieces = known;
        return found;
    }

    /// <summary>Remembers a word where there is room for it.</summary>
    public void Add(ReadOnlySpan<char> word, ReadOnlySpan<WordPiece> pieces)
    {
        if (word.Length <= LongestWord && _count < MostWords && _words.TryAdd(word, pieces.ToArray()))
        {
            Interlocked.Increment(ref _count);
        }
    }
}
