using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Where a cell uses names that the whole program can see.</summary>
internal static class NameUses
{
    /// <summary>Every token that may mean a name from outside of all scopes: no member behind a point, no argument's name, nothing that a scope around it
    /// declares. Where only a type can stand no variable hides one.</summary>
    /// <param name="within">What is looked through.</param>
    /// <param name="declared">What the cell declares.</param>
    /// <param name="inTypes">Whether also in types.</param>
    public static IEnumerable<SyntaxToken> Of(SyntaxNode within, IReadOnlyCollection<DeclaredName> declared, bool inTypes)
    {
        var hidden = declared.Where(name => name.Scope is not null).ToLookup(name => name.Token.ValueText, StringComparer.Ordinal);
        return within
            .DescendantTokens(node => inTypes || node == within || node is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax))
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !token.IsMissing && !IsMember(token))
            .Where(token => !hidden[token.ValueText].Any(name =>
                name.Scope!.Span.Contains(token.Span)
                && within.FullSpan.Contains(name.Scope.Span)
                && (name.Kind == DeclaredKind.Type || !IsType(token))));
    }

    /// <summary>A token under another name.</summary>
    public static TextEdit Renamed(SyntaxToken token, string name) =>
        token.Parent switch
        {
            // `new { n }` has a member n: it keeps it.
            IdentifierNameSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } } => new TextEdit(
                token.SpanStart,
                token.Span.Length,
                $"{token.Text} = {name}"
            ),
            _ => new TextEdit(token.SpanStart, token.Span.Length, name),
        };

    private static bool IsType(SyntaxToken token) => token.Parent is SimpleNameSyntax name && SyntaxFacts.IsInTypeOnlyContext(name);

    private static bool IsMember(SyntaxToken token) =>
        token.Parent switch
        {
            SimpleNameSyntax name => name.Parent switch
            {
                MemberAccessExpressionSyntax access => access.Name == name,
                MemberBindingExpressionSyntax => true,
                QualifiedNameSyntax qualified => qualified.Right == name,
                NameColonSyntax or NameEqualsSyntax => true,
                AssignmentExpressionSyntax
                {
                    Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression or (int)SyntaxKind.WithInitializerExpression }
                } assignment => assignment.Left == name,
                _ => false,
            },
            LabeledStatementSyntax
            or TupleElementSyntax
            or TypeParameterSyntax
            or MethodDeclarationSyntax { Parent: TypeDeclarationSyntax }
            or PropertyDeclarationSyntax { Parent: TypeDeclarationSyntax }
            or EnumMemberDeclarationSyntax => true,
            _ => false,
        };
}
