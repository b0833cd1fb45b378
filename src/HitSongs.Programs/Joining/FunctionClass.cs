using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>A static class for functions that cells may have and a program's own functions may not be: extension methods, and several of one name.</summary>
internal static class FunctionClass
{
    public const string Using = $"using static {Name};";

    private const string Name = "NotebookFunctions";

    /// <summary>Whether cells have functions of this name that take different parameters.</summary>
    public static bool IsOverloaded(string name, IEnumerable<CellSource> cells) => cells
        .SelectMany(cell => cell.Members.Select(Function).OfType<(SyntaxToken Identifier, ParameterListSyntax Parameters)>())
        .Where(function => function.Identifier.ValueText == name)
        .Select(function => string.Join(',', function.Parameters.Parameters.Select(parameter => parameter.Type?.ToString())))
        .Distinct(StringComparer.Ordinal)
        .Count() > 1;

    public static bool Takes(MemberDeclarationSyntax member, IReadOnlyList<CellSource> cells) => Function(member) is var (identifier, parameters)
        && (parameters.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true || IsOverloaded(identifier.ValueText, cells));

    /// <summary>The function as a member of such a class.</summary>
    public static string Wrap(IEnumerable<string> functions) =>
        $"static partial class {Name}\n{{\n{string.Join("\n\n", functions.Select(function => Indented(Internal(function))))}\n}}";

    public static bool IsFunction(MemberDeclarationSyntax member) => Function(member) is not null;

    private static (SyntaxToken Identifier, ParameterListSyntax Parameters)? Function(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => (method.Identifier, method.ParameterList),
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } => (function.Identifier, function.ParameterList),
        _ => null,
    };

    private static string Internal(string function)
    {
        var member = SyntaxFactory.ParseMemberDeclaration(function)!;
        var start = member.SpanStart;
        var isStatic = member.Modifiers.Any(SyntaxKind.StaticKeyword);
        return function.Insert(start, isStatic ? "internal " : "internal static ");
    }

    private static string Indented(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));
}
