using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HitSongs.Programs.Joining;

/// <summary>The way in which cells are parsed: as the newest C#, with comments of documentation as comments.</summary>
internal static class CellParsing
{
    public static CSharpParseOptions Options { get; } =
        CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithDocumentationMode(DocumentationMode.None);

    public static IEnumerable<SyntaxToken> TokensOf(string code) => SyntaxFactory.ParseTokens(code, options: Options);
}
