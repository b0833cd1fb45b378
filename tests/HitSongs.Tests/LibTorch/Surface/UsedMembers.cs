using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HitSongs.Tests.LibTorch.Surface;

/// <summary>The types and members of the TorchSharp namespace that a compiled program uses, named as the list of TorchSharp's members names them.</summary>
internal static class UsedMembers
{
    /// <summary>Pairs such as ("torch.Tensor", "backward"); a type used by itself has no member.</summary>
    public static IReadOnlySet<(string type, string? member)> Of(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var used = new HashSet<(string, string?)>();
        foreach (var handle in metadata.TypeReferences) if (Name(metadata, handle) is { } type) used.Add((type, null));
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (Owner(metadata, member.Parent) is { } owner) used.Add((owner, Plain(metadata.GetString(member.Name))));
        }
        return used;
    }

    // A property is a pair of methods, an indexer one called Item, a constructor has no name.
    internal static string Plain(string name) => name switch
    {
        ".ctor" => "new",
        "get_Item" or "set_Item" => "Item",
        _ when name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) => name[4..],
        _ => name,
    };

    private static string? Owner(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => Name(metadata, (TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => GenericOf(metadata, metadata.GetTypeSpecification((TypeSpecificationHandle)parent)),
        _ => null,
    };

    // The signature of a constructed type: GENERICINST, CLASS or VALUETYPE, the type.
    private static string? GenericOf(MetadataReader metadata, TypeSpecification specification)
    {
        var signature = metadata.GetBlobReader(specification.Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
        signature.ReadCompressedInteger();
        var type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? Name(metadata, (TypeReferenceHandle)type) : null;
    }

    private static string? Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name).Split('`')[0];
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            return Name(metadata, (TypeReferenceHandle)type.ResolutionScope) is { } outer ? $"{outer}.{name}" : null;
        }
        var space = metadata.GetString(type.Namespace);
        if (space == "TorchSharp") return name;
        return space.StartsWith("TorchSharp.", StringComparison.Ordinal) ? $"{space}.{name}" : null;
    }
}
