using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights;

/// <summary>The element types of the safetensors format that a tensor can have.</summary>
internal static class SafetensorsDtype
{
    private static readonly (string name, ScalarType type, int bytes)[] known =
    [
        ("F32", ScalarType.Float32, 4), ("F16", ScalarType.Float16, 2), ("BF16", ScalarType.BFloat16, 2), ("F64", ScalarType.Float64, 8),
        ("I64", ScalarType.Int64, 8), ("I32", ScalarType.Int32, 4), ("I16", ScalarType.Int16, 2), ("I8", ScalarType.Int8, 1),
        ("U8", ScalarType.Byte, 1), ("BOOL", ScalarType.Bool, 1),
    ];

    /// <summary>The type of that name and how many bytes an element takes; null when tensors have no such type.</summary>
    public static (ScalarType type, int bytes)? Of(string name)
    {
        foreach (var (its, type, bytes) in known) if (its == name) return (type, bytes);
        return null;
    }

    /// <exception cref="NotSupportedException">The format has no name for the type.</exception>
    public static (string name, int bytes) Of(ScalarType type)
    {
        foreach (var (name, its, bytes) in known) if (its == type) return (name, bytes);
        throw new NotSupportedException($"safetensors cannot hold elements of {type}");
    }
}
