namespace HitSongs.Grading;

/// <summary>The `key: value` lines between two `---` at the start of an answer.</summary>
internal static class FrontMatter
{
    private const int LongestFrontMatter = 100;

    /// <summary>Reads the front matter and blanks its lines, so that the numbers of those after it stay.</summary>
    public static Dictionary<string, string> Cut(string[] lines)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, Math.Min(LongestFrontMatter, lines.Length - 1), line => line.TrimEnd() == "---") : -1;
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
