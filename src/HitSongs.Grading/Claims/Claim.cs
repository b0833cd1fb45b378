using System.Text.RegularExpressions;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Patterns;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Claims;

/// <summary>A number that an answer states.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Values">One number, or both of a range, in the unit asked for; null where it is not read as a number.</param>
/// <param name="OtherUnit">Where it is counted in something else than what is asked for, in what.</param>
internal sealed partial record Claim(string Text, IReadOnlyList<double>? Values, EvidenceQuote Quote, ClaimUnit? OtherUnit)
{
    private static readonly string[] Percent = ["%", "percent", "per cent"];

    /// <param name="pattern">Has a group `value`.</param>
    /// <param name="unit">What the number is counted in; null where units do not matter.</param>
    public static List<Claim> AllOf(AnswerReading answer, RubricRegex pattern, ClaimUnit? unit) =>
        [
            .. answer.Blocks.SelectMany(block =>
                pattern.Matches(block.Text).Where(match => match.Groups["value"].Length > 0).Select(match => Read(answer, block, match, unit))
            ),
        ];

    private static Claim Read(AnswerReading answer, TextBlock block, Match match, ClaimUnit? unit)
    {
        var (start, end) = (match.Groups["value"].Index, match.Groups["value"].Index + match.Groups["value"].Length);
        end = EndOfPercent(block.Text, end);
        var number = block.Text[start..end].Trim();
        var given = unit is null ? null : ClaimUnit.At(block.Text, end);
        var values = GoesOn(block.Text, start, end) ? null : unit?.OfClock(number) is { } seconds ? [seconds] : NumberText.Read(number);
        return new Claim(
            EvidenceQuote.Shortened(given is { } known ? block.Text[start..known.End].Trim() : number.TrimEnd('.', ',', ':')),
            given is { } same && same.Unit == unit ? values?.Select(value => value * same.Factor).ToList() : values,
            new EvidenceQuote(answer.File, block.LineAt(start), EvidenceQuote.Shortened(match.Value)),
            given is { } other && other.Unit != unit ? other.Unit : null);
    }

    private static int EndOfPercent(string text, int end)
    {
        var rest = text.AsSpan(end).TrimStart(' ');
        var sign = Array.Find(Percent, sign => text.AsSpan(end).TrimStart(' ').StartsWith(sign, StringComparison.OrdinalIgnoreCase));
        return sign is null || (rest.Length > sign.Length && char.IsLetter(rest[sign.Length])) ? end : text.Length - rest.Length + sign.Length;
    }

    /// <summary>Whether what a pattern took for a number is a part of something longer, such as the 0.7 of 0.7.5.</summary>
    private static bool GoesOn(string text, int start, int end) =>
        Before().IsMatch(text[..start] + (char.IsLetter(text[start]) ? "a" : "0")) || After().IsMatch(text[end..Math.Min(text.Length, end + Lookahead)]);

    private const int Lookahead = 4;

    // A letter, digit or joint in front of a number; in front of one in words also "twenty-", "one hundred and ".
    [GeneratedRegex(
        @"([\p{L}\p{Nd}]|\p{Nd}[.,/:])0$|([\p{L}\p{Nd}]-?|(hundred|thousand|million|ty)( and)? )a$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.RightToLeft,
        1000
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        @"^(\p{Nd}|[.,/:^\-\u2013\u2212]\p{Nd}|e[-+\u2212]?\p{Nd})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex After();
}
