namespace TorchSharp;

public static partial class torch
{
    /// <summary>A scalar tensor of Int8 unless another type is asked for.</summary>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        Copy<sbyte>([scalar], [], ScalarType.Int8, null, device, requires_grad);

    /// <summary>A copy of an array, of Int8 unless another type is asked for.</summary>
    public static Tensor tensor(sbyte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<sbyte>(rawArray, ScalarType.Int8, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(sbyte[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(sbyte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<sbyte>(NotNull(rawArray), dimensions, ScalarType.Int8, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(sbyte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(Memory<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<sbyte>(rawArray.Span, dimensions, ScalarType.Int8, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(sbyte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(sbyte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<sbyte>(rawArray, ScalarType.Int8, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(sbyte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(sbyte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<sbyte>(rawArray, ScalarType.Int8, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(sbyte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(sbyte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<sbyte>(rawArray, ScalarType.Int8, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(sbyte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<sbyte>(NotNull(rawArray).ToArray(), ScalarType.Int8, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(sbyte[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(IList<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<sbyte>(NotNull(rawArray).ToArray(), dimensions, ScalarType.Int8, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(sbyte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<sbyte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<sbyte>(NotNull(rawArray).ToArray(), [rows, columns], ScalarType.Int8, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(sbyte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<sbyte>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2], ScalarType.Int8, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(sbyte[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<sbyte>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2, dim3], ScalarType.Int8, dtype, device, requires_grad);
}
