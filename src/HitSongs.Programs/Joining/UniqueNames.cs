using System.Reflection;
using HitSongs.SourceFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Gives a name that cells declare more than once another name where it is declared again: in a notebook the later one hides the earlier one, in a
/// program each name is declared once.</summary>
internal sealed class UniqueNames
{
    // What every program sees without a word.
    private static readonly Assembly[] Framework =
        [typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(HttpClient).Assembly, typeof(SourceText).Assembly];

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
        names.remarks.AddRange(RepeatedMembers.Drop(cells));
        names.RenameRedeclared();
        names.RenameHidden();
        names.RenameAliases();
        return names.remarks;
    }

    private void RenameRedeclared()
    {
        var likeTypes = LikeTypes();
        var declarations = cells.Index()
            .SelectMany(cell => cell.Item.Members.SelectMany(member =>
                cell.Item.TopLevelOf(member).Select(declared => new Declaration(cell.Index, declared, member))))
            .GroupBy(declaration => declaration.Name.Token.ValueText, StringComparer.Ordinal)
            .ToList();
        foreach (var declared in declarations)
        {
            var (name, starts) = (declared.Key, Redeclarations(declared));
            if (likeTypes.Contains(name))
            {
                var renamed = Free(name);
                remarks.Add($"{name} of cell {cells[starts[0].Cell].Number} is called {renamed}: .NET has a type of that name");
                Rename(name, renamed, (0, 0), starts.Count > 1 ? starts[1] : (cells.Count, 0));
            }

            for (var i = 1; i < starts.Count; i++)
            {
                var renamed = Free(name);
                remarks.Add(
                    $"{name} of cell {cells[starts[i].Cell].Number} is called {renamed} from there on: cell {cells[starts[0].Cell].Number} declares {name} too"
                );
                Rename(name, renamed, starts[i], i + 1 < starts.Count ? starts[i + 1] : (cells.Count, 0));
            }
        }
    }

    // What types use stands in a class beside them, where it would be mistaken for a type of .NET.
    private HashSet<string> LikeTypes()
    {
        var lifted = LiftedMembers.Of(cells);
        return cells
            .SelectMany(cell => cell.Members.Where(member => lifted.Contains(member) && !FunctionClass.IsFunction(member)).SelectMany(cell.TopLevelOf))
            .Select(name => name.Token.ValueText)
            .Where(name => SourceText.ImplicitUsings.Any(space => Framework.Any(assembly => assembly.GetType($"{space}.{name}") is not null)))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Where a name gets a meaning: its cell's index, and from where in that on.</summary>
    private List<(int Cell, int Position)> Redeclarations(IEnumerable<Declaration> declarations)
    {
        var (starts, current) = (new List<(int Cell, int Position)>(), new List<MemberDeclarationSyntax>());
        foreach (var (cell, name, member) in declarations)
        {
            if (starts.Count == 0 || (starts[^1].Cell != cell && !IsOverloaded(name) && !IsContinued(current, member)))
            {
                // A cell sees its functions and types before they stand there.
                starts.Add((cell, name.Kind == DeclaredKind.Variable ? name.Token.SpanStart : 0));
                current.Clear();
            }

            current.Add(member);
        }

        return starts;
    }

    // Parts of one type have different members; with the same ones it is the type written anew.
    private static bool IsContinued(List<MemberDeclarationSyntax> parts, MemberDeclarationSyntax member) =>
        member is TypeDeclarationSyntax type
        && parts
            .Append(member)
            .All(part => part.IsKind(member.Kind()) && part.Modifiers.Any(SyntaxKind.PartialKeyword))
        && !parts.Cast<TypeDeclarationSyntax>()
            .SelectMany(part => part.Members.Select(Plain))
            .Intersect(type.Members.Select(Plain), StringComparer.Ordinal)
            .Any();

    // A member without its body: what two parts of a type may not both have.
    private static string Plain(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => $"{method.Identifier.ValueText}{method.ParameterList.NormalizeWhitespace()}",
        BaseMethodDeclarationSyntax method => $"{method.Kind()}{method.ParameterList.NormalizeWhitespace()}",
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => member.NormalizeWhitespace().ToString(),
    };

    // A loop's variable may not be called as one of the whole program.
    private void RenameHidden()
    {
        var whole = cells
            .SelectMany(cell => cell.TopLevel.Where(name => name.Kind != DeclaredKind.Type).Select(name => name.Token.ValueText))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            foreach (
                var hidden in cell.Declared.Where(name =>
                    name is { Scope: not null and not DelegateDeclarationSyntax, IsInFunction: false, IsInType: false } && whole.Contains(name.Token.ValueText)
                )
            )
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

    // An alias that a later cell gives to another type.
    private void RenameAliases()
    {
        var aliases = cells.Index().SelectMany(cell => cell.Item.Usings.Select(directive => (Cell: cell.Index, Directive: directive)))
            .Select(alias => (alias.Cell, alias.Directive, Name: UsingDirectives.AliasOf(alias.Directive)))
            .Where(alias => alias.Name is not null)
            .GroupBy(alias => alias.Name!, StringComparer.Ordinal)
            .ToList();
        foreach (var alias in aliases)
        {
            var given = alias.DistinctBy(one => UsingDirectives.Plain(one.Directive)).ToList();
            for (var i = 1; i < given.Count; i++)
            {
                var (cell, renamed, first) = (given[i].Cell, Free(alias.Key), cells[given[0].Cell].Number);
                remarks.Add($"{alias.Key} of cell {cells[cell].Number} is called {renamed} from there on: cell {first} gives {alias.Key} another type");
                Rename(alias.Key, renamed, (cell, 0), (i + 1 < given.Count ? given[i + 1].Cell : cells.Count, 0));
                cells[cell].Usings = [.. cells[cell].Usings.Select(directive =>
                    directive == given[i].Directive ? UsingDirectives.WithAlias(directive, renamed) : directive)];
            }
        }
    }

    private void Rename(string name, string renamed, (int Cell, int Position) from, (int Cell, int Position) until)
    {
        for (var i = from.Cell; i < cells.Count && i <= until.Cell; i++)
        {
            var (first, end) = (i == from.Cell ? from.Position : 0, i == until.Cell ? until.Position : int.MaxValue);
            cells[i].Edits.AddRange(NameUses.Of(cells[i].Root, cells[i].Declared, inTypes: true)
                .Where(token => token.ValueText == name && token.SpanStart >= first && token.SpanStart < end)
                .Select(token => NameUses.Renamed(token, renamed)));
        }
    }

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

    /// <param name="Cell">The index of its cell.</param>
    private readonly record struct Declaration(int Cell, DeclaredName Name, MemberDeclarationSyntax Member);
}
