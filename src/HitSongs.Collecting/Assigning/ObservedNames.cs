using System.Text.RegularExpressions;

namespace HitSongs.Collecting.Assigning;

/// <summary>Observations a prompt asks of a demonstration: the names in the first column of its table, or in the sentence that lists them.</summary>
internal static partial class ObservedNames
{
    public static IReadOnlyList<string> In(string prompt)
    {
        var lines = prompt
            .ReplaceLineEndings("\n")
            .Split('\n')
            .SkipWhile(line => !Head().IsMatch(line))
            .Skip(2)
            .TakeWhile(line => line.TrimStart().StartsWith('|'));
        var ofTable = lines.SelectMany(line => NamesIn(line.Trim().Trim('|').Split('|')[0])).Distinct(StringComparer.Ordinal).ToList();
        return ofTable.Count > 0
            ? ofTable
            : [.. NamesIn(Sentence().Match(prompt).Groups["names"].Value).Where(name => !name.StartsWith('\u2026')).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> NamesIn(string text) =>
        Code().Matches(text).Select(name => string.Join(' ', name.Groups["name"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    // "Hand back with `Observe(name, value)`: `songs` and `hits`, …": to the end of the paragraph.
    [GeneratedRegex(@"`Observe\(name, value\)`[^`]*:(?<names>.*?)(\n\s*\n|$)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\s*\|\s*observe\s*\|", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Head();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
