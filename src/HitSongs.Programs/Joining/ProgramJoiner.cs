using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Makes a program of a notebook's cells: `using` directives first, then statements and functions in the order of the cells, then types.</summary>
internal sealed class ProgramJoiner
{
    private const string Display = "display";
    private const string DisplayFunction = "void display(object? value) => Console.WriteLine(value); // as the notebook has it";
    private const string DisplayMethod =
        "static class NotebookDisplay { public static void Display(this object? value) => Console.WriteLine(value); } // as the notebook has it";

    private readonly StringBuilder code = new();
    private readonly List<int> cellOfLine = [];

    /// <param name="cells">The question's own, in the order of the notebook.</param>
    /// <param name="others">The C# cells of other places: what the question's cells lean on is taken over.</param>
    /// <param name="takes">Which of their `using` directives are taken too.</param>
    public static JoinedProgram Join(IReadOnlyList<CellCode> cells, IReadOnlyList<CellCode> others, Func<string, bool> takes)
    {
        var all = cells.Select(CellSource.Of).ToList();
        var refused = all.Where(cell => cell.Fault is not null).Select(cell => (cell.Number, cell.Fault!)).ToList();
        var own = all.Where(cell => cell.Fault is null).ToList();
        var elsewhere = others.Select(CellSource.Of).Where(cell => cell.Fault is null).ToList();
        var needed = SharedCells.NeededBy(own, elsewhere);
        List<CellSource> parts = [.. own.Concat(needed).OrderBy(cell => cell.Number)];
        var remarks = all.SelectMany(cell => cell.LeftOut.Select(line => $"left out of the program: {line} of cell {cell.Number}")).ToList();
        remarks.AddRange(needed.Select(cell => $"taken into the program too: what cell {cell.Number} declares ({string.Join(", ", NamesIn(cell))})"));
        if (
            own is [var only]
            && needed.Count == 0
            && !elsewhere.Exists(cell => cell.Usings.Any(takes))
            && IsProgram(only, cells.First(cell => cell.Number == only.Number)) is { } unchanged
        )
        {
            return new JoinedProgram(unchanged, [.. unchanged.Split('\n').Select(_ => only.Number)], remarks, refused, []);
        }

        remarks.AddRange(UniqueNames.Make(parts));
        var joiner = new ProgramJoiner();
        joiner.Write(
            parts,
            [
                .. own.Concat(elsewhere)
                    .OrderBy(cell => cell.Number)
                    .SelectMany(cell => cell.Usings.Where(directive => own.Contains(cell) || takes(directive)).Select(directive => (directive, cell.Number))),
            ]
        );
        return new JoinedProgram(own.Count == 0 ? "" : joiner.code.ToString(), joiner.cellOfLine, remarks, refused, [.. needed.Select(cell => cell.Number)]);
    }

    /// <summary>Whether a cell has nothing but directives: what it brings is part of every program that needs it.</summary>
    public static bool HoldsUsingsAlone(CellCode cell) => CellSource.Of(cell) is { Fault: null, Members.Count: 0 };

    // One cell that is a program as it stands keeps every character.
    private static string? IsProgram(CellSource cell, CellCode source)
    {
        var text = CellDirectives.Cut(source.Code.ReplaceLineEndings("\n")).Code;
        var whole = CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)).GetCompilationUnitRoot();
        return
            cell.Edits.Count == 0
            && !cell.Members.Exists(member => FunctionClass.Takes(member, [cell]))
            && !UsesDisplay([cell], method: false)
            && !UsesDisplay([cell], method: true)
            && !whole.GetDiagnostics().Any(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            ? cell.LeftOut.Count == 0 ? text : text.Trim('\n') : null;
    }

    private void Write(List<CellSource> cells, List<(string Directive, int Cell)> directives)
    {
        var late = LateFunctions(cells);
        var inClass = cells.SelectMany(cell => cell.Members.Where(member => FunctionClass.Takes(member, cells)).Select(member => (cell, member))).ToList();
        directives
            .DistinctBy(directive => UsingDirectives.Plain(directive.Directive))
            .ToList()
            .ForEach(directive => AddUsing(directive.Directive, directive.Cell));

        if (inClass.Exists(function => !function.cell.TextOf(function.member).Contains("(this ", StringComparison.Ordinal)))
        {
            AddUsing(FunctionClass.Using, inClass[0].cell.Number);
        }

        foreach (var cell in cells)
        {
            var statements = cell.Members.Where(member =>
                IsStatement(member) && !late.Contains(member) && inClass.TrueForAll(function => function.member != member)
            );
            Add(string.Join('\n', statements.Select(cell.TextOf).Append(cell.Comments).Where(text => text.Trim().Length > 0)), cell.Number);
        }

        cells.ForEach(cell => cell.Members.Where(late.Contains).ToList().ForEach(member => Add(cell.TextOf(member), cell.Number)));
        if (UsesDisplay(cells, method: false))
        {
            Add(DisplayFunction, cells[^1].Number);
        }

        cells.ForEach(cell => cell.Members.Where(member => !IsStatement(member)).ToList().ForEach(member => Add(cell.TextOf(member), cell.Number)));
        if (inClass.Count > 0)
        {
            Add(FunctionClass.Wrap(inClass.Select(function => function.cell.TextOf(function.member))), inClass[0].cell.Number);
        }

        if (UsesDisplay(cells, method: true))
        {
            Add(DisplayMethod, cells[^1].Number);
        }
    }

    private static bool IsStatement(MemberDeclarationSyntax member) => member is GlobalStatementSyntax or FieldDeclarationSyntax or MethodDeclarationSyntax;

    // A program's function may only use variables that stand above it.
    private static HashSet<MemberDeclarationSyntax> LateFunctions(List<CellSource> cells)
    {
        var (late, below) = (new HashSet<MemberDeclarationSyntax>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var cell in Enumerable.Reverse(cells))
        {
            foreach (var member in Enumerable.Reverse(cell.Members))
            {
                if (FunctionClass.IsFunction(member))
                {
                    if (NameUses.Of(member, cell.Declared, inTypes: false).Any(token => below.Contains(token.ValueText)))
                    {
                        late.Add(member);
                    }
                }
                else
                {
                    below.UnionWith(
                        cell.Declared.Where(name => name is { Scope: null, Kind: DeclaredKind.Variable } && member.Span.Contains(name.Token.Span))
                            .Select(name => name.Token.ValueText)
                    );
                }
            }
        }

        return late;
    }

    private static bool UsesDisplay(List<CellSource> cells, bool method) =>
        cells.Exists(cell =>
            cell.Members.Exists(member =>
                member
                    .DescendantNodes()
                    .OfType<InvocationExpressionSyntax>()
                    .Any(call =>
                        method
                            ? call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Display" } && call.ArgumentList.Arguments.Count == 0
                            : call.Expression is IdentifierNameSyntax { Identifier.ValueText: Display } && call.ArgumentList.Arguments.Count == 1
                    )
            )
        ) && !cells.Exists(cell => cell.Declared.Any(name => string.Equals(name.Token.ValueText, Display, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> NamesIn(CellSource cell) =>
        cell
            .Declared.Where(name => name.Scope is null && cell.Members.Exists(member => member.Span.Contains(name.Token.Span)))
            .Select(name => name.Token.ValueText)
            .Distinct(StringComparer.Ordinal);

    private void AddUsing(string directive, int cell)
    {
        code.Append(directive).Append('\n');
        cellOfLine.Add(cell);
    }

    private void Add(string text, int cell)
    {
        if (text.Trim().Length == 0)
        {
            return;
        }

        if (code.Length > 0)
        {
            code.Append('\n');
            cellOfLine.Add(cell);
        }

        code.Append(text).Append('\n');
        cellOfLine.AddRange(text.Split('\n').Select(_ => cell));
    }
}
