using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HitSongs.Programs.Joining;

/// <summary>Functions and types that stand in more than one cell, and that a program has room for once.</summary>
internal static class RepeatedMembers
{
    /// <summary>Leaves out what is written again word for word, and what a later cell writes anew where both cannot stay.</summary>
    /// <returns>One line for each that means something else from now on.</returns>
    public static IReadOnlyList<string> Drop(IReadOnlyList<CellSource> cells)
    {
        DropEqual(cells);
        return DropReplaced(cells);
    }

    // The same function or type again, word for word, and with the same meaning of all names in it.
    private static void DropEqual(IReadOnlyList<CellSource> cells)
    {
        var again = cells
            .SelectMany(cell => cell.Declared.Where(name => name.Scope is null).Select(name => name.Token.ValueText).Distinct(StringComparer.Ordinal))
            .CountBy(name => name, StringComparer.Ordinal)
            .Where(pair => pair.Value > 1)
            .Select(pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);
        var latest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            cell.Members = [.. cell.Members.Where(member =>
            {
                if (NameOf(member) is not { } name)
                {
                    return true;
                }

                var text = member.NormalizeWhitespace().ToString();
                var isEqual =
                    latest.GetValueOrDefault(name) == text
                    && !NameUses.Of(member, cell.Declared, inTypes: true)
                        .Any(token => token.ValueText != name.Split('(')[0] && again.Contains(token.ValueText));
                latest[name] = text;
                return !isEqual;
            })];
        }
    }

    // One of several functions of a name, or an extension method, is called without a word of which is meant: there only the latest can stay.
    private static List<string> DropReplaced(IReadOnlyList<CellSource> cells)
    {
        var remarks = new List<string>();
        var inClass = cells
            .SelectMany(cell => cell.Members.Where(member =>
                (FunctionClass.IsFunction(member) && FunctionClass.Takes(member, cells)) || ExtensionsOf(member).Count > 0))
            .ToHashSet();
        var later = new Dictionary<string, (MemberDeclarationSyntax Member, int Cell)>(StringComparer.Ordinal);
        foreach (var cell in cells.Reverse())
        {
            var kept = new List<MemberDeclarationSyntax>();
            foreach (var member in Enumerable.Reverse(cell.Members))
            {
                if (!inClass.Contains(member) || later.TryAdd(NameOf(member)!, (member, cell.Number)))
                {
                    kept.Insert(0, member);
                    continue;
                }

                var (anew, number) = later[NameOf(member)!];
                if (ExtensionsOf(member).IsSubsetOf(ExtensionsOf(anew)) && number != cell.Number)
                {
                    remarks.Add($"left out of the program: {NameOf(member)} of cell {cell.Number}, which cell {number} declares anew");
                }
                else
                {
                    kept.Insert(0, member);
                }
            }

            cell.Members = kept;
        }

        return remarks;
    }

    /// <summary>By what a program tells it from others; null where it is no function and no type.</summary>
    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        BaseNamespaceDeclarationSyntax => member.NormalizeWhitespace().ToString(),
        _ => FunctionClass.SignatureOf(member),
    };

    private static HashSet<string> ExtensionsOf(MemberDeclarationSyntax member) => member is ClassDeclarationSyntax type
        ?
        [
            .. type.Members.OfType<MethodDeclarationSyntax>()
                .Where(FunctionClass.IsExtension)
                .Select(method => method.Identifier.ValueText),
        ]
        : [];
}
