namespace TorchSharp;

public static partial class torch
{
    /// <summary>A scalar tensor of Float32 unless another type is asked for.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Copy<float>([scalar], [], ScalarType.Float32, null, device, requires_grad);

    /// <summary>A copy of an array, of Float32 unless another type is asked for.</summary>
    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<float>(rawArray, ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<float>(NotNull(rawArray), dimensions, ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(Memory<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<float>(rawArray.Span, dimensions, ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<float>(rawArray, ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(float[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<float>(rawArray, ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(float[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<float>(rawArray, ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<float>(NotNull(rawArray).ToArray(), ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<float>(NotNull(rawArray).ToArray(), dimensions, ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<float> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<float>(NotNull(rawArray).ToArray(), [rows, columns], ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<float> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<float>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2], ScalarType.Float32, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<float> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<float>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2, dim3], ScalarType.Float32, dtype, device, requires_grad);
}
