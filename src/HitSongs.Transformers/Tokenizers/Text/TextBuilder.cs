using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Text;

/// <summary>Collects code points with where in the original they came from.</summary>
internal sealed class TextBuilder(int capacity)
{
    private char[] _chars = new char[capacity + 8];
    private int[] _starts = new int[capacity + 8];
    private int[] _ends = new int[capacity + 8];
    private int _length;

    public void Append(int point, int start, int end)
    {
        if (_length + 2 > _chars.Length)
        {
            Array.Resize(ref _chars, _chars.Length * 2);
            Array.Resize(ref _starts, _chars.Length);
            Array.Resize(ref _ends, _chars.Length);
        }
        if (point <= char.MaxValue)
        {
            Put((char)point, start, end);
            return;
        }
        point -= 0x10000;
        Put((char)(0xD800 + (point >> 10)), start, end);
        Put((char)(0xDC00 + (point & 0x3FF)), start, end);
    }

    public void Append(ReadOnlySpan<char> text, int start, int end)
    {
        for (var i = 0; i < text.Length;)
        {
            Append(Characters.At(text, i, out var length), start, end);
            i += length;
        }
    }

    /// <summary>Appends the lower case of one character, cut out of [start, end) of the original.</summary>
    public void AppendLower(int point, int start, int end)
    {
        const int capitalIWithDot = 0x130, dotAbove = 0x307;
        if (point == capitalIWithDot)
        {
            Append('i', start, end);
            Append(dotAbove, start, end);
            return;
        }
        Append(Characters.Lower(point), start, end);
    }

    public NormalizedText Build() => new(_chars.AsMemory(0, _length), _starts, _ends);

    private void Put(char value, int start, int end)
    {
        _chars[_length] = value;
        _starts[_length] = start;
        _ends[_length++] = end;
    }
}
