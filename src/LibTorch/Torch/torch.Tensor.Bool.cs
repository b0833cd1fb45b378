namespace TorchSharp;

public static partial class torch
{
    /// <summary>A scalar tensor of Bool unless another type is asked for.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copy<bool>([scalar], [], ScalarType.Bool, dtype, device, requires_grad);

    /// <summary>A copy of an array, of Bool unless another type is asked for.</summary>
    public static Tensor tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<bool>(rawArray, ScalarType.Bool, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(bool[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<bool>(NotNull(rawArray), dimensions, ScalarType.Bool, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(bool[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(Memory<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<bool>(rawArray.Span, dimensions, ScalarType.Bool, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(bool[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<bool>(rawArray, ScalarType.Bool, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(bool[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<bool>(rawArray, ScalarType.Bool, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(bool[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(bool[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<bool>(rawArray, ScalarType.Bool, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(bool[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray<bool>(NotNull(rawArray).ToArray(), ScalarType.Bool, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(bool[], ScalarType?, Device?, bool, string[])"/>
    /// <param name="dimensions">The shape to give the numbers.</param>
    public static Tensor tensor(IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<bool>(NotNull(rawArray).ToArray(), dimensions, ScalarType.Bool, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(bool[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<bool>(NotNull(rawArray).ToArray(), [rows, columns], ScalarType.Bool, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(bool[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<bool> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<bool>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2], ScalarType.Bool, dtype, device, requires_grad);

    /// <inheritdoc cref="tensor(bool[], ScalarType?, Device?, bool, string[])"/>
    public static Tensor tensor(IList<bool> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copy<bool>(NotNull(rawArray).ToArray(), [dim0, dim1, dim2, dim3], ScalarType.Bool, dtype, device, requires_grad);
}
