using System.Text.RegularExpressions;

namespace HitSongs.Grading;

/// <summary>A number that an answer states.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Values">One number, or both of a range; null where it is not read as a number.</param>
internal sealed partial record Claim(string Text, IReadOnlyList<double>? Values, EvidenceQuote Quote)
{
    private static readonly string[] Percent = ["%", "percent", "per cent"];

    /// <param name="pattern">Has a group `value`.</param>
    public static List<Claim> AllOf(AnswerReading answer, RubricRegex pattern) =>
        [.. answer.Blocks.SelectMany(block => pattern.Matches(block.Text).Where(match => match.Groups["value"].Length > 0).Select(match => Read(answer, block, match)))];

    private static Claim Read(AnswerReading answer, TextBlock block, Match match)
    {
        var (start, end) = (match.Groups["value"].Index, match.Groups["value"].Index + match.Groups["value"].Length);
        end = EndOfPercent(block.Text, end);
        var text = block.Text[start..end].Trim();
        return new Claim(
            AnswerCriterion.Shortened(text.TrimEnd('.', ',', ':')),
            GoesOn(block.Text, start, end) ? null : NumberText.Read(text),
            new EvidenceQuote(answer.File, block.LineAt(start), AnswerCriterion.Shortened(match.Value)));
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
    [GeneratedRegex(@"([\p{L}\p{Nd}]|\p{Nd}[.,/:])0$|([\p{L}\p{Nd}]-?|(hundred|thousand|million|ty)( and)? )a$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.RightToLeft, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(\p{Nd}|[.,/:^\-\u2013\u2212]\p{Nd}|e[-+\u2212]?\p{Nd})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex After();
}
