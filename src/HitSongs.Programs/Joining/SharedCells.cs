using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Cells above a program that it needs and that belong to no question or to another: in a notebook all cells see each other.</summary>
internal static class SharedCells
{
    /// <summary>Cells with no more than the declarations that the program leans on, themselves or through others.</summary>
    /// <param name="program">The program's own cells.</param>
    /// <param name="others">Cells above and between them, in the order of the notebook.</param>
    public static IReadOnlyList<CellSource> NeededBy(IReadOnlyList<CellSource> program, IReadOnlyList<CellSource> others)
    {
        var declarations = others.Where(cell => cell.Fault is null)
            .SelectMany(cell => cell.Root.Members.SelectMany(member => NamesOf(cell, member).Select(name => (Name: name, Cell: cell, Member: member))))
            .ToLookup(declaration => declaration.Name, StringComparer.Ordinal);
        var needed = new HashSet<MemberDeclarationSyntax>();
        var open = new Queue<(CellSource Cell, MemberDeclarationSyntax Member)>(program.SelectMany(cell => cell.Members.Select(member => (cell, member))));
        var own = program
            .SelectMany(cell => cell.TopLevel.Select(name => name.Token.ValueText))
            .ToHashSet(StringComparer.Ordinal);
        while (open.TryDequeue(out var next))
        {
            foreach (
                var name in NameUses
                    .Of(next.Member, next.Cell.Declared, inTypes: true)
                    .Select(token => token.ValueText)
                    .Where(name => !own.Contains(name))
                    .Distinct(StringComparer.Ordinal)
            )
            {
                // The latest above it: a later declaration hides an earlier one.
                if (
                    declarations[name].LastOrDefault(declaration => declaration.Cell.Number <= next.Cell.Number || program.Contains(next.Cell))
                        is { Member: { } member } found
                    && needed.Add(member)
                )
                {
                    open.Enqueue((found.Cell, member));
                }
            }
        }

        return [.. others.Where(cell => cell.Members.Exists(needed.Contains)).Select(cell =>
        {
            cell.Members = [.. cell.Members.Where(needed.Contains)];
            return cell;
        })];
    }

    private static IEnumerable<string> NamesOf(CellSource cell, MemberDeclarationSyntax member) =>
        member is BaseNamespaceDeclarationSyntax
            // Whoever names a type of a namespace, or the namespace, needs it.
            ? member.DescendantNodesAndSelf()
                .SelectMany(node => node switch
                {
                    BaseNamespaceDeclarationSyntax space => space.Name.DescendantTokens().Select(token => token.ValueText),
                    BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
                    _ => [],
                })
            : cell.TopLevelOf(member).Select(name => name.Token.ValueText);
}
