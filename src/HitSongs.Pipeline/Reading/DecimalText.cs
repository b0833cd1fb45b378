using System.Globalization;
using System.Text;

namespace HitSongs.Pipeline.Reading;

/// <summary>Reads numbers as files of songs write them: "0.592", "-7.777", "1.94e-05".</summary>
internal static class DecimalText
{
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <param name="text">UTF-8, not trimmed.</param>
    /// <param name="value">Finite, correctly rounded.</param>
    /// <returns>False where the text is no finite number.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out double value) =>
        TryReadPlain(text, out value)
        || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    /// <summary>Whether the text is infinity, or a number beyond what double precision holds.</summary>
    public static bool IsInfinite(ReadOnlySpan<byte> text) =>
        Ascii.EqualsIgnoreCase(text.TrimStart("+-"u8), "inf"u8)
        || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsInfinity(value));

    /// <summary>Up to 15 digits and no exponent: both the digits and the power of ten are exact, so that one division rounds correctly.</summary>
    private static bool TryReadPlain(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var negative = text.Length > 0 && text[0] == '-';
        var (digits, count, decimals, point) = (0L, 0, 0, false);
        for (var i = negative ? 1 : 0; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                digits = (digits * 10) + digit;
                decimals += point ? 1 : 0;
                if (++count > 15)
                    return false;
            }
            else if (text[i] == '.' && !point)
            {
                point = true;
            }
            else
            {
                return false;
            }
        }

        if (count == 0)
            return false;
        value = digits / PowersOfTen[decimals];
        if (negative)
            value = -value;
        return true;
    }
}
