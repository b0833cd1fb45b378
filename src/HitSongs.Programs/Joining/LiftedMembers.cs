using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Which members of cells become members of a static class: those that a program cannot have at its top, and those that types use, because a
/// program's types do not see its variables and functions.</summary>
internal static class LiftedMembers
{
    public static HashSet<MemberDeclarationSyntax> Of(IReadOnlyList<CellSource> cells)
    {
        var all = cells.SelectMany(cell => cell.Members.Select(member => new Declaration(cell, member))).ToList();
        var declared = all.Where(declaration => !IsType(declaration.Member))
            .SelectMany(declaration => declaration.Names.Select(name => (name, declaration)))
            .ToLookup(pair => pair.name, pair => pair.declaration, StringComparer.Ordinal);
        var bound = Bound(all, declared);
        var lifted = all.Where(declaration => FunctionClass.Takes(declaration.Member, cells)).Select(declaration => declaration.Member).ToHashSet();
        var open = new Queue<Declaration>(all.Where(declaration => IsType(declaration.Member) || lifted.Contains(declaration.Member)));
        while (open.TryDequeue(out var next))
        {
            foreach (var found in next.Uses.SelectMany(name => declared[name]).Where(found => !bound.Contains(found.Member) && lifted.Add(found.Member)))
            {
                // What a variable is set to stays among the statements.
                if (FunctionClass.IsFunction(found.Member) || SharedVariable.IsConstant(found.Member))
                {
                    open.Enqueue(found);
                }
            }
        }

        return lifted;
    }

    // Variables whose type nobody wrote, and functions that use them: they stay where they are.
    private static HashSet<MemberDeclarationSyntax> Bound(List<Declaration> all, ILookup<string, Declaration> declared)
    {
        var bound = all.Select(declaration => declaration.Member)
            .Where(member => !IsType(member) && !FunctionClass.IsFunction(member) && !SharedVariable.CanBeField(member))
            .Where(member => member is not (PropertyDeclarationSyntax or EventFieldDeclarationSyntax))
            .ToHashSet();
        var functions = all.Where(declaration => FunctionClass.IsFunction(declaration.Member)).ToList();
        while (
            functions.Find(function =>
                !bound.Contains(function.Member)
                && function.Uses.Exists(name => declared[name].Any() && declared[name].All(found => bound.Contains(found.Member)))
            )
                is { } next
        )
        {
            bound.Add(next.Member);
        }

        return bound;
    }

    /// <summary>Whether it stands below a program's statements.</summary>
    public static bool IsType(MemberDeclarationSyntax member) =>
        member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or BaseNamespaceDeclarationSyntax;

    private sealed class Declaration(CellSource cell, MemberDeclarationSyntax member)
    {
        private List<string>? uses;

        public MemberDeclarationSyntax Member => member;

        public IEnumerable<string> Names => cell.TopLevelOf(member).Select(name => name.Token.ValueText);

        public List<string> Uses =>
            uses ??= [.. NameUses.Of(member, cell.Declared, inTypes: true).Select(token => token.ValueText).Distinct(StringComparer.Ordinal)];
    }
}
