using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>A static class for what cells may have at their top and a program may not: extension methods, several functions of one name, properties, and
/// what types use.</summary>
internal static class FunctionClass
{
    public const string Using = $"using static {Name};";
    public const string Start = $"static partial class {Name}\n{{";
    public const string End = "}";

    private const string Name = "NotebookFunctions";

    /// <summary>Whether cells have functions of this name that take different parameters.</summary>
    public static bool IsOverloaded(string name, IEnumerable<CellSource> cells) => cells
        .SelectMany(cell => cell.Members.Where(member => Function(member)?.Identifier.ValueText == name))
        .Select(SignatureOf)
        .Distinct(StringComparer.Ordinal)
        .Count() > 1;

    /// <summary>Whether it can be nowhere else.</summary>
    public static bool Takes(MemberDeclarationSyntax member, IReadOnlyList<CellSource> cells) =>
        member is PropertyDeclarationSyntax or EventFieldDeclarationSyntax || IsExtension(member)
        || (Function(member) is var (identifier, _) && IsOverloaded(identifier.ValueText, cells));

    public static bool IsExtension(MemberDeclarationSyntax member) =>
        Function(member) is (_, { Parameters: [{ } first, ..] }) && first.Modifiers.Any(SyntaxKind.ThisKeyword);

    public static bool IsFunction(MemberDeclarationSyntax member) => Function(member) is not null;

    /// <summary>A function's name and the types that it takes; null where it is none.</summary>
    public static string? SignatureOf(MemberDeclarationSyntax member) => Function(member) is var (identifier, parameters)
        ? $"{identifier.ValueText}({string.Join(',', parameters.Parameters.Select(parameter => parameter.Type?.ToString()))})"
        : null;

    /// <summary>The member's text as one of the class.</summary>
    public static string Inside(string text)
    {
        var member = SyntaxFactory.ParseMemberDeclaration(text, options: CellParsing.Options)!;
        var start = member.AttributeLists.Count == 0 ? member.SpanStart : member.AttributeLists[^1].GetLastToken().GetNextToken().SpanStart;
        var isStatic = member.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ConstKeyword);
        var inside = text.Insert(start, isStatic ? "internal " : "internal static ");
        // A text over several lines keeps them as they are.
        return member.DescendantTokens().Any(token => token.Text.Contains('\n'))
            ? inside
            : string.Join('\n', inside.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));
    }

    private static (SyntaxToken Identifier, ParameterListSyntax Parameters)? Function(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => (method.Identifier, method.ParameterList),
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } => (function.Identifier, function.ParameterList),
        _ => null,
    };
}
