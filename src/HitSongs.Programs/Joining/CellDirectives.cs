using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HitSongs.Programs.Joining;

/// <summary>Lines of a cell that speak to the notebook's kernel and not to the compiler: <c>#r</c>, <c>#i</c>, <c>#load</c>, <c>#!time</c>,
/// <c>%%time</c>.</summary>
internal static partial class CellDirectives
{
    /// <summary>The code with such lines left empty, so that no other line moves, and the lines themselves.</summary>
    public static (string Code, IReadOnlyList<string> LeftOut) Cut(string code)
    {
        var lines = code.Split('\n');
        var candidates = lines.Index().Where(line => Directive().IsMatch(line.Item)).Select(line => line.Index).ToList();
        if (candidates.Count == 0)
        {
            return (code, []);
        }

        var inside = InsideTokens(code);
        var starts = Starts(lines);
        var cut = candidates.Where(line => !inside.Any(span => span.Start < starts[line] && starts[line] < span.End)).ToList();
        var leftOut = cut.ConvertAll(line => lines[line].Trim());
        cut.ForEach(line => lines[line] = "");
        return (string.Join('\n', lines), leftOut);
    }

    /// <summary>The packages that cells ask for.</summary>
    public static IReadOnlyList<(string Package, int Cell)> PackagesOf(IEnumerable<CellSource> cells) =>
        [.. cells.SelectMany(cell => cell.LeftOut.Select(line => Package().Match(line)).Where(match => match.Success)
            .Select(match => (match.Groups["id"].Value, cell.Number)))];

    // A line of a raw string or of a comment may look like a directive.
    private static List<(int Start, int End)> InsideTokens(string code)
    {
        var spans = new List<(int, int)>();
        foreach (var token in CellParsing.TokensOf(code))
        {
            spans.Add((token.SpanStart, token.Span.End));
            spans.AddRange(token.LeadingTrivia.Concat(token.TrailingTrivia)
                .Where(trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia))
                .Select(trivia => (trivia.SpanStart, trivia.Span.End)));
        }

        return [.. spans.Where(span => code.AsSpan(span.Item1, span.Item2 - span.Item1).Contains('\n'))];
    }

    private static int[] Starts(string[] lines)
    {
        var (starts, position) = (new int[lines.Length], 0);
        for (var i = 0; i < lines.Length; i++)
        {
            starts[i] = position;
            position += lines[i].Length + 1;
        }

        return starts;
    }

    [GeneratedRegex(
        @"^\s*(#(r|i|load|help|quit|cls|reset)\b|#[!:]|%%[A-Za-z]|%(time|timeit|matplotlib|load_ext|pip|cd|env|who)\b)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Directive();

    [GeneratedRegex(
        @"^#r\s*""\s*nuget\s*:\s*(?<id>[\w.-]+)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase
    )]
    private static partial Regex Package();
}
