namespace HitSongs.Transformers.Tokenizers.Text;

/// <summary>GPT-2's one printable character for each of the 256 bytes: "Ġ" for the space, "Ċ" for the line feed.</summary>
internal static class ByteAlphabet
{
    private static readonly char[] ToChar = MakeChars();
    private static readonly Dictionary<char, byte> ToByte = Enumerable.Range(0, 256).ToDictionary(value => ToChar[value], value => (byte)value);

    /// <summary>The 256 characters in the order of the bytes.</summary>
    public static ReadOnlySpan<char> Alphabet => ToChar;

    public static char Of(byte value) => ToChar[value];

    /// <summary>The UTF-8 bytes of a text, each as its character.</summary>
    public static string Spell(ReadOnlySpan<char> text)
    {
        var bytes = new byte[System.Text.Encoding.UTF8.GetMaxByteCount(text.Length)];
        var count = System.Text.Encoding.UTF8.GetBytes(text, bytes);
        return string.Create(count, bytes, static (chars, from) =>
        {
            for (var i = 0; i < chars.Length; i++)
            {
                chars[i] = ToChar[from[i]];
            }
        });
    }

    /// <summary>The bytes that a token stands for; its UTF-8 bytes where it has a character from outside the alphabet.</summary>
    public static byte[] Bytes(string token)
    {
        var bytes = new byte[token.Length];
        for (var i = 0; i < token.Length; i++)
        {
            if (!ToByte.TryGetValue(token[i], out bytes[i]))
            {
                return System.Text.Encoding.UTF8.GetBytes(token);
            }
        }
        return bytes;
    }

    private static char[] MakeChars()
    {
        var chars = new char[256];
        var next = 256;
        for (var value = 0; value < 256; value++)
        {
            chars[value] = value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or >= 0xAE ? (char)value : (char)next++;
        }
        return chars;
    }
}
