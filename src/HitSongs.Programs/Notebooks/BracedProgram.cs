using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Notebooks;

/// <summary>A program as a cell holds it: its statements in braces, so that its names and its `using` declarations end with it, and after them what it
/// hands back.</summary>
public static class BracedProgram
{
    private const string Open = "{ // the program; what it declares ends with it";
    private const string Close = "} // the end of the program";
    private const string Show = "Shown()";

    private static readonly CSharpParseOptions Regular = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    /// <returns>The program as it is where it has no statements, or does not start and end them on lines of their own.</returns>
    public static string Wrap(string program)
    {
        var code = program.ReplaceLineEndings("\n");
        var root = CSharpSyntaxTree.ParseText(SourceText.WithoutDirectives(code), Regular).GetCompilationUnitRoot();
        var statements = root.Members.OfType<GlobalStatementSyntax>().ToList();
        if (statements.Count == 0 || root.Members.Take(statements.Count).Any(member => member is not GlobalStatementSyntax))
        {
            return program;
        }

        var first = code.LastIndexOf('\n', statements[0].SpanStart) + 1;
        var last = code.IndexOf('\n', statements[^1].Span.End) is var end and >= 0 ? end : code.Length;
        return $"{code[..first]}{Open}\n{code[first..last]}\n{Close}{code[last..]}\n{Show}";
    }

    /// <summary>The inverse of <see cref="Wrap"/>; a cell that it did not make stays as it is.</summary>
    public static string Unwrap(string cell)
    {
        var (open, close) = (cell.IndexOf(Open + "\n", StringComparison.Ordinal), cell.IndexOf("\n" + Close, StringComparison.Ordinal));
        if (open < 0 || close < open)
        {
            return cell;
        }

        var code = cell.EndsWith("\n" + Show, StringComparison.Ordinal) ? cell[..^(Show.Length + 1)] : cell;
        return code.Remove(close, Close.Length + 1).Remove(open, Open.Length + 1);
    }
}
