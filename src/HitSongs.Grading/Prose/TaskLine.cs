using System.Text.RegularExpressions;

namespace HitSongs.Grading.Prose;

/// <summary>A line of a task list, such as <c>- [x] b) The gradient</c>.</summary>
/// <param name="Ticked">Whether its box is ticked.</param>
/// <param name="Content">What stands after the box.</param>
internal readonly partial record struct TaskLine(bool Ticked, string Content)
{
    /// <summary>Whether the content of a list item starts with a box to tick.</summary>
    public static bool IsTask(string content) => Box().IsMatch(content);

    /// <summary>Whether a line offers a labelled option to tick.</summary>
    /// <param name="line">The whole line.</param>
    public static bool IsOption(string line) => Option().IsMatch(line);

    /// <returns>Null where the line has no box.</returns>
    /// <param name="line">The whole line.</param>
    public static TaskLine? Read(string line)
    {
        var match = Task().Match(line);
        return match.Success ? new TaskLine(match.Groups["mark"].Value != " ", match.Groups["content"].Value) : null;
    }

    [GeneratedRegex(@"^\s*\[[ xX]\]\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Box();

    [GeneratedRegex(@"^\s{0,12}[-*+]\s+\[(?<mark>[ xX])\]\s+(?<content>\S.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Task();

    [GeneratedRegex(@"^\s{0,12}[-*+]\s+\[[ xX]\]\s+(\*\*)?\(?[A-Za-z0-9]{1,3}[).:]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();
}
