namespace TorchSharp;

public static partial class torch
{
    private static readonly Operator randnOp = new("randn"), randnGeneratorOp = new("randn", "generator");

    /// <summary>Normal random numbers of mean 0 and variance 1.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(generator is null ? randnOp.Call(size, dtype ?? defaultType, None, device) : randnGeneratorOp.Call(size, generator, dtype ?? defaultType, None, device), requires_grad);

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(size.ToArray(), dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { size }, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { rows, columns }, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { size }, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { rows, columns }, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);

    /// <inheritdoc cref="randn(long[], ScalarType?, Device?, bool, Generator?, string[])"/>
    public static Tensor randn(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);
}
