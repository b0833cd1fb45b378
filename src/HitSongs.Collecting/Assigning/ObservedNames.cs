using System.Text.RegularExpressions;

namespace HitSongs.Collecting.Assigning;

/// <summary>What a prompt asks a demonstration to hand back: the names in the first column of its table.</summary>
internal static partial class ObservedNames
{
    public static IReadOnlyList<string> In(string prompt)
    {
        var lines = prompt.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => !Head().IsMatch(line)).Skip(2).TakeWhile(line => line.TrimStart().StartsWith('|'));
        return [.. lines.SelectMany(line => Code().Matches(line.Trim().Trim('|').Split('|')[0]).Select(name => name.Groups["name"].Value)).Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^\s*\|\s*observe\s*\|", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Head();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
