namespace TorchSharp;

public static partial class torch
{
    /// <summary>A scalar tensor of Int64 unless another type is asked for.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copy<long>([scalar], [], ScalarType.Int64, dtype, device, requires_grad);

    /// <summary>A copy of an array, of Int64 unless another type is asked for.</summary>
    public static Tensor tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<long>(rawArray, ScalarType.Int64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(long[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(long[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<long>(NotNull(rawArray), dimensions, ScalarType.Int64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(Memory<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<long>(rawArray.Span, dimensions, ScalarType.Int64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<long>(rawArray, ScalarType.Int64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<long>(rawArray, ScalarType.Int64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(long[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<long>(rawArray, ScalarType.Int64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<long>(NotNull(rawArray).ToArray(), ScalarType.Int64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(long[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<long>(NotNull(rawArray).ToArray(), dimensions, ScalarType.Int64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<long>(NotNull(rawArray).ToArray(), [rows, columns], ScalarType.Int64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<long>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2], ScalarType.Int64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(long[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<long>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2, dim3], ScalarType.Int64, dtype, device, requires_grad);
}
