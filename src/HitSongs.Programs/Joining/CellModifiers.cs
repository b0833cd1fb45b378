using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Modifiers that a script's members may have and a program's may not.</summary>
internal static class CellModifiers
{
    public static IEnumerable<SyntaxToken> ToTakeOff(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } => function.Modifiers.Where(IsAccess),
        MethodDeclarationSyntax => member.Modifiers.Where(IsAccess),
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local } => local.Modifiers.Where(OfVariable),
        GlobalStatementSyntax global => global.Modifiers.Where(OfVariable),
        BaseFieldDeclarationSyntax => member.Modifiers.Where(OfVariable),
        PropertyDeclarationSyntax => member.Modifiers.Where(OfVariable),
        // In a program a type is public or internal.
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => member.Modifiers.Where(modifier =>
            modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword),
        _ => [],
    };

    public static IEnumerable<SyntaxToken> StaticOf(MemberDeclarationSyntax function) =>
        (function is GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax local } ? local.Modifiers : function.Modifiers)
            .Where(modifier => modifier.IsKind(SyntaxKind.StaticKeyword));

    public static TextEdit TakeOff(SyntaxToken modifier) => new(modifier.SpanStart, modifier.FullSpan.End - modifier.SpanStart, "");

    private static bool IsAccess(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword;

    private static bool OfVariable(SyntaxToken modifier) =>
        IsAccess(modifier) || modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.VolatileKeyword;
}
