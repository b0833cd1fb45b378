namespace HitSongs.Grading.Prose;

/// <summary>The comments of a block of code: prose that stands beside what it is about.</summary>
internal static class CodeComments
{
    private const int LongestCode = 80;
    private const int FewestLetters = 3;

    /// <param name="lines">The code, line by line.</param>
    /// <param name="language">What stands behind the opening mark, such as "csharp".</param>
    public static IEnumerable<TextBlock> Read((int Number, string Text)[] lines, string language)
    {
        var marks = MarksOf(language);
        var run = new List<(int, string)>();
        for (var i = 0; i <= lines.Length; i++)
        {
            var (code, comment) = i < lines.Length ? Parted(lines[i].Text, marks) : ("", "");
            if (code.Length == 0 && comment.Length > 0)
            {
                run.Add((lines[i].Number, comment));
                continue;
            }

            if (run.Count > 0)
            {
                yield return InlineText.Read(TextBlockKind.Comment, run, []) with { Lead = code.Length is > 0 and <= LongestCode ? code : "" };
                run = [];
            }

            if (comment.Length > 0)
            {
                yield return InlineText.Read(TextBlockKind.Comment, [(lines[i].Number, comment)], []) with { Lead = code.Length <= LongestCode ? code : "" };
            }
        }
    }

    // A directive such as #region or a preprocessor's line is no comment of C#.
    private static string[] MarksOf(string language) => language.ToLowerInvariant() switch
    {
        "cs" or "csharp" or "c#" or "java" or "cpp" or "c++" or "c" or "js" or "javascript" or "ts" => ["//", "/*"],
        "py" or "python" or "sh" or "bash" or "yaml" => ["# ", "\"\"\""],
        _ => ["//", "/*", "# ", "\"\"\"", "-- "],
    };

    private static (string Code, string Comment) Parted(string line, string[] marks)
    {
        var at = marks.Select(mark => StartOf(line, mark)).Where(place => place >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0)
        {
            // Inside of /* … */ each line often begins with a star.
            return line.TrimStart().StartsWith("* ", StringComparison.Ordinal) ? ("", Bare(line)) : (line.Trim(), "");
        }

        var comment = Bare(line[at..]);
        return comment.Count(char.IsLetter) < FewestLetters ? (line[..at].Trim(), "") : (line[..at].Trim(), comment);
    }

    private static string Bare(string comment) =>
        comment.Trim().TrimStart('/', '#', '*', '-', '"', '<', ' ').Replace("*/", "", StringComparison.Ordinal).TrimEnd('"', '>', ' ');

    // Not within a text in quotation marks, nor in an address such as https://.
    private static int StartOf(string line, string mark)
    {
        for (var at = line.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = line.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            var isQuoted = mark[0] != '"' && line.AsSpan(0, at).Count('"') % 2 == 1;
            if (!isQuoted && !(at > 0 && line[at - 1] == ':'))
            {
                return at;
            }
        }

        return -1;
    }
}
