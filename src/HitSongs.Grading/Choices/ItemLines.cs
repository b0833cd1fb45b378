using System.Globalization;
using System.Text.RegularExpressions;

namespace HitSongs.Grading.Choices;

/// <summary>The lines of an answer that stand at or below a numbered question of a quiz.</summary>
internal static partial class ItemLines
{
    private const int LongestStart = 60;
    private const string Word = @"((question|quiz|item|answer|task|exercise|problem|number|no|nr|q)\b\.?\s*|q)?";

    /// <param name="wanted">The question's number.</param>
    /// <param name="options">What the options say, where the rubric tells it.</param>
    /// <returns>Of the line with the number itself, what follows it. Code fences count where the question's number is in one and nowhere else.</returns>
    public static IEnumerable<FormLine> Of(int wanted, IReadOnlyList<FormLine> lines, OptionTexts options)
    {
        var open = Below(wanted, lines.Where(line => line.Fence == 0), options).ToList();
        return open.Count > 0 ? open : lines.Where(line => line.Fence > 0).GroupBy(line => line.Fence).SelectMany(fence => Below(wanted, fence, options));
    }

    private static IEnumerable<FormLine> Below(int wanted, IEnumerable<FormLine> lines, OptionTexts options)
    {
        var (item, level) = (0, 0);
        foreach (var line in lines)
        {
            if (HeadOf(line.Text, item == wanted, level, options) is { } head)
            {
                item = head.Number;
                level = level == 0 || head.Level > 0 ? head.Level : level;
                if (item == wanted)
                {
                    yield return line with { Text = head.Text };
                }
            }
            else if (
                line.Text.StartsWith('#')
                && AnyHeading().Match(line.Text) is { Success: true } heading
                && (level == 0 || heading.Groups["marks"].Length <= level)
            )
            {
                item = 0;
            }
            else if (item == wanted)
            {
                yield return line;
            }
        }
    }

    // Below headings with numbers, a list with numbers is one of options or of reasons, unless its items are answers.
    private static (int Number, int Level, string Text)? HeadOf(string line, bool isBelowWanted, int level, OptionTexts options)
    {
        if (!line.AsSpan(0, Math.Min(line.Length, LongestStart)).ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var firm = Numbered().Match(line);
        var match = firm.Success ? firm : Loose().Match(line);
        if (!match.Success || (match.Length < line.Length && char.IsDigit(line[match.Length])))
        {
            return null;
        }

        var (marks, rest) = (match.Groups["marks"].Length, line[match.Length..].Trim());
        var isHead = marks > 0 || (firm.Success && level == 0) || (OptionBox.Read(rest) is null && IsAnswer(rest, isBelowWanted && level > 0, options));
        return isHead ? (int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), marks, rest) : null;
    }

    private static bool IsAnswer(string rest, bool isAmongOptions, OptionTexts options) =>
        WrittenChoice.Read(rest, options).Labels.Count > 0 && !(isAmongOptions && options.IndexOf(rest) >= 0);

    // "## 1. Which ...", "### Question 1", "1. Which ...", "(1) c", "#1: c", "Q1: c", "- 1. c", "Question 1", "1"
    [GeneratedRegex(
        @"^\s*((?<marks>#{1,6})\s+([A-Za-z]{1,20}\.?\s*)?[(#]?(?<number>[0-9]{1,4})([.):\u2026]{1,2}|\s|$)"
            + @"|(-\s+)?" + Word + @"[(#]?(?<number>[0-9]{1,4})([.):]{1,2}|\s*$))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Numbered();

    // "1 - c", "1 -> c", "1 = c", "1c", "Question 1 - c"
    [GeneratedRegex(
        @"^\s*(-\s+)?" + Word + @"[(#]?(?<number>[0-9]{1,4})\s*([-=\u2013\u2014]{0,2}>|[-=:\u2013\u2014\u2192\u21D2])?\s*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Loose();

    [GeneratedRegex(@"^\s*(?<marks>#{1,6})\s", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AnyHeading();
}
