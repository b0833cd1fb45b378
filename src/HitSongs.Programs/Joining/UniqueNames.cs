using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Gives a name that cells declare more than once another name where it is declared again: in a notebook the later one hides the earlier one, in a
/// program each name is declared once.</summary>
internal sealed class UniqueNames
{
    private readonly IReadOnlyList<CellSource> cells;
    private readonly HashSet<string> taken;
    private readonly List<string> remarks = [];

    private UniqueNames(IReadOnlyList<CellSource> cells)
    {
        this.cells = cells;
        taken =
        [
            .. cells.SelectMany(cell => cell.Root.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText),
        ];
    }

    /// <returns>One line for each name that was changed.</returns>
    public static IReadOnlyList<string> Make(IReadOnlyList<CellSource> cells)
    {
        var names = new UniqueNames(cells);
        names.DropRepeated();
        names.RenameRedeclared();
        names.RenameHidden();
        return names.remarks;
    }

    // The same function or type in two cells, word for word.
    private void DropRepeated()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            cell.Members =
            [
                .. cell.Members.Where(member =>
                    member is GlobalStatementSyntax { Statement: not LocalFunctionStatementSyntax } or FieldDeclarationSyntax
                    || seen.Add(member.NormalizeWhitespace().ToString())
                ),
            ];
        }
    }

    private void RenameRedeclared()
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, cell) in cells.Index())
        {
            foreach (var declared in TopLevel(cell).Where(declared => !IsOverloaded(declared)).DistinctBy(declared => declared.Token.ValueText))
            {
                var name = declared.Token.ValueText;
                if (known.TryAdd(name, cell.Number))
                {
                    continue;
                }

                var renamed = Free(name);
                remarks.Add($"{name} of cell {cell.Number} is called {renamed} from there on: cell {known[name]} declares {name} too");
                foreach (var (later, i) in cells.Skip(index).Select((later, i) => (later, i)))
                {
                    if (i > 0 && TopLevel(later).Any(again => again.Token.ValueText == name))
                    {
                        Rename(later, name, renamed, until: TopLevel(later).First(again => again.Token.ValueText == name).Token.SpanStart);
                        break;
                    }

                    Rename(later, name, renamed, from: i == 0 ? declared.Token.SpanStart : 0, declared.Kind == DeclaredKind.Type);
                }
            }
        }
    }

    // A loop's variable may not be called as one of the whole program.
    private void RenameHidden()
    {
        var whole = cells
            .SelectMany(cell => TopLevel(cell).Where(name => name.Kind != DeclaredKind.Type).Select(name => name.Token.ValueText))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            foreach (var hidden in cell.Declared.Where(name => name is { Scope: not null, IsInFunction: false } && whole.Contains(name.Token.ValueText)))
            {
                var renamed = Free(hidden.Token.ValueText);
                cell.Edits.AddRange(
                    NameUses
                        .Of(hidden.Scope!, [], inTypes: false)
                        .Where(token => token.ValueText == hidden.Token.ValueText)
                        .Select(token => NameUses.Renamed(token, renamed))
                );
            }
        }
    }

    private static void Rename(CellSource cell, string name, string renamed, int from = 0, bool inTypes = false, int until = int.MaxValue) =>
        cell.Edits.AddRange(NameUses.Of(cell.Root, cell.Declared, inTypes)
            .Where(token => token.ValueText == name && token.SpanStart >= from && token.SpanStart < until)
            .Select(token => NameUses.Renamed(token, renamed)));

    private static IEnumerable<DeclaredName> TopLevel(CellSource cell) =>
        cell.Declared.Where(name => name.Scope is null && cell.Members.Exists(member => member.Span.Contains(name.Token.Span)));

    /// <summary>Functions of one name that take different parameters: <see cref="FunctionClass"/> has a place for them.</summary>
    private bool IsOverloaded(DeclaredName declared) => declared.Kind == DeclaredKind.Function && FunctionClass.IsOverloaded(declared.Token.ValueText, cells);

    private string Free(string name)
    {
        for (var number = 2; ; number++)
        {
            if (taken.Add($"{name}{number}"))
            {
                return $"{name}{number}";
            }
        }
    }
}
