using System.Text;

namespace HitSongs.Grading.Choices;

/// <summary>Comments of HTML, which nobody sees who reads the answer.</summary>
internal static class HtmlComments
{
    private const string Start = "<!--";
    private const string End = "-->";

    /// <summary>The lines without comments; one that is not closed is none, unless a line begins with it.</summary>
    public static IEnumerable<string> Without(IReadOnlyList<string> lines)
    {
        var last = Enumerable.Range(0, lines.Count).LastOrDefault(line => lines[line].Contains(End, StringComparison.Ordinal), -1);
        var inside = false;
        foreach (var (index, line) in lines.Index())
        {
            yield return Without(line, index <= last, ref inside);
        }
    }

    private static string Without(string line, bool isClosed, ref bool inside)
    {
        var seen = new StringBuilder();
        var from = 0;
        while (from < line.Length)
        {
            var mark = line.IndexOf(inside ? End : Start, from, StringComparison.Ordinal);
            if (mark < 0 || (!inside && !isClosed && !string.IsNullOrWhiteSpace(line[..mark])))
            {
                break;
            }

            seen.Append(inside ? "" : line[from..mark]);
            from = mark + (inside ? End : Start).Length;
            inside = !inside;
        }

        return inside ? seen.ToString() : seen.Append(line.AsSpan(from)).ToString();
    }
}
