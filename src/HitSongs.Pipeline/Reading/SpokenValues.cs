using System.Text;
using System.Text.RegularExpressions;

namespace HitSongs.Pipeline.Reading;

/// <summary>Reads values that files write in words or with their unit: a key as "C#", a mode as "Major", a duration as "3:45", a share as "62 %".</summary>
internal static partial class SpokenValues
{
    private const int LongestText = 24;
    private const string Naturals = "C D EF G A B";

    private const string HoursMinutesSeconds = @"^(?:PT)?(?:(?<hours>\d+) ?H(?:OURS?|RS?)?)? ?"
        + @"(?:(?<minutes>[\d.,]+) ?M(?:IN(?:UTES?|S)?)?)? ?(?:(?<seconds>[\d.,]+) ?S(?:EC(?:ONDS?|S)?)?)?$";

    /// <returns>The value in the feature's own unit; null where the text says none.</returns>
    public static double? Of(AudioFeature feature, ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestText)
            return null;
        // An apostrophe before a number tells a spreadsheet to take it for text.
        if (text.StartsWith("'"u8) && DecimalText.TryRead(text[1..], out var number))
            return number;
        var word = WordOf(text);
        return feature switch
        {
            AudioFeature.Key => Key(word),
            AudioFeature.Mode => word switch { "MAJOR" or "MAJ" or "DUR" => 1, "MINOR" or "MIN" or "MOLL" => 0, _ => Number(word, "") ?? Truth(text) },
            AudioFeature.DurationMs => Duration(word),
            AudioFeature.Loudness => Number(word, "DB") ?? Number(word, ""),
            AudioFeature.Tempo => Number(word, "BPM") ?? Number(word, ""),
            AudioFeature.TimeSignature => Number(word, "/4"),
            _ => Number(word, "") ?? (Number(word, "%") is { } percent ? percent / 100 : null),
        };
    }

    /// <summary>"62 %", "62/100" or "62,5".</summary>
    public static double? Popularity(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestText)
            return null;
        var word = WordOf(text);
        return Grouped(word) ?? Number(word, "%") ?? Number(word, "/100") ?? Number(word, "");
    }

    /// <summary>"202,933", "202.933" or "202 933": groups of three digits; null where the text has no groups.</summary>
    public static double? Grouped(ReadOnlySpan<byte> text) => text.Length > LongestText ? null : Grouped(WordOf(text));

    /// <summary>A truth value as files write it.</summary>
    public static double? Truth(ReadOnlySpan<byte> text) => text.Length > LongestText ? null : Encoding.UTF8.GetString(text).Trim().ToUpperInvariant() switch
    {
        "TRUE" or "T" or "YES" or "Y" or "HIT" => 1,
        "FALSE" or "F" or "NO" or "N" or "FLOP" => 0,
        _ => null,
    };

    /// <summary>"C#", "Bb", "A♭/G♯" (of two names of a key the first), "C# Major", "F#m".</summary>
    private static double? Key(string word)
    {
        word = word.Split('/', ' ')[0];
        word = word.Length > 1 ? word.TrimEnd('M') : word;
        if (Number(word, "") is { } number)
            return number;
        var natural = word.Length is 1 or 2 ? Naturals.IndexOf(word[0]) : -1;
        if (natural < 0)
            return null;
        int? step = word.Length == 1 ? 0 : word[1] switch { '#' or '♯' => 1, 'B' or '♭' => -1, _ => null };
        return (natural + step + 12) % 12;
    }

    private static double? Duration(string word)
    {
        if (word.Contains(':'))
            return Clock(word.Split(':'));
        if ((Grouped(word) ?? Number(word, "MS")) is { } milliseconds)
            return milliseconds;
        var parts = Parts().Match(word);
        return word.Length > 0 && parts.Success ? (3_600_000 * Of("hours")) + (60_000 * Of("minutes")) + (1_000 * Of("seconds")) : null;

        double Of(string part) => Number(parts.Groups[part].Value, "") ?? 0;
    }

    /// <summary>"3 min 45 s", "3m45s", "225 sec" or, by ISO 8601, "PT3M45S".</summary>
    [GeneratedRegex(HoursMinutesSeconds, RegexOptions.NonBacktracking)]
    private static partial Regex Parts();

    /// <summary>"3:45", "3:45.5" or "1:02:03".</summary>
    private static double? Clock(string[] parts)
    {
        if (parts.Length is not (2 or 3) || parts.Any(part => part.Length == 0 || !char.IsAsciiDigit(part[0]) || part.Split('.')[0].Length > 2))
            return null;
        var numbers = parts.Select(part => Number(part, "") ?? double.NaN).ToList();
        return numbers.Skip(1).All(number => number < 60) ? 1_000 * numbers.Aggregate(0.0, (sum, number) => (60 * sum) + number) : null;
    }

    private static double? Grouped(string word)
    {
        var groups = word.Split([',', '.', ' ', '\u00A0', '\u202F', '\'', '’']);
        var isGrouped = groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
        return isGrouped ? Number(string.Concat(groups), "") : null;
    }

    /// <summary>A number before its unit. A comma in it is its decimal point.</summary>
    private static double? Number(string word, string unit) =>
        word.EndsWith(unit, StringComparison.Ordinal)
        && DecimalText.TryRead(Encoding.UTF8.GetBytes(word[..^unit.Length].TrimEnd().Replace(',', '.')), out var number)
            ? number
            : null;

    // Typographers' minus is none to a parser; an apostrophe that makes a spreadsheet's text is no part of it.
    private static string WordOf(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).Trim().TrimStart('\'').ToUpperInvariant().Replace('−', '-');
}
