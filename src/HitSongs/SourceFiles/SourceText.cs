namespace HitSongs.SourceFiles;

/// <summary>Implicit usings and directives of a program under `dotnet run`.</summary>
internal static class SourceText
{
    /// <summary>Implicit usings of an SDK project, and the harness's own nouns.</summary>
    public static IReadOnlyList<string> ImplicitUsings { get; } =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "HitSongs"];

    /// <summary>
    /// The text with the directives of a file-based app (`#:package …`, `#!…`) as comments: they speak to `dotnet run`, not to the compiler.
    /// No line and no column moves.
    /// </summary>
    public static string WithoutDirectives(string source)
    {
        var lines = source.Split('\n');
        foreach (var index in Directives(lines))
        {
            var at = lines[index].IndexOf('#');
            lines[index] = string.Concat(lines[index].AsSpan(0, at), "//", lines[index].AsSpan(at + 2));
        }

        return string.Join('\n', lines);
    }

    /// <summary>The directives that are left out, each with its line, from 1.</summary>
    public static IReadOnlyList<(int Line, string Text)> LeftOut(string source)
    {
        var lines = source.Split('\n');
        return
        [
            .. Directives(lines)
                .Select(index => (index + 1, lines[index].Trim()))
                .Where(directive => directive.Item2.StartsWith("#:", StringComparison.Ordinal)),
        ];
    }

    /// <summary>They stand before all code: only comments and other directives come between.</summary>
    private static IEnumerable<int> Directives(string[] lines)
    {
        var comment = false;
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].Trim().TrimStart('\uFEFF');
            if (!comment && (line.StartsWith("#:", StringComparison.Ordinal) || (index == 0 && line.StartsWith("#!", StringComparison.Ordinal))))
            {
                yield return index;
            }
            else if (comment || line.StartsWith("/*", StringComparison.Ordinal))
            {
                comment = !line.Contains("*/", StringComparison.Ordinal);
                if (!comment && !line.EndsWith("*/", StringComparison.Ordinal)) yield break;
            }
            else if (line.Length > 0 && line[0] != '#' && !line.StartsWith("//", StringComparison.Ordinal))
            {
                yield break;
            }
        }
    }
}
