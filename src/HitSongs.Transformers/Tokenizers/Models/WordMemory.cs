using System.Numerics;
using System.Runtime.InteropServices;

namespace HitSongs.Transformers.Tokenizers.Models;

/// <summary>
/// The tokens of words seen before, in a table of fixed size: text is made of few words, and a hostile one must neither fill the memory
/// nor, by words that fall on one place, slow the search. A word that finds no room is worked out again each time. Reading takes no lock.
/// </summary>
internal sealed class WordMemory
{
    private const int LongestWord = 48;
    private const int Places = 1 << 16;
    private const int Probes = 8;

    private readonly Lock _adding = new();
    private Entry?[] _entries = [];

    public bool TryGet(ReadOnlySpan<char> word, out ReadOnlySpan<WordPiece> pieces)
    {
        var entries = Volatile.Read(ref _entries);
        if (entries.Length > 0 && word.Length <= LongestWord)
        {
            var hash = Hash(word);
            for (var probe = 0; probe < Probes; probe++)
            {
                if (Volatile.Read(ref entries[(hash + probe) & (Places - 1)]) is not { } entry)
                {
                    break;
                }
                if (entry.Hash == hash && word.SequenceEqual(entry.Word))
                {
                    pieces = entry.Pieces;
                    return true;
                }
            }
        }
        pieces = default;
        return false;
    }

    /// <summary>Remembers a word where there is room for it.</summary>
    public void Add(ReadOnlySpan<char> word, ReadOnlySpan<WordPiece> pieces)
    {
        if (word.Length > LongestWord)
        {
            return;
        }
        var hash = Hash(word);
        lock (_adding)
        {
            if (_entries.Length == 0)
            {
                Volatile.Write(ref _entries, new Entry?[Places]);
            }
            for (var probe = 0; probe < Probes; probe++)
            {
                ref var place = ref _entries[(hash + probe) & (Places - 1)];
                if (place is null)
                {
                    Volatile.Write(ref place, new(hash, word.ToString(), pieces.ToArray()));
                    return;
                }
            }
        }
    }

    private static int Hash(ReadOnlySpan<char> word)
    {
        const ulong multiplier = 0x9E3779B97F4A7C15;
        var hash = (ulong)word.Length;
        var fours = MemoryMarshal.Cast<char, ulong>(word);
        foreach (var four in fours)
        {
            hash = BitOperations.RotateLeft((hash ^ four) * multiplier, 29);
        }
        foreach (var one in word[(fours.Length * 4)..])
        {
            hash = (hash ^ one) * multiplier;
        }
        return (int)(hash >> 33);
    }

    private sealed record Entry(int Hash, string Word, WordPiece[] Pieces);
}
