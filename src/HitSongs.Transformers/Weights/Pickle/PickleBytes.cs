using System.Text;

namespace HitSongs.Transformers.Weights.Pickle;

/// <summary>The bytes of a pickle, taken from the front; one that is cut is told.</summary>
/// <param name="code">The pickle.</param>
internal sealed class PickleBytes(ReadOnlyMemory<byte> code)
{
    private static readonly UTF8Encoding strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Bytes taken so far.</summary>
    public int Position { get; private set; }

    /// <exception cref="InvalidDataException">There are not so many.</exception>
    public ReadOnlySpan<byte> Bytes(long count)
    {
        if (count < 0 || count > code.Length - Position) throw new InvalidDataException("the pickle is cut");
        Position += (int)count;
        return code.Span.Slice(Position - (int)count, (int)count);
    }

    /// <summary>So many bytes of UTF-8.</summary>
    public string Text(long count)
    {
        try
        {
            return strict.GetString(Bytes(count));
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InvalidDataException("a text in the pickle is not UTF-8", wrong);
        }
    }

    /// <summary>Text before the next line feed, which goes too.</summary>
    public string Line()
    {
        var length = code.Span[Position..].IndexOf((byte)'\n');
        if (length < 0) throw new InvalidDataException("the pickle is cut");
        var line = Text(length);
        Position++;
        return line;
    }

    /// <summary>A whole number in two's complement, the lowest byte first; 0 where there is none.</summary>
    public static long Integer(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 8) throw new InvalidDataException($"an integer in the pickle has {bytes.Length} bytes, more than 8");
        var value = bytes.Length > 0 && (bytes[^1] & 0x80) != 0 ? -1L : 0;
        for (var i = bytes.Length - 1; i >= 0; i--) value = (value << 8) | bytes[i];
        return value;
    }
}
