using System.Globalization;
using System.Text;

namespace HitSongs.Transformers.Tokenizers.Unicode;

/// <summary>The classes of characters that tokenisers ask for, as Hugging Face's tokenizers draw them. A lone surrogate reads as U+FFFD.</summary>
internal static class Characters
{
    public const int Replacement = 0xFFFD;

    /// <summary>The code point at <paramref name="index"/> and the number of chars it takes; U+FFFD for a lone surrogate.</summary>
    public static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        var first = text[index];
        length = 1;
        if (!char.IsSurrogate(first))
        {
            return first;
        }
        if (char.IsHighSurrogate(first) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(first, text[index + 1]);
        }
        return Replacement;
    }

    /// <summary>The code point that ends before <paramref name="end"/>; U+FFFD for a lone surrogate.</summary>
    public static int Before(ReadOnlySpan<char> text, int end, out int length)
    {
        if (end >= 2 && char.IsLowSurrogate(text[end - 1]) && char.IsHighSurrogate(text[end - 2]))
        {
            length = 2;
            return char.ConvertToUtf32(text[end - 2], text[end - 1]);
        }
        length = 1;
        return char.IsSurrogate(text[end - 1]) ? Replacement : text[end - 1];
    }

    public static UnicodeCategory Category(int point) => CharUnicodeInfo.GetUnicodeCategory(point);

    /// <summary>Unicode's White_Space property, a regular expression's \s.</summary>
    public static bool IsWhitespace(int point) => point <= char.MaxValue && char.IsWhiteSpace((char)point);

    /// <summary>BERT's control characters: control, format and private use, except tab, line feed and carriage return.</summary>
    public static bool IsControl(int point) => point switch
    {
        '\t' or '\n' or '\r' => false,
        < 0x20 or 0x7F => true,
        < 0x7F => false,
        _ => Category(point) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse,
    };

    /// <summary>BERT's punctuation: every ASCII character that is not a letter, digit, space or control ("$" and "^" too), and Unicode's P
    /// categories.</summary>
    public static bool IsPunctuation(int point) => point < 0x80
        ? point is (> ' ' and < '0') or (> '9' and < 'A') or (> 'Z' and < 'a') or (> 'z' and < 0x7F)
        : Category(point) is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation;

    /// <summary>The CJK ideographs that BERT sets apart; not kana or hangul. The sixth range begins at 2B920 as in Hugging Face's code, not at Unicode's
    /// 2B820.</summary>
    public static bool IsIdeograph(int point) =>
        point >= 0x3400
        && point
            is <= 0x4DBF
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x2A6DF)
                or (>= 0x2A700 and <= 0x2B73F)
                or (>= 0x2B740 and <= 0x2B81F)
                or (>= 0x2B920 and <= 0x2CEAF)
                or (>= 0x2F800 and <= 0x2FA1F);

    /// <summary>A regular expression's \p{L}.</summary>
    public static bool IsLetter(int point) => point < 0x80 ? char.IsAsciiLetter((char)point) : Category(point) <= UnicodeCategory.OtherLetter;

    /// <summary>A regular expression's \p{N}.</summary>
    public static bool IsNumber(int point) => point < 0x80
        ? char.IsAsciiDigit((char)point)
        : Category(point) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    public static bool IsNonSpacingMark(int point) => point >= 0x300 && Category(point) == UnicodeCategory.NonSpacingMark;

    /// <summary>Any combining mark: non-spacing, spacing or enclosing.</summary>
    public static bool IsMark(int point) =>
        point >= 0x300 && Category(point) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>A regular expression's \w: letters, marks, decimal digits, letter numbers, connectors and joiners.</summary>
    public static bool IsWord(int point) =>
        point < 0x80
            ? char.IsAsciiLetterOrDigit((char)point) || point == '_'
            : point is 0x200C or 0x200D
                || Category(point) is <= UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation
                || point is (>= 0x24B6 and <= 0x24E9);

    /// <summary>Simple lower case; U+0130 alone becomes two characters and is left to those who append it.</summary>
    public static int Lower(int point) => point < 0x80
        ? point is >= 'A' and <= 'Z' ? point | 0x20 : point
        : point <= char.MaxValue ? char.ToLowerInvariant((char)point) : Rune.ToLowerInvariant(new Rune(point)).Value;
}
