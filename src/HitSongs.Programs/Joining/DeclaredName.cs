using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Kind of a declared name.</summary>
internal enum DeclaredKind
{
    Variable,
    Function,
    Type,

    /// <summary>Member of a type, but not a nested type.</summary>
    Member,
}

/// <summary>A name that a cell declares.</summary>
/// <param name="Scope">The node that it can be seen in; null for the whole program.</param>
internal readonly record struct DeclaredName(SyntaxToken Token, DeclaredKind Kind, SyntaxNode? Scope)
{
    /// <summary>Whether it is in a function of its own, where a name may hide one from outside.</summary>
    public bool IsInFunction => Scope is not null && Scope.AncestorsAndSelf().Any(IsFunction);

    /// <summary>Whether it is in a type, or in one of its methods.</summary>
    public bool IsInType => Scope is not null && Scope.AncestorsAndSelf().Any(node => node is BaseTypeDeclarationSyntax);

    /// <summary>Every name that a cell declares.</summary>
    public static IEnumerable<DeclaredName> AllOf(CompilationUnitSyntax cell) => OutsideOfTypes(cell).Concat(NamesInTypes.Of(cell));

    private static IEnumerable<DeclaredName> OutsideOfTypes(CompilationUnitSyntax cell)
    {
        foreach (var node in cell.DescendantNodes(node => node is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)))
        {
            switch (node)
            {
                case BaseTypeDeclarationSyntax type when type.Parent == cell:
                    yield return new DeclaredName(type.Identifier, DeclaredKind.Type, null);
                    break;
                case DelegateDeclarationSyntax type when type.Parent == cell:
                    yield return new DeclaredName(type.Identifier, DeclaredKind.Type, null);
                    break;
                case LocalFunctionStatementSyntax function:
                    yield return new DeclaredName(function.Identifier, DeclaredKind.Function, ScopeOf(function.Parent));
                    break;
                case MethodDeclarationSyntax method:
                    yield return new DeclaredName(method.Identifier, DeclaredKind.Function, null);
                    break;
                case PropertyDeclarationSyntax property:
                    yield return new DeclaredName(property.Identifier, DeclaredKind.Function, null);
                    break;
                case VariableDeclaratorSyntax variable:
                    yield return new DeclaredName(variable.Identifier, DeclaredKind.Variable, ScopeOf(variable.Parent));
                    break;
                case SingleVariableDesignationSyntax variable:
                    yield return new DeclaredName(variable.Identifier, DeclaredKind.Variable, ScopeOf(variable.Parent));
                    break;
                case ForEachStatementSyntax loop:
                    yield return new DeclaredName(loop.Identifier, DeclaredKind.Variable, loop);
                    break;
                case ParameterSyntax parameter:
                    yield return new DeclaredName(parameter.Identifier, DeclaredKind.Variable, ScopeOf(parameter.Parent));
                    break;
                case CatchDeclarationSyntax caught:
                    yield return new DeclaredName(caught.Identifier, DeclaredKind.Variable, caught.Parent);
                    break;
                case FromClauseSyntax from:
                    yield return new DeclaredName(from.Identifier, DeclaredKind.Variable, ScopeOf(from));
                    break;
                case LetClauseSyntax let:
                    yield return new DeclaredName(let.Identifier, DeclaredKind.Variable, ScopeOf(let));
                    break;
            }
        }
    }

    private static SyntaxNode? ScopeOf(SyntaxNode? node) => node?.AncestorsAndSelf().FirstOrDefault(IsScope);

    private static bool IsScope(SyntaxNode node) =>
        IsFunction(node)
        || node
            is BlockSyntax
                or ForStatementSyntax
                or CommonForEachStatementSyntax
                or UsingStatementSyntax
                or FixedStatementSyntax
                or CatchClauseSyntax
                or SwitchSectionSyntax
                or WhileStatementSyntax
                or QueryExpressionSyntax
                or DelegateDeclarationSyntax
                or SwitchExpressionArmSyntax;

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax;
}
