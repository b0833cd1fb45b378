using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HitSongs.Programs.Notebooks;

/// <summary>Where <c>#r "….dll"</c> and <c>#r "nuget: …"</c> lead: to the assembly of that name that lies beside this program, wherever the cell says it
/// is.</summary>
internal sealed class HarnessAssemblies : MetadataReferenceResolver
{
    private const string Package = "nuget:";

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        // No package is fetched here: its assemblies lie beside this program too, those of a package of packages under their own names. All are referenced
        // already; a directive must find one.
        var file = reference.StartsWith(Package, StringComparison.Ordinal)
            ? Directory
                .EnumerateFiles(AppContext.BaseDirectory, $"{Path.GetFileName(reference[Package.Length..].Split(',')[0].Trim())}*.dll")
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            : Path.Combine(AppContext.BaseDirectory, Path.GetFileName(reference));
        return File.Exists(file) ? [MetadataReference.CreateFromFile(file, properties)] : [];
    }

    public override bool Equals(object? other) => other is HarnessAssemblies;

    public override int GetHashCode() => 0;
}
