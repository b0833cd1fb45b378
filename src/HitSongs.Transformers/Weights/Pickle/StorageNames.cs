using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights.Pickle;

/// <summary>Python's names of storages and element types.</summary>
internal static class StorageNames
{
    private static readonly Dictionary<string, ScalarType> OfStorages = new(StringComparer.Ordinal)
    {
        ["ByteStorage"] = ScalarType.Byte,
        ["CharStorage"] = ScalarType.Int8,
        ["ShortStorage"] = ScalarType.Int16,
        ["IntStorage"] = ScalarType.Int32,
        ["LongStorage"] = ScalarType.Int64,
        ["HalfStorage"] = ScalarType.Float16,
        ["FloatStorage"] = ScalarType.Float32,
        ["DoubleStorage"] = ScalarType.Float64,
        ["ComplexFloatStorage"] = ScalarType.ComplexFloat32,
        ["ComplexDoubleStorage"] = ScalarType.ComplexFloat64,
        ["BoolStorage"] = ScalarType.Bool,
        ["BFloat16Storage"] = ScalarType.BFloat16,
    };

    private static readonly Dictionary<string, ScalarType> OfTypes = new(StringComparer.Ordinal)
    {
        ["uint8"] = ScalarType.Byte,
        ["int8"] = ScalarType.Int8,
        ["int16"] = ScalarType.Int16,
        ["int32"] = ScalarType.Int32,
        ["int64"] = ScalarType.Int64,
        ["float16"] = ScalarType.Float16,
        ["float32"] = ScalarType.Float32,
        ["float64"] = ScalarType.Float64,
        ["complex64"] = ScalarType.ComplexFloat32,
        ["complex128"] = ScalarType.ComplexFloat64,
        ["bool"] = ScalarType.Bool,
        ["bfloat16"] = ScalarType.BFloat16,
    };

    /// <summary>The element type of torch.<paramref name="storage"/>; null where there is no such storage.</summary>
    public static ScalarType? OfStorage(string storage) => OfStorages.TryGetValue(storage, out var type) ? type : null;

    /// <summary>The element type torch.<paramref name="name"/>; null where it is none.</summary>
    public static ScalarType? OfType(string name) => OfTypes.TryGetValue(name, out var type) ? type : null;
}
