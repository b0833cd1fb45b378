using System.Text.RegularExpressions;

namespace HitSongs.Grading.Prose;

/// <summary>Lines of a task list, such as <c>- [x] b) The gradient</c>.</summary>
internal static partial class TaskLine
{
    /// <summary>Whether the content of a list item starts with a box to tick.</summary>
    public static bool IsTask(string content) => Box().IsMatch(content);

    /// <summary>Whether a line offers a labelled option to tick.</summary>
    /// <param name="line">The whole line.</param>
    public static bool IsOption(string line) => Option().IsMatch(line);

    [GeneratedRegex(@"^\s*\[[ xX]\]\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Box();

    [GeneratedRegex(@"^\s{0,12}[-*+]\s+\[[ xX]\]\s+(\*\*)?\(?[A-Za-z0-9]{1,3}[).:]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();
}
