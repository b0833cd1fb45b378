using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>A `Main` that somebody wrote in a cell: a program starts with the statements of other cells, and would never come to it.</summary>
internal sealed class OwnMain
{
    private readonly List<(CellSource Cell, IReadOnlyList<SyntaxToken> Path, string Call)> calls = [];

    private OwnMain()
    {
    }

    /// <summary>One line for each `Main` that is called where its cell stands.</summary>
    public IReadOnlyList<string> Remarks =>
        [.. calls.Select(call => $"Main of cell {call.Cell.Number} is called there: a program starts with its first statement")];

    /// <summary>Makes what the cells need for it.</summary>
    public static OwnMain Of(IReadOnlyList<CellSource> cells)
    {
        var own = new OwnMain();
        var found = cells.SelectMany(cell => cell.Root.DescendantNodes().Where(IsMain).Select(main => (cell, main))).ToList();
        var hasStatements = cells.Any(cell => cell.Members.Exists(IsStatement));
        var isStart = !hasStatements && found is [(_, MethodDeclarationSyntax { Parent: TypeDeclarationSyntax })];
        if (!isStart && !cells.Any(CallsMain))
        {
            found.ForEach(main => own.Add(main.cell, main.main));
        }

        // Statements make a class Program too: it is one with the cell's.
        foreach (var cell in hasStatements || own.calls.Count > 0 ? cells : [])
        {
            cell.Edits.AddRange(cell.Members.OfType<ClassDeclarationSyntax>()
                .Where(type => type.Identifier.ValueText == "Program" && !type.Modifiers.Any(SyntaxKind.PartialKeyword))
                .Select(type => new TextEdit(type.Keyword.SpanStart, 0, "partial ")));
        }

        return own;
    }

    /// <summary>The call below the cell's own statements; empty where there is none.</summary>
    public string CallIn(CellSource cell) => string.Join('\n', calls.Where(call => call.Cell == cell)
        .Select(call => string.Format(null, call.Call, string.Join('.', call.Path.Select(name => cell.TextOf(name.Span))))).ToList());

    private void Add(CellSource cell, SyntaxNode main)
    {
        var (name, parameters, type) = main switch
        {
            MethodDeclarationSyntax method => (method.Identifier, method.ParameterList, method.ReturnType),
            LocalFunctionStatementSyntax function => (function.Identifier, function.ParameterList, function.ReturnType),
            _ => throw new ArgumentException($"{main.Kind()} is no Main", nameof(main)),
        };
        var around = main.Ancestors().Select(node => node switch
        {
            TypeDeclarationSyntax outer => [outer.Identifier],
            BaseNamespaceDeclarationSyntax space => space.Name.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)),
            _ => (IEnumerable<SyntaxToken>)[],
        });
        if (main is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax } hidden)
        {
            cell.Edits.AddRange(hidden.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.PrivateKeyword))
                .Select(modifier => new TextEdit(modifier.SpanStart, modifier.FullSpan.End - modifier.SpanStart, "")));
            if (!hidden.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword))
            {
                cell.Edits.Add(new TextEdit(hidden.Modifiers.First(modifier => modifier.IsKind(SyntaxKind.StaticKeyword)).SpanStart, 0, "internal "));
            }
        }

        var wait = type is PredefinedTypeSyntax ? "" : "await ";
        calls.Add((cell, [.. around.Reverse().SelectMany(tokens => tokens), name], $"{wait}{{0}}({(parameters.Parameters.Count == 0 ? "" : "args")});"));
    }

    private static bool IsMain(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax { Identifier.ValueText: "Main", TypeParameterList: null } main =>
            main.Modifiers.Any(SyntaxKind.StaticKeyword)
            && TakesArguments(main.ParameterList)
            && main.Parent
                is CompilationUnitSyntax
                    or TypeDeclarationSyntax { TypeParameterList: null, Parent: BaseNamespaceDeclarationSyntax or CompilationUnitSyntax },
        LocalFunctionStatementSyntax { Identifier.ValueText: "Main", Parent: GlobalStatementSyntax } main => TakesArguments(main.ParameterList),
        _ => false,
    };

    private static bool TakesArguments(ParameterListSyntax parameters) =>
        parameters.Parameters is [] or [{ Type: ArrayTypeSyntax { ElementType: PredefinedTypeSyntax { Keyword.ValueText: "string" } } }];

    private static bool IsStatement(MemberDeclarationSyntax member) =>
        member is FieldDeclarationSyntax or GlobalStatementSyntax { Statement: not LocalFunctionStatementSyntax };

    private static bool CallsMain(CellSource cell) =>
        cell.Root.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Main" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Main" });
}
