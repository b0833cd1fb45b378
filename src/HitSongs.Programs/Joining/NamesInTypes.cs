using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>The names that the types of a cell declare in them: there they hide those of the whole program.</summary>
internal static class NamesInTypes
{
    public static IEnumerable<DeclaredName> Of(CompilationUnitSyntax cell) =>
        from node in cell.DescendantNodes()
        let token = NameOf(node)
        where !token.IsKind(SyntaxKind.None) && node.Ancestors().Any(above => above is BaseTypeDeclarationSyntax)
        select new DeclaredName(token, node is BaseTypeDeclarationSyntax ? DeclaredKind.Type : DeclaredKind.Member, ScopeOf(node));

    private static SyntaxToken NameOf(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier,
        DelegateDeclarationSyntax type => type.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        EventDeclarationSyntax happening => happening.Identifier,
        EnumMemberDeclarationSyntax member => member.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        CatchDeclarationSyntax caught => caught.Identifier,
        FromClauseSyntax from => from.Identifier,
        LetClauseSyntax let => let.Identifier,
        _ => default,
    };

    // A member's name is seen in the whole type; a local one is taken to be seen in the whole member.
    private static SyntaxNode? ScopeOf(SyntaxNode node)
    {
        var member = node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        return node == member || node.Parent?.Parent is BaseFieldDeclarationSyntax ? member.Parent : member;
    }
}
