using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HitSongs.Programs.Notebooks;

/// <summary>Where <c>#r "….dll"</c> leads: to the assembly of that name that lies beside this program, wherever the cell says it is.</summary>
internal sealed class HarnessAssemblies : MetadataReferenceResolver
{
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var file = Path.Combine(AppContext.BaseDirectory, Path.GetFileName(reference));
        return File.Exists(file) ? [MetadataReference.CreateFromFile(file, properties)] : [];
    }

    public override bool Equals(object? other) => other is HarnessAssemblies;

    public override int GetHashCode() => 0;
}
