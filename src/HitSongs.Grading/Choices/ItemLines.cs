using System.Text.RegularExpressions;

namespace HitSongs.Grading.Choices;

/// <summary>Finds the lines of an answer that stand below a numbered question of a quiz.</summary>
internal static partial class ItemLines
{
    /// <param name="wanted">The question's number.</param>
    /// <param name="lines">Lines with their numbers.</param>
    /// <returns>Of the line with the number itself, what follows it.</returns>
    public static IEnumerable<(int Number, string Text)> Of(int wanted, IEnumerable<(int Number, string Text)> lines)
    {
        var (item, level) = (0, 0);
        foreach (var (number, text) in lines)
        {
            if (Numbered().Match(text) is { Success: true } numbered)
            {
                item = int.TryParse(numbered.Groups["number"].Value, out var value) ? value : 0;
                level = numbered.Groups["marks"].Length;
                if (item == wanted)
                {
                    yield return (number, text[numbered.Length..]);
                }
            }
            else if (AnyHeading().Match(text) is { Success: true } heading && (level == 0 || heading.Groups["marks"].Length <= level))
            {
                item = 0;
            }
            else if (item == wanted)
            {
                yield return (number, text);
            }
        }
    }

    // "## 1. Which ...", "### Question 1", "1. Which ...", "**1)** Which ...", "1: b"
    [GeneratedRegex(
        @"^( {0,3}(?<marks>#{1,6})\s+(\*\*)?([A-Za-z]+ )?| {0,3}(\*\*)?([Qq]uestion )?)(?<number>[0-9]{1,4})(?(marks)([.):]|\s|\*|$)|[.):])",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^ {0,3}(?<marks>#{1,6})\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyHeading();
}
