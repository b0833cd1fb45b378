namespace TorchSharp;

/// <summary>Python's names for storages and element types.</summary>
internal static class StorageType
{
    private static readonly (string storage, string dtype, torch.ScalarType type)[] names =
    [
        ("ByteStorage", "uint8", torch.ScalarType.Byte),
        ("CharStorage", "int8", torch.ScalarType.Int8),
        ("ShortStorage", "int16", torch.ScalarType.Int16),
        ("IntStorage", "int32", torch.ScalarType.Int32),
        ("LongStorage", "int64", torch.ScalarType.Int64),
        ("HalfStorage", "float16", torch.ScalarType.Float16),
        ("FloatStorage", "float32", torch.ScalarType.Float32),
        ("DoubleStorage", "float64", torch.ScalarType.Float64),
        ("ComplexFloatStorage", "complex64", torch.ScalarType.ComplexFloat32),
        ("ComplexDoubleStorage", "complex128", torch.ScalarType.ComplexFloat64),
        ("BoolStorage", "bool", torch.ScalarType.Bool),
        ("BFloat16Storage", "bfloat16", torch.ScalarType.BFloat16),
    ];

    /// <summary>The element type of torch.<paramref name="storage"/>; null when there is no such storage.</summary>
    public static torch.ScalarType? OfStorage(string storage) => Array.Find(names, entry => entry.storage == storage) is ({ }, _, var type) ? type : null;

    /// <summary>The element type torch.<paramref name="dtype"/>; null when it is none.</summary>
    public static torch.ScalarType? OfName(string dtype) => Array.Find(names, entry => entry.dtype == dtype) is ({ }, _, var type) ? type : null;

    /// <exception cref="NotSupportedException">Quantized tensors are not written.</exception>
    public static string NameOf(torch.ScalarType type) => Array.Find(names, entry => entry.type == type).storage
        ?? throw new NotSupportedException($"a tensor of {type} cannot be written to a .pt file");
}
