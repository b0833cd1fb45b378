using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HitSongs.Grading.Patterns;

/// <summary>Reads numbers as people write them in prose: "4,494", "1.234,5", "12 per cent", "\u22120.24", "½", "1e-3", "seven", "0.75–0.80".</summary>
public static partial class NumberText
{
    private const string Minus = @"[-\u2010-\u2013\u2212\uFE63\uFF0D]";
    private const string Space = @"[ \u00A0\u2009\u202F]";

    // Digits in groups that spaces part, or a run of digits with whatever may stand in a number: a date or a version is taken whole, and then not read.
    private const string InGroups = @"\b\p{Nd}{1,3}(?:" + Space + @"\p{Nd}{3})+\b(?:[.,]\p{Nd}+)?";
    private const string InOneRun =
        @"(?:\b\p{Nd}|\p{No}|[.\u066B]\p{Nd})(?:\p{Nd}|"
        + Space
        + @"?\p{No}|\u207B\p{No}|[.,'\u2019\u066B\u066C:/\u2044]\p{Nd}|e[-+\u2212]?\p{Nd}|\^"
        + Minus
        + @"?\p{Nd}|"
        + Space
        + "?[x\u00D7\u00B7*]"
        + Space
        + "?10)*";
    private const string Unit = "(?:" + Space + @"?(?:[%\u066A\uFF05]|per ?cent(?:age points?)?|thousand\b|million\b|k\b))?";
    private const string Digits = @"(?:\B" + Minus + @"|\+)?(?:" + InGroups + "|" + InOneRun + "|NaN\\b|infinity\\b|\u221E)" + Unit;
    private const string Words = @"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:-[a-z]+)?\b" + Unit;

    private const string About = "(?:(?:about|around|roughly|approximately|circa|ca\\.|only|some|\u2248|~)" + Space + "?)?";
    private const string Second = "(?:" + Space + "?(?:[-\u2010-\u2014\u2212\u00B1]|to|or)" + Space + "?" + Digits + ")?";

    /// <summary>Puts what may be meant as a number, as the group `value`, in the places of a rubric's pattern that ask for one.</summary>
    /// <param name="pattern">With <c>{number}</c>, or with <c>{count}</c> where small numbers may be words: "the AUC is one of them" states no number.</param>
    public static string Filled(string pattern) => pattern
        .Replace("{number}", $"{About}(?<value>{Digits}{Second})", StringComparison.Ordinal)
        .Replace("{count}", $"{About}(?<value>(?:{Digits}|{Words}){Second})", StringComparison.Ordinal);

    private static readonly string[] SmallNumbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The number, or both of "0.75–0.80" and of "3 or 4"; of "0.75 ± 0.02" the first.</summary>
    /// <returns>Null where it is not read as a number.</returns>
    public static IReadOnlyList<double>? Read(string text)
    {
        var plain = Plain(text);
        if (Single(plain) is { } one)
        {
            return [one];
        }

        if (Pair().Match(plain) is not { Success: true } pair)
        {
            return null;
        }

        var (first, mark, second) = (pair.Groups["first"].Value, pair.Groups["mark"].Value, pair.Groups["second"].Value);
        // In "75–80 %" the sign belongs to both.
        var ofBoth = second.EndsWith('%') && !first.EndsWith('%') ? "%" : "";
        return (Single(first + ofBoth), Single(second)) is ({ } low, { } high) ? (mark == "\u00B1" ? [low] : [low, high]) : null;
    }

    private static double? Single(string text)
    {
        var factor = 1.0;
        var match = UnitBehind().Match(text);
        if (match.Success)
        {
            text = text[..match.Index].TrimEnd();
            factor = match.Groups["unit"].Value switch
            {
                "%" or "percent" or "per cent" => 0.01,
                // "two thousand and five" goes on: words are read up to twelve alone.
                _ when SmallNumbers.Contains(text) => double.NaN,
                "thousand" or "k" => 1e3,
                "million" => 1e6,
                _ => double.NaN,
            };
        }

        var sign = text.StartsWith('-') ? -1 : 1;
        var value = sign * Unsigned(text.Length > 0 && text[0] is '-' or '+' ? text[1..] : text) * factor;
        return double.IsFinite(value) ? value : null;
    }

    private static double Unsigned(string text)
    {
        if (Array.IndexOf(SmallNumbers, text) is >= 0 and var small)
        {
            return small;
        }

        if (Fraction().Match(text) is { Success: true } fraction)
        {
            return double.Parse(fraction.Groups["over"].Value, CultureInfo.InvariantCulture)
                / double.Parse(fraction.Groups["under"].Value, CultureInfo.InvariantCulture);
        }

        if (Scientific().Match(text) is { Success: true } scientific)
        {
            var factor = scientific.Groups["factor"].Success ? Decimal(scientific.Groups["factor"].Value) : 1;
            return factor * Power(scientific.Groups["power"].Value);
        }

        // "1½": a whole number and a part.
        if (text.Length > 0 && char.GetUnicodeCategory(text[^1]) == UnicodeCategory.OtherNumber)
        {
            var whole = text.Length == 1 ? 0 : WholeOf(text[..^1].TrimEnd());
            return char.GetNumericValue(text[^1]) is > 0 and < 1 and var part ? whole + part : double.NaN;
        }

        return Decimal(text);
    }

    private static double WholeOf(string text) =>
        text.All(char.IsAsciiDigit) && double.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? whole : double.NaN;

    private static double Power(string exponent) =>
        int.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) ? Math.Pow(10, power) : double.NaN;

    /// <summary>Digits with separators; NaN where they can be no number, as in the version 1.13.1.</summary>
    private static double Decimal(string text)
    {
        var plain = text;
        if (Grouped().Match(text) is { Success: true } grouped)
        {
            plain = string.Concat(grouped.Groups["whole"].Value.Where(char.IsAsciiDigit)) + "." + grouped.Groups["part"].Value;
        }
        else if (text.Contains(',') && text.IndexOf(',') == text.LastIndexOf(',') && !text.Contains('.'))
        {
            plain = text.Replace(',', '.');
        }

        return Digital().IsMatch(plain) && double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : double.NaN;
    }

    /// <summary>In lower case, with the digits, signs and spaces of ASCII, and without a mark that ends a sentence.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var character in text)
        {
            plain.Append(character switch
            {
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '\uFE63' or '\uFF0D' or '\u207B' => "-",
                '\u00A0' or '\u2009' or '\u202F' => " ",
                '\u066B' => ".",
                '\u066C' => ",",
                '\u2019' => "'",
                '\u2044' => "/",
                '\u066A' or '\uFF05' => "%",
                '\u00D7' or '\u00B7' or '*' => "x",
                _ when char.IsDigit(character) => ((int)char.GetNumericValue(character)).ToString(CultureInfo.InvariantCulture),
                _ => char.ToLowerInvariant(character).ToString(),
            });
        }

        return Raised()
            .Replace(plain.ToString(), raised =>
                "^" + string.Concat(raised.Value.Select(c => c == '-' ? "-" : char.GetNumericValue(c).ToString(CultureInfo.InvariantCulture)))
            )
            .Trim()
            .TrimEnd('.', ',', ':');
    }

    [GeneratedRegex(@"^(?<first>.+?) ?(?<mark>-|to\b|or\b|±) ?(?<second>[^-].*|-[\d.].*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(@"\s?(?<unit>%|per ?cent(age points?)?|thousand|million|(?<=[0-9] ?)k)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitBehind();

    [GeneratedRegex("^(?<over>[0-9]{1,6})/(?<under>[0-9]{1,6})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^((?<factor>[0-9.,]{1,30}) ?(x ?10\^|e)|10\^)\+?(?<power>-?[0-9]{1,6})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Scientific();

    // "1,234.5", "1.234,5", "1 234", "1'234"; not "0,123", which is a decimal comma, and not "1.234", which is a decimal point.
    [GeneratedRegex(
        @"^(?<whole>[1-9][0-9]{0,2}((,[0-9]{3})+|( [0-9]{3})+|('[0-9]{3})+))(\.(?<part>[0-9]*))?$|^(?<whole>[1-9][0-9]{0,2}((\.[0-9]{3})+|( "
            + @"[0-9]{3})+|('[0-9]{3})+)),(?<part>[0-9]+)$|^(?<whole>[1-9][0-9]{0,2}(\.[0-9]{3}){2,})$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^([0-9]+\.?[0-9]*|\.[0-9]+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Digital();

    [GeneratedRegex("(?<=10)-?[\u00B2\u00B3\u00B9\u2070\u2074-\u2079]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Raised();
}
