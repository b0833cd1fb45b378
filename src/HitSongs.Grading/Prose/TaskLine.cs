using System.Text.RegularExpressions;

namespace HitSongs.Grading.Prose;

/// <summary>A line of a task list, such as <c>- [x] b) The gradient</c>.</summary>
internal static partial class TaskLine
{
    /// <summary>Whether the content of a list item starts with a box to tick.</summary>
    public static bool IsTask(string content) => Box().IsMatch(content);

    /// <summary>The label of an option and whether it is ticked; null where the line is no option.</summary>
    /// <param name="line">The whole line.</param>
    public static (string Label, bool Ticked)? Read(string line)
    {
        var match = Option().Match(line);
        return match.Success ? (match.Groups["label"].Value.ToLowerInvariant(), match.Groups["mark"].Value != " ") : null;
    }

    [GeneratedRegex(@"^\s*\[[ xX]\]\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Box();

    [GeneratedRegex(@"^\s{0,12}[-*+]\s+\[(?<mark>[ xX])\]\s+(\*\*)?\(?(?<label>[A-Za-z0-9]{1,3})[).:]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();
}
