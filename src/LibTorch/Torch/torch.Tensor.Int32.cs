namespace TorchSharp;

public static partial class torch
{
    /// <summary>A scalar tensor of Int32 unless another type is asked for.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Copy<int>([scalar], [], ScalarType.Int32, null, device, requires_grad);

    /// <summary>A copy of an array, of Int32 unless another type is asked for.</summary>
    public static Tensor tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<int>(rawArray, ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<int>(NotNull(rawArray), dimensions, ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(Memory<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<int>(rawArray.Span, dimensions, ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<int>(rawArray, ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(int[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<int>(rawArray, ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(int[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<int>(rawArray, ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<int>(NotNull(rawArray).ToArray(), ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<int>(NotNull(rawArray).ToArray(), dimensions, ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<int>(NotNull(rawArray).ToArray(), [rows, columns], ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<int> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<int>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2], ScalarType.Int32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(int[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<int> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<int>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2, dim3], ScalarType.Int32, dtype, device, requires_grad);
}
