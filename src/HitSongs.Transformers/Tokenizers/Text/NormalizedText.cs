namespace HitSongs.Transformers.Tokenizers.Text;

/// <summary>
/// A text on its way through normalizers, and for each of its chars the range of the original that it came from. Offsets are in
/// UTF-16 chars, so that <c>original[start..end]</c> is what a token stands for.
/// </summary>
internal sealed class NormalizedText
{
    private readonly int[]? _starts;
    private readonly int[]? _ends;
    private readonly int _shift;

    /// <summary>A cut of the original, as it stands.</summary>
    public NormalizedText(ReadOnlyMemory<char> original, int shift)
    {
        Chars = original;
        _shift = shift;
    }

    internal NormalizedText(ReadOnlyMemory<char> chars, int[] starts, int[] ends)
    {
        Chars = chars;
        _starts = starts;
        _ends = ends;
    }

    public ReadOnlyMemory<char> Chars { get; }

    /// <summary>True where the text is a cut of the original itself: a char's offset is its index plus <see cref="Shift"/>.</summary>
    public bool IsOriginal => _starts is null;

    public int Shift => _shift;

    public int Start(int index) => _starts is null ? _shift + index : _starts[index];

    public int End(int index) => _ends is null ? _shift + index + 1 : _ends[index];

    /// <summary>Where the code point of <paramref name="length"/> chars at <paramref name="index"/> came from.</summary>
    public (int Start, int End) Range(int index, int length) => (Start(index), End(index + length - 1));

    public NormalizedText Slice(int start, int length)
    {
        if (start == 0 && length == Chars.Length)
        {
            return this;
        }
        var cut = Chars.Slice(start, length);
        return _starts is null ? new(cut, _shift + start) : new(cut, _starts[start..(start + length)], _ends![start..(start + length)]);
    }
}
