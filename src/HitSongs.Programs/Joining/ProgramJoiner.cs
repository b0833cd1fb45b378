using System.Text;
using HitSongs.SourceFiles;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Makes a program of a notebook's cells: `using` directives first, then statements and functions in the order of the cells, then types.</summary>
internal sealed class ProgramJoiner
{
    private readonly StringBuilder code = new();
    private readonly List<int> cellOfLine = [];

    /// <param name="cells">The question's own, in the order of the notebook.</param>
    /// <param name="others">The C# cells of other places: what the question's cells lean on is taken over.</param>
    /// <param name="takes">Which of the `using` directives are taken: of the question's own cells, or of the others.</param>
    public static JoinedProgram Join(IReadOnlyList<CellCode> cells, IReadOnlyList<CellCode> others, Func<string, bool, bool> takes) =>
        DeepStack.Run(() => Joined(cells, others, takes));

    /// <summary>Whether a cell has nothing but directives: what it brings is part of every program that needs it.</summary>
    public static bool HoldsUsingsAlone(CellCode cell) => DeepStack.Run(() => CellSource.Of(cell) is { Fault: null, Members.Count: 0 });

    private static JoinedProgram Joined(IReadOnlyList<CellCode> cells, IReadOnlyList<CellCode> others, Func<string, bool, bool> takes)
    {
        var all = cells.Select(CellSource.Of).ToList();
        var refused = all.Where(cell => cell.Fault is not null).Select(cell => (cell.Number, cell.Fault!)).ToList();
        var own = all.Where(cell => cell.Fault is null).ToList();
        var elsewhere = others.Select(CellSource.Of).Where(cell => cell.Fault is null).ToList();
        var needed = SharedCells.NeededBy(own, elsewhere);
        var packages = CellDirectives.PackagesOf(own.Concat(elsewhere));
        var main = OwnMain.Of(own);
        List<CellSource> parts = [.. own.Concat(needed).OrderBy(cell => cell.Number)];
        var remarks = all.SelectMany(cell => cell.LeftOut.Select(line => $"left out of the program: {line} of cell {cell.Number}")).ToList();
        remarks.AddRange(needed.Select(cell => $"taken into the program too: what cell {cell.Number} declares ({NamesIn(cell)})"));
        remarks.AddRange(main.Remarks);
        if (
            own is [var only]
            && needed.Count == 0
            && !elsewhere.Exists(cell => cell.Usings.Any(directive => takes(directive, false)))
            && only.Usings.All(directive => takes(directive, true))
            && main.Remarks.Count == 0
            && IsProgram(only, cells.First(cell => cell.Number == only.Number)) is { } unchanged
        )
        {
            return new JoinedProgram(unchanged, [.. unchanged.Split('\n').Select(_ => only.Number)], remarks, refused, []) { Packages = packages };
        }

        remarks.AddRange(UniqueNames.Make(parts));
        var joiner = new ProgramJoiner();
        joiner.Write(
            parts,
            main,
            [
                .. own.Concat(elsewhere)
                    .OrderBy(cell => cell.Number)
                    .SelectMany(cell => cell.Usings.Where(directive => takes(directive, own.Contains(cell))).Select(directive => (directive, cell.Number))),
            ]
        );
        return new JoinedProgram(own.Count == 0 ? "" : joiner.code.ToString(), joiner.cellOfLine, remarks, refused, [.. needed.Select(cell => cell.Number)])
        {
            Packages = packages,
        };
    }

    // One cell that is a program as it stands keeps every character.
    private static string? IsProgram(CellSource cell, CellCode source)
    {
        var text = CellDirectives.Cut(source.Code.ReplaceLineEndings("\n")).Code;
        var whole = CSharpSyntaxTree.ParseText(text, CellParsing.Options).GetCompilationUnitRoot();
        return
            cell.Edits.Count == 0
            && LiftedMembers.Of([cell]).Count == 0
            && KernelHelpers.ClassFor([cell]) is null
            && !cell.LeftOut.Any(KernelHelpers.IsUsing)
            && !whole.GetDiagnostics().Any(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            ? cell.LeftOut.Count == 0 ? text : text.Trim('\n') : null;
    }

    private void Write(List<CellSource> cells, OwnMain main, List<(string Directive, int Cell)> directives)
    {
        var (lifted, helpers) = (LiftedMembers.Of(cells), KernelHelpers.ClassFor(cells));
        var inClass = InClass(cells, lifted);
        var late = LateFunctions(cells, lifted);
        directives.AddRange(cells.SelectMany(cell => cell.Namespaces.Select(name => ($"using {name};", cell.Number))));
        directives
            .DistinctBy(directive => UsingDirectives.Plain(directive.Directive))
            .ToList()
            .ForEach(directive => AddUsing(directive.Directive, directive.Cell));

        if (lifted.Any(member => !FunctionClass.IsExtension(member)))
        {
            AddUsing(FunctionClass.Using, inClass[0].Cell);
        }

        if (helpers is not null)
        {
            AddUsing(KernelHelpers.Using, cells[^1].Number);
        }

        foreach (var cell in cells)
        {
            var statements = cell.Members.Where(member => !LiftedMembers.IsType(member) && !late.Contains(member) && !MovesToClass(member, lifted));
            Add(
                string.Join('\n', statements.Select(cell.TextOf).Append(cell.Comments).Append(main.CallIn(cell)).Where(text => text.Trim().Length > 0)),
                cell.Number
            );
        }

        cells.ForEach(cell => cell.Members.Where(late.Contains).ToList().ForEach(member => Add(cell.TextOf(member), cell.Number)));
        cells.ForEach(cell => cell.Members.Where(LiftedMembers.IsType).ToList().ForEach(member => Add(cell.TextOf(member), cell.Number)));
        if (inClass.Count > 0)
        {
            Add(FunctionClass.Start, inClass[0].Cell);
            inClass.ForEach(member => AddLines(FunctionClass.Inside(member.Text), member.Cell));
            AddLines(FunctionClass.End, inClass[^1].Cell);
        }

        if (helpers is not null)
        {
            Add(helpers, cells[^1].Number);
        }
    }

    // Variables of the class first, then functions.
    private static List<(string Text, int Cell)> InClass(List<CellSource> cells, HashSet<MemberDeclarationSyntax> lifted)
    {
        var all = cells.SelectMany(cell => cell.Members.Where(lifted.Contains).Select(member => (cell, member))).ToList();
        var fields = all.Where(one => !MovesToClass(one.member, lifted))
            .SelectMany(one => SharedVariable.MakeFields(one.cell, one.member).Select(field => (field, one.cell.Number)))
            .ToList();
        return [.. fields, .. all.Where(one => MovesToClass(one.member, lifted)).Select(one => (one.cell.TextOf(one.member), one.cell.Number))];
    }

    // All but variables, which are set where they were declared.
    private static bool MovesToClass(MemberDeclarationSyntax member, HashSet<MemberDeclarationSyntax> lifted) =>
        lifted.Contains(member)
        && (
            FunctionClass.IsFunction(member)
            || SharedVariable.IsConstant(member)
            || member is PropertyDeclarationSyntax or EventFieldDeclarationSyntax
        );

    // A program's function may only use variables that stand above it.
    private static HashSet<MemberDeclarationSyntax> LateFunctions(List<CellSource> cells, HashSet<MemberDeclarationSyntax> lifted)
    {
        var (late, below) = (new HashSet<MemberDeclarationSyntax>(), new HashSet<string>(StringComparer.Ordinal));
        var variables = cells
            .SelectMany(cell => cell.Members.Where(member => !lifted.Contains(member) && !SharedVariable.IsConstant(member))
                .SelectMany(member => VariablesIn(cell, member)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var cell in Enumerable.Reverse(cells))
        {
            foreach (var member in Enumerable.Reverse(cell.Members).Where(member => !lifted.Contains(member)))
            {
                if (!FunctionClass.IsFunction(member))
                {
                    below.UnionWith(VariablesIn(cell, member));
                    continue;
                }

                var uses = NameUses.Of(member, cell.Declared, inTypes: false).Select(token => token.ValueText).ToList();
                if (uses.Exists(below.Contains))
                {
                    late.Add(member);
                }

                // A static function of a script sees static variables; of a program it sees none.
                cell.Edits.AddRange(CellModifiers.StaticOf(member).Where(_ => uses.Exists(variables.Contains)).Select(CellModifiers.TakeOff));
            }
        }

        return late;
    }

    private static IEnumerable<string> VariablesIn(CellSource cell, MemberDeclarationSyntax member) =>
        FunctionClass.IsFunction(member)
            ? []
            : cell.TopLevelOf(member).Where(name => name.Kind == DeclaredKind.Variable).Select(name => name.Token.ValueText);

    private static string NamesIn(CellSource cell) =>
        string.Join(", ", cell.TopLevel.Select(name => name.Token.ValueText).Distinct(StringComparer.Ordinal));

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

        AddLines(text, cell);
    }

    private void AddLines(string text, int cell)
    {
        code.Append(text).Append('\n');
        cellOfLine.AddRange(text.Split('\n').Select(_ => cell));
    }
}
