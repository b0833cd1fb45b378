using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Text;

/// <summary>The code points of a text with where each came from, for foreach.</summary>
internal struct PointEnumerator(NormalizedText text)
{
    private int _next;

    public (int Point, int Start, int End) Current { get; private set; }

    public readonly PointEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        var chars = text.Chars.Span;
        if (_next >= chars.Length)
        {
            return false;
        }
        var point = Characters.At(chars, _next, out var length);
        var (start, end) = text.Range(_next, length);
        Current = (point, start, end);
        _next += length;
        return true;
    }
}
