using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HitSongs.Programs.Notebooks;

/// <summary>Where <c>#r "….dll"</c> and <c>#r "nuget: …"</c> lead: to the assembly of that name that lies beside this program, wherever the cell says it is.</summary>
internal sealed class HarnessAssemblies : MetadataReferenceResolver
{
    private const string Package = "nuget:";

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        // "nuget: Name, 1.2.3": no package is fetched here, its assembly lies beside this program too.
        var name = reference.StartsWith(Package, StringComparison.Ordinal) ? $"{reference[Package.Length..].Split(',')[0].Trim()}.dll" : Path.GetFileName(reference);
        var file = Path.Combine(AppContext.BaseDirectory, name);
        return File.Exists(file) ? [MetadataReference.CreateFromFile(file, properties)] : [];
    }

    public override bool Equals(object? other) => other is HarnessAssemblies;

    public override int GetHashCode() => 0;
}
