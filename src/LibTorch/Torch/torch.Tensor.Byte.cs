namespace TorchSharp;

public static partial class torch
{
    /// <summary>A scalar tensor of Byte unless another type is asked for.</summary>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        Copy<byte>([scalar], [], ScalarType.Byte, null, device, requires_grad);

    /// <summary>A copy of an array, of Byte unless another type is asked for.</summary>
    public static Tensor tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<byte>(rawArray, ScalarType.Byte, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(byte[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<byte>(NotNull(rawArray), dimensions, ScalarType.Byte, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(byte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(Memory<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<byte>(rawArray.Span, dimensions, ScalarType.Byte, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(byte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(byte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<byte>(rawArray, ScalarType.Byte, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(byte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(byte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<byte>(rawArray, ScalarType.Byte, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(byte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(byte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<byte>(rawArray, ScalarType.Byte, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(byte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<byte>(NotNull(rawArray).ToArray(), ScalarType.Byte, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(byte[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(IList<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<byte>(NotNull(rawArray).ToArray(), dimensions, ScalarType.Byte, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(byte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<byte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<byte>(NotNull(rawArray).ToArray(), [rows, columns], ScalarType.Byte, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(byte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<byte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<byte>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2], ScalarType.Byte, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(byte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<byte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<byte>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2, dim3], ScalarType.Byte, dtype, device, requires_grad);
}
