using System.Text.RegularExpressions;

namespace HitSongs.Grading.Choices;

/// <summary>Options that a line names beside the first, as in "c, d" or "c: also a and b".</summary>
internal static partial class FurtherLetters
{
    private const int Nearby = 200;

    private static readonly char[] Ends = ['.', ';', '!', '?'];

    /// <param name="rest">What follows the first letter.</param>
    /// <returns>Letters that stand alone or are called right, not those that a sentence about them denies.</returns>
    public static IEnumerable<string> In(string rest, OptionTexts options)
    {
        var parts = Part().Matches(rest);
        var isList = true;
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, after) = (parts[i], i + 1 < parts.Count ? parts[i + 1].Value : "");
            if (!options.Has(part.Value))
            {
                isList &= Joint().IsMatch(part.Value);
                continue;
            }

            var isAlone = after.Length == 0 || Joint().IsMatch(after);
            var follows = rest[(part.Index + part.Length)..Math.Min(rest.Length, part.Index + part.Length + Nearby)];
            if ((isAlone && (isList || !Verdict.HasDenial(SentenceAround(rest, part)))) || Verdict.IsConsent(follows))
            {
                yield return part.Value.ToLowerInvariant();
            }

            isList &= isAlone;
        }
    }

    // The point of "d. wrong" ends no sentence.
    private static string SentenceAround(string text, Match letter)
    {
        var (before, after) = (text[Math.Max(0, letter.Index - Nearby)..letter.Index], text[letter.Index..Math.Min(text.Length, letter.Index + Nearby)]);
        var end = after.Length > 2 ? after.IndexOfAny(Ends, 2) : -1;
        return before[(before.LastIndexOfAny(Ends) + 1)..] + (end < 0 ? after : after[..end]);
    }

    [GeneratedRegex(
        @"\b(e\.g|i\.e)\b|[A-Za-z0-9]+(['\u2019-][A-Za-z0-9]+)*|[^\sA-Za-z0-9]",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Part();

    [GeneratedRegex(
        @"^([^\sA-Za-z0-9]|and|or|also|plus|both|too|maybe|perhaps|possibly|then|even|either|with)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Joint();
}
