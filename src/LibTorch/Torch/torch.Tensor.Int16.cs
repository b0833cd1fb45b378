namespace TorchSharp;

public static partial class torch
{
    /// <summary>A scalar tensor of Int16 unless another type is asked for.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        Copy<short>([scalar], [], ScalarType.Int16, null, device, requires_grad);

    /// <summary>A copy of an array, of Int16 unless another type is asked for.</summary>
    public static Tensor tensor(short[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<short>(rawArray, ScalarType.Int16, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(short[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(short[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<short>(NotNull(rawArray), dimensions, ScalarType.Int16, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(short[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(Memory<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<short>(rawArray.Span, dimensions, ScalarType.Int16, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(short[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(short[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<short>(rawArray, ScalarType.Int16, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(short[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(short[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<short>(rawArray, ScalarType.Int16, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(short[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(short[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<short>(rawArray, ScalarType.Int16, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(short[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<short> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<short>(NotNull(rawArray).ToArray(), ScalarType.Int16, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(short[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(IList<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<short>(NotNull(rawArray).ToArray(), dimensions, ScalarType.Int16, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(short[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<short> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<short>(NotNull(rawArray).ToArray(), [rows, columns], ScalarType.Int16, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(short[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<short> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<short>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2], ScalarType.Int16, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(short[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<short> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<short>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2, dim3], ScalarType.Int16, dtype, device, requires_grad);
}
