namespace TorchSharp;

public static partial class torch
{
    /// <summary>A scalar tensor of Float64 unless another type is asked for.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copy<double>([scalar], [], ScalarType.Float64, dtype, device, requires_grad);

    /// <summary>A copy of an array, of Float64 unless another type is asked for.</summary>
    public static Tensor tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<double>(rawArray, ScalarType.Float64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(double[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<double>(NotNull(rawArray), dimensions, ScalarType.Float64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(double[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(Memory<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<double>(rawArray.Span, dimensions, ScalarType.Float64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(double[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<double>(rawArray, ScalarType.Float64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(double[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<double>(rawArray, ScalarType.Float64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(double[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(double[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<double>(rawArray, ScalarType.Float64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(double[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<double>(NotNull(rawArray).ToArray(), ScalarType.Float64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(double[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(IList<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<double>(NotNull(rawArray).ToArray(), dimensions, ScalarType.Float64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(double[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<double>(NotNull(rawArray).ToArray(), [rows, columns], ScalarType.Float64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(double[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<double>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2], ScalarType.Float64, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(double[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<double>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2, dim3], ScalarType.Float64, dtype, device, requires_grad);
}
