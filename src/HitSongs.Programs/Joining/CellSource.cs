using HitSongs.SourceFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HitSongs.Programs.Joining;

/// <summary>A cell taken apart: its `using` directives, what it declares, and the edits that its text needs in a program.</summary>
internal sealed class CellSource
{
    private const string StatementsAfterTypes = "CS8803"; // the order is put right when cells are joined

    private CellSource(int number, string code, IReadOnlyList<string> usings, IReadOnlyList<string> leftOut)
    {
        (Number, Code, Usings, LeftOut) = (number, code, usings, leftOut);
        Root = Parse(code);
        if (FaultIn(Root) is { } fault && LastToken(code) is { } last)
        {
            // A notebook shows the value of a last expression that has no semicolon.
            var ended = code.Insert(last, ";");
            var withEnd = Parse(ended);
            if (withEnd.Members.LastOrDefault() is { } member && LooksLikePointer(member))
            {
                ended = code.Insert(last, ");").Insert(member.SpanStart, "(");
                withEnd = Parse(ended);
            }

            HasLastExpression = FaultIn(withEnd) is null;
            (Root, Code, Fault) = HasLastExpression ? (withEnd, ended, null) : (Root, code, fault);
        }

        Declared = [.. DeclaredName.AllOf(Root)];
        AddEditsOfItsOwn();
    }

    public int Number { get; }

    /// <summary>Without directives.</summary>
    public string Code { get; }

    public CompilationUnitSyntax Root { get; }

    public IReadOnlyList<string> Usings { get; set; }

    /// <summary>Directives and magics.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>Why it is no C#; null where it is.</summary>
    public string? Fault { get; private init; }

    public IReadOnlyList<DeclaredName> Declared { get; }

    public List<TextEdit> Edits { get; } = [];

    /// <summary>The members that become part of the program.</summary>
    public List<MemberDeclarationSyntax> Members { get; set; } = [];

    /// <summary>The namespaces that it has: in a notebook all cells see each other.</summary>
    public IEnumerable<string> Namespaces =>
        Members.SelectMany(member => member.DescendantNodesAndSelf()).OfType<BaseNamespaceDeclarationSyntax>()
            .Select(space => string.Join('.', space.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(part => $"{part.Name}")));

    /// <summary>Names that its members declare for the whole program, in text order.</summary>
    public IEnumerable<DeclaredName> TopLevel => Members.SelectMany(TopLevelOf);

    private bool HasLastExpression { get; }

    public static CellSource Of(CellCode cell)
    {
        if (SourceNesting.IsTooDeep(cell.Code))
        {
            return new CellSource(cell.Number, "", [], []) { Fault = $"it is {SourceNesting.TooDeep}" };
        }

        var (code, leftOut) = CellDirectives.Cut(cell.Code.ReplaceLineEndings("\n"));
        var (rest, usings) = UsingDirectives.Cut(code);
        var ofKernel = usings.Where(KernelHelpers.IsUsing).ToList();
        return new CellSource(cell.Number, rest, [.. usings.Except(ofKernel)], [.. leftOut, .. ofKernel]);
    }

    /// <summary>Names that one member declares for the whole program.</summary>
    public IEnumerable<DeclaredName> TopLevelOf(MemberDeclarationSyntax member) =>
        Declared.Where(name => name.Scope is null && member.Span.Contains(name.Token.Span));

    /// <summary>A member's text after all edits, without empty lines around it.</summary>
    public string TextOf(MemberDeclarationSyntax member) => TextEdit.Apply(Code, member.FullSpan.Start, member.FullSpan.End, Edits).Trim('\n', '\r').TrimEnd();

    /// <summary>A part of its text after all edits in it.</summary>
    public string TextOf(TextSpan span) => TextEdit.Apply(Code, span.Start, span.End, Edits);

    public string Comments => TextEdit.Apply(Code, Root.EndOfFileToken.FullSpan.Start, Code.Length, []).Trim('\n').TrimEnd();

    private static CompilationUnitSyntax Parse(string code) => CSharpSyntaxTree.ParseText(code, CellParsing.Options).GetCompilationUnitRoot();

    private static string? FaultIn(CompilationUnitSyntax root) =>
        root.GetDiagnostics()
            .FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != StatementsAfterTypes && !IsModifier(diagnostic))
            is { } error
            ? $"{error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
            : null;

    // Modifiers of a script's functions and variables are taken off.
    private static bool IsModifier(Diagnostic diagnostic) => diagnostic.Id is "CS0106" or "CS8805";

    private static int? LastToken(string code) =>
        CellParsing.TokensOf(code).Where(token => !token.IsKind(SyntaxKind.EndOfFileToken)).Select(token => (int?)token.Span.End).LastOrDefault();

    // "a * b;" declares a pointer, where a notebook shows a product.
    private static bool LooksLikePointer(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax
        {
            Statement: LocalDeclarationStatementSyntax { Declaration: { Type: PointerTypeSyntax, Variables: [{ Initializer: null, ArgumentList: null }] } },
        };

    private void AddEditsOfItsOwn()
    {
        Members = [.. Root.Members];
        if (
            HasLastExpression
            && Root.Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }
            && !IsStatement(last.Expression)
        )
        {
            Edits.Add(new TextEdit(last.Expression.SpanStart, 0, "Console.WriteLine("));
            Edits.Add(new TextEdit(last.Expression.Span.End, 0, ")"));
        }

        Edits.AddRange(Root.Members.SelectMany(CellModifiers.ToTakeOff).Select(CellModifiers.TakeOff));

        // Outside of its type nobody may raise an event: what other cells raise is a variable.
        Edits.AddRange(Root.Members.OfType<EventFieldDeclarationSyntax>().Select(happening => CellModifiers.TakeOff(happening.EventKeyword)));

        // What a notebook's variable holds before it is set.
        foreach (var variable in Root.Members.SelectMany(VariablesOf).Where(variable => variable.Initializer is null))
        {
            Edits.Add(
                new TextEdit(variable.Span.End, 0, ((VariableDeclarationSyntax)variable.Parent!).Type is PredefinedTypeSyntax ? " = default" : " = default!")
            );
        }

        // A program has other code beside a namespace to the end of the file.
        foreach (var space in Root.Members.OfType<FileScopedNamespaceDeclarationSyntax>())
        {
            var end = space.GetLastToken();
            Edits.Add(new TextEdit(space.SemicolonToken.SpanStart, 1, end == space.SemicolonToken ? "\n{\n}" : "\n{"));
            if (end != space.SemicolonToken)
            {
                Edits.Add(new TextEdit(end.SpanStart, end.Span.Length, $"{end.Text}\n}}"));
            }
        }
    }

    private static IEnumerable<VariableDeclaratorSyntax> VariablesOf(MemberDeclarationSyntax member) =>
        member switch
        {
            GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax { IsConst: false, UsingKeyword.RawKind: 0 } local } => local
                .Declaration
                .Variables,
            FieldDeclarationSyntax field => field.Declaration.Variables,
            _ => [],
        };

    private static bool IsStatement(ExpressionSyntax expression) =>
        expression
            is InvocationExpressionSyntax { Expression: not IdentifierNameSyntax { Identifier.ValueText: KernelHelpers.Html } }
                or AssignmentExpressionSyntax
                or AwaitExpressionSyntax
                or ObjectCreationExpressionSyntax
                or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
                or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
                or ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax };
}
