using System.Runtime.InteropServices;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Copies;

/// <summary>Winnowed hashes of the word sequences of a text (Schleimer, Wilkerson and Aiken, 2003).</summary>
/// <remarks>Any sequence of <see cref="Words"/> + <see cref="Window"/> − 1 words that two texts share leaves a common fingerprint.</remarks>
internal sealed class Fingerprints
{
    public const int Words = 8;
    public const int Window = 4;

    private const ulong Basis = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    /// <summary>Words of a shared passage from which on it is always found.</summary>
    public const int SurelyFound = Words + Window - 1;

    public Fingerprints(string text)
    {
        Text = text;
        All = Word.AllOf(text);
        Marks = Winnow(Hashes(All));
    }

    public string Text { get; }

    public List<Word> All { get; }

    /// <summary>Hash and index of its first word, in the order of the text.</summary>
    public IReadOnlyList<Fingerprint> Marks { get; }

    private static List<ulong> Hashes(List<Word> words)
    {
        var ofWords = words.ConvertAll(word => HashOf(word.Stem));
        var hashes = new List<ulong>(words.Count);
        for (var i = 0; i + Words <= words.Count; i++)
        {
            var hash = Basis;
            for (var next = i; next < i + Words; next++)
            {
                hash = (hash ^ ofWords[next]) * Prime;
            }

            hashes.Add(hash);
        }

        return hashes;
    }

    // FNV-1a: the same on every machine, which string.GetHashCode is not.
    private static ulong HashOf(string stem)
    {
        var hash = Basis;
        foreach (var letter in stem)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }

    // The smallest hash of each window, the last of several equal ones; a text shorter than a window keeps its smallest.
    private static List<Fingerprint> Winnow(List<ulong> hashes)
    {
        var marks = new List<Fingerprint>();
        for (var start = 0; start < hashes.Count && (start == 0 || start + Window <= hashes.Count); start++)
        {
            var least = start;
            for (var i = start; i < Math.Min(hashes.Count, start + Window); i++)
            {
                least = hashes[i] <= hashes[least] ? i : least;
            }

            if (marks.Count == 0 || marks[^1].Word != least)
            {
                marks.Add(new Fingerprint(hashes[least], least));
            }
        }

        return marks;
    }
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fingerprint(ulong Hash, int Word);
