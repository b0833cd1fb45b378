using System.Globalization;

namespace HitSongs.Pipeline;

/// <summary>Reads release dates with the precision that they are written in.</summary>
internal static class ReleaseDateText
{
    private const int FirstYear = 1900;

    /// <param name="text">"2024", "2024-05" or "2024-05-17".</param>
    /// <param name="date">The date, or null where the text has the form of a date and is none (year 0000, month 13).</param>
    /// <returns>False where the text does not have the form of a date.</returns>
    public static bool TryRead(string text, out ReleaseDate? date)
    {
        date = null;
        var parts = text.Split('-');
        int[] lengths = [4, 2, 2];
        if (parts.Length > 3 || parts.Where((part, i) => part.Length != lengths[i] || !part.All(char.IsAsciiDigit)).Any())
            return false;

        var numbers = Array.ConvertAll(parts, part => int.Parse(part, CultureInfo.InvariantCulture));
        var candidate = new ReleaseDate(numbers[0], numbers.Length > 1 ? numbers[1] : null, numbers.Length > 2 ? numbers[2] : null);
        date = IsPossible(candidate) ? candidate : null;
        return true;
    }

    private static bool IsPossible(ReleaseDate date) =>
        date.Year >= FirstYear
        && date.Month is null or (>= 1 and <= 12)
        && (date.Day is null || (date.Day >= 1 && date.Month is not null && date.Day <= DateTime.DaysInMonth(date.Year, date.Month.Value)));
}
