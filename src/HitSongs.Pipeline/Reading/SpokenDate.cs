using System.Globalization;
using System.Text;

namespace HitSongs.Pipeline.Reading;

/// <summary>A release date in another form than ISO 8601: 2023.0, 2023/5/7, 20230507, 12/31/1999, Dec 31, 1999, or with a time of day.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="First">The month; where <paramref name="HasOrder"/> is false the number that comes first, which may be the day.</param>
/// <param name="Second">The day; where <paramref name="HasOrder"/> is false the number that comes second.</param>
/// <param name="HasOrder">Whether the form itself says which number is the month.</param>
internal sealed record SpokenDate(int Year, int? First, int? Second, bool HasOrder)
{
    private const int LongestText = 40;

    private static readonly char[] Separators = ['-', '/', '.', ',', ' '];

    /// <returns>Null where the text has the form of no date.</returns>
    public static SpokenDate? Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText)
            return null;
        var text = WithoutTime(Encoding.UTF8.GetString(utf8).Trim());
        var parts = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(part => new Part(part)).ToList();
        return parts switch
        {
            [{ IsDate: true } all] => new SpokenDate(all.Number / 10_000, all.Number / 100 % 100, all.Number % 100, true),
            [{ IsYear: true } year] => new SpokenDate(year.Number, null, null, true),
            [{ IsYear: true } year, { IsMonth: true } month] => new SpokenDate(year.Number, month.Number, null, true),
            [{ IsMonth: true } month, { IsYear: true } year] => new SpokenDate(year.Number, month.Number, null, true),
            [{ IsYear: true } year, { IsMonth: true } month, { IsDay: true } day] => new SpokenDate(year.Number, month.Number, day.Number, true),
            [{ IsName: true } month, { IsDay: true } day, { IsYear: true } year] => new SpokenDate(year.Number, month.Number, day.Number, true),
            [{ IsDay: true } day, { IsName: true } month, { IsYear: true } year] => new SpokenDate(year.Number, month.Number, day.Number, true),
            [{ IsDay: true } first, { IsDay: true } second, { IsYear: true } year] => new SpokenDate(
                year.Number, first.Number, second.Number, first.Number == second.Number),
            _ => null,
        };
    }

    /// <summary>The same with the month first.</summary>
    public SpokenDate Ordered(bool dayFirst) => this with { First = dayFirst ? Second : First, Second = dayFirst ? First : Second, HasOrder = true };

    private static string WithoutTime(string text)
    {
        if (text.EndsWith(".0", StringComparison.Ordinal))
            return text[..^2];
        // A time of day has a colon, and stands behind a T or a space.
        var colon = text.IndexOf(':');
        var end = colon < 0 ? -1 : text.LastIndexOfAny(['T', ' '], colon);
        return end > 0 ? text[..end] : text;
    }

    /// <summary>A number, or the English name of a month.</summary>
    private sealed class Part
    {
        private readonly int digits;

        public Part(string text)
        {
            digits = text.All(char.IsAsciiDigit) ? text.Length : 0;
            Number = digits is > 0 and <= 8 ? int.Parse(text, CultureInfo.InvariantCulture) : MonthNamed(text);
            IsName = digits == 0 && Number > 0;
        }

        public int Number { get; }

        public bool IsName { get; }

        public bool IsDate => digits == 8;

        public bool IsYear => digits == 4;

        public bool IsDay => digits is 1 or 2;

        public bool IsMonth => IsDay || IsName;

        private static int MonthNamed(string text)
        {
            var names = DateTimeFormatInfo.InvariantInfo;
            return 1
                + Array.FindIndex(names.MonthNames, 0, 12, name =>
                    text.Equals(name, StringComparison.OrdinalIgnoreCase) || text.Equals(name[..3], StringComparison.OrdinalIgnoreCase)
                );
        }
    }
}
