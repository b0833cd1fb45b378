namespace HitSongs.Pipeline.Reading;

/// <summary>Reads release dates with the precision that they are written in.</summary>
internal static class ReleaseDateText
{
    private const int FirstYear = 1900;

    /// <param name="text">"2024", "2024-05" or "2024-05-17", as UTF-8.</param>
    /// <param name="latest">No song is out later than this.</param>
    /// <param name="date">The date, or none where the text has the form of a date and is none (year 0000, month 13, the year 2099).</param>
    /// <returns>False where the text does not have the form of a date.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, DateOnly latest, out PackedDate date)
    {
        date = default;
        int? month = null, day = null;
        if (text.Length is not (4 or 7 or 10) || !TryDigits(text[..4], out var year))
            return false;
        if (text.Length > 4)
        {
            if (text[4] != '-' || !TryDigits(text[5..7], out var number))
                return false;
            month = number;
        }

        if (text.Length > 7)
        {
            if (text[7] != '-' || !TryDigits(text[8..], out var number))
                return false;
            day = number;
        }

        date = Of(year, month, day, latest);
        return true;
    }

    /// <summary>The date of a year and what is known besides; none where there is no such date, or it lies beyond the latest release.</summary>
    public static PackedDate Of(int year, int? month, int? day, DateOnly latest) =>
        year is >= FirstYear and <= 9999
        && month is null or (>= 1 and <= 12)
        && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month!.Value)))
        && new DateOnly(year, month ?? 1, day ?? 1) <= latest
            ? PackedDate.Of(year, month, day)
            : default;

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit((char)character))
                return false;
            number = (number * 10) + character - '0';
        }

        return true;
    }
}
