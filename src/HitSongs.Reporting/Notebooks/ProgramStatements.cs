using HitSongs.Notebooks;
using HitSongs.SourceFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Reporting.Notebooks;

/// <summary>The statements of a program, which a notebook's cell holds in braces.</summary>
internal static class ProgramStatements
{
    private static readonly CSharpParseOptions Regular =
        CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithDocumentationMode(DocumentationMode.None);

    /// <summary>The program as a cell holds it.</summary>
    /// <returns>The program as it is where it has no statements, others stand among them, or it is nested too deep to be read.</returns>
    public static string Brace(string program) => SourceNesting.IsTooDeep(program) ? program : DeepStack.Run(() => Braced(program));

    private static string Braced(string program)
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
        return BracedProgram.Wrap(code, first, last);
    }
}
