using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HitSongs.Programs.Joining;

/// <summary>The `using` directives of a cell, wherever they stand in it: in a program they come first.</summary>
internal static class UsingDirectives
{
    /// <summary>The code without them and the comments behind them, and the directives, each on one line with its comment.</summary>
    public static (string Code, IReadOnlyList<string> Usings) Cut(string code)
    {
        var tokens = CellParsing.TokensOf(code).ToList();
        var (usings, edits, depth) = (new List<string>(), new List<TextEdit>(), 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += tokens[i].Kind() switch
            {
                SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken => 1,
                SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken => -1,
                _ => 0,
            };
            if (depth == 0 && tokens[i].IsKind(SyntaxKind.UsingKeyword) && EndOf(tokens, i) is { } end)
            {
                var first = i > 0 && tokens[i - 1].ValueText == "global" ? i - 1 : i;
                var comment = tokens[end]
                    .TrailingTrivia.FirstOrDefault(trivia =>
                        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
                    );
                var last = comment.RawKind == 0 ? tokens[end].Span.End : comment.Span.End;
                usings.Add($"{string.Concat(tokens[i..(end + 1)].Select(token => token.ToFullString())).Trim().ReplaceLineEndings(" ")}");
                edits.Add(WholeLines(code, tokens[first].SpanStart, last));
                i = end;
            }
        }

        return edits.Count == 0 ? (code, []) : (TextEdit.Apply(code, 0, code.Length, edits), usings);
    }

    /// <summary>The directive alone, by which two are the same.</summary>
    public static string Plain(string directive) => string.Concat(CellParsing.TokensOf(directive).Select(token => token.Text + " ")).Trim();

    /// <summary>The name that it gives to a type; null where it gives none.</summary>
    public static string? AliasOf(string directive) => Alias(directive)?.ValueText;

    /// <summary>The same directive with another name for its type.</summary>
    public static string WithAlias(string directive, string name) =>
        Alias(directive) is { } alias ? directive.Remove(alias.SpanStart, alias.Span.Length).Insert(alias.SpanStart, name) : directive;

    private static SyntaxToken? Alias(string directive) =>
        SyntaxFactory.ParseCompilationUnit(directive).Usings is [{ Alias.Name.Identifier: var name }] ? name : null;

    // "using static A.B;" and "using A = B<C>;", but neither "using var x = …" nor "using (x)".
    private static int? EndOf(List<SyntaxToken> tokens, int i)
    {
        var at = i + 1;
        at += tokens[at].Kind() is SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword ? 1 : 0;
        if (!tokens[at].IsKind(SyntaxKind.IdentifierToken))
        {
            return null;
        }

        if (tokens[at + 1].IsKind(SyntaxKind.EqualsToken))
        {
            var end = tokens.FindIndex(at, token => token.IsKind(SyntaxKind.SemicolonToken));
            return end < 0 ? null : end;
        }

        var angle = 0;
        for (at++; at < tokens.Count; at++)
        {
            angle += tokens[at].Kind() switch { SyntaxKind.LessThanToken => 1, SyntaxKind.GreaterThanToken => -1, _ => 0 };
            switch (tokens[at].Kind())
            {
                case SyntaxKind.SemicolonToken:
                    return at;
                case SyntaxKind.DotToken or SyntaxKind.ColonColonToken or SyntaxKind.LessThanToken or SyntaxKind.GreaterThanToken or SyntaxKind.CommaToken:
                    break;
                case SyntaxKind.IdentifierToken when angle > 0 || tokens[at - 1].Kind() is SyntaxKind.DotToken or SyntaxKind.ColonColonToken:
                    break;
                case var kind when angle > 0 && SyntaxFacts.IsPredefinedType(kind):
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    // With the line's end where nothing else stands on the line.
    private static TextEdit WholeLines(string code, int start, int end)
    {
        var lineStart = code.LastIndexOf('\n', Math.Max(0, start - 1), Math.Max(0, start)) + 1;
        var lineEnd = code.IndexOf('\n', end) is var found and >= 0 ? found : code.Length;
        return string.IsNullOrWhiteSpace(code[lineStart..start]) && string.IsNullOrWhiteSpace(code[end..lineEnd])
            ? new TextEdit(lineStart, Math.Min(lineEnd + 1, code.Length) - lineStart, "")
            : new TextEdit(start, end - start, "");
    }
}
