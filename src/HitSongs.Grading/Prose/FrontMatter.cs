namespace HitSongs.Grading.Prose;

/// <summary>The `key: value` lines between two `---` at the start of an answer.</summary>
internal static class FrontMatter
{
    private const int LongestFrontMatter = 100;
    private const string Mark = "---";

    /// <summary>For the author of a front matter that cannot be read, with its line; null where it can, and where there is none.</summary>
    public static string? Fault(string[] lines)
    {
        if (lines.Length < 2 || lines[0].TrimEnd() != Mark || string.IsNullOrWhiteSpace(lines[1]))
        {
            return null;
        }

        var end = Array.FindIndex(lines, 1, Math.Min(LongestFrontMatter, lines.Length - 1), line => line.TrimEnd() == Mark);
        var odd = Array.FindIndex(lines, 1, Math.Max(0, end - 1), line => line.Trim().Length > 0 && !line.Contains(':'));
        return end < 0 ? "The front matter that begins at line 1 has no end: put a line with three hyphens (---) below it."
            : odd >= 0 ? $"Line {odd + 1} of the front matter has no colon: write it as `data: name of the data set`."
            : null;
    }

    /// <summary>Reads the front matter and blanks its lines, so that the numbers of those after it stay.</summary>
    public static Dictionary<string, string> Cut(string[] lines)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var end = lines[0].TrimEnd() == Mark ? Array.FindIndex(lines, 1, Math.Min(LongestFrontMatter, lines.Length - 1), line => line.TrimEnd() == Mark) : -1;
        for (var i = 0; i <= end; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                values.TryAdd(lines[i][..colon].Trim(), lines[i][(colon + 1)..].Trim().Trim('"', '\''));
            }

            lines[i] = "";
        }

        return values;
    }
}
