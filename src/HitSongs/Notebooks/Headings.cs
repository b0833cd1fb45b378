using System.Text.RegularExpressions;

namespace HitSongs.Notebooks;

/// <summary>The headings of an answer under the one of its question: moved down where a notebook shows them, and back where it is read.</summary>
internal static partial class Headings
{
    private const int Deepest = 6;

    /// <summary>Levels between an answer's own headings and the question's.</summary>
    private const int Most = 3;

    /// <returns>The text, and by how many levels its headings were moved: as many as all of them have room for.</returns>
    public static (string Text, int Levels) Lower(string markdown)
    {
        var levels = Math.Max(0, Math.Min(Most, Deepest - Lines(markdown).Select(line => line.Level).DefaultIfEmpty().Max()));
        return (Change(markdown, _ => levels), levels);
    }

    /// <summary>The inverse; a heading that has not so many levels, because somebody wrote it since, becomes one of the first.</summary>
    public static string Raise(string markdown, int levels) => Change(markdown, level => -Math.Clamp(levels, 0, level - 1));

    private static string Change(string markdown, Func<int, int> by) => string.Join('\n', Lines(markdown).Select(line =>
        line.Level == 0 ? line.Text : $"{line.Text[..line.Indent]}{new string('#', line.Level + by(line.Level))}{line.Text[(line.Indent + line.Level)..]}"));

    /// <summary>Lines with the level of the heading that each is, 0 for none: what stands in a fence is code.</summary>
    private static List<(string Text, int Indent, int Level)> Lines(string markdown)
    {
        var (lines, fence) = (new List<(string, int, int)>(), "");
        foreach (var line in markdown.Split('\n'))
        {
            var mark = Fence().Match(line);
            if (fence.Length > 0)
            {
                fence = mark.Success && mark.Groups["rest"].Length == 0 && mark.Groups["mark"].Value.StartsWith(fence, StringComparison.Ordinal) ? "" : fence;
            }
            else if (mark.Success)
            {
                fence = mark.Groups["mark"].Value;
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                lines.Add((line, heading.Groups["indent"].Length, heading.Groups["marks"].Length));
                continue;
            }

            lines.Add((line, 0, 0));
        }

        return lines;
    }

    [GeneratedRegex(@"^ {0,3}(?<mark>`{3,}|~{3,})[ \t]*(?<rest>[^\n]*?)\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<indent> {0,3})(?<marks>#{1,6})(?:[ \t]|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
