using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

public static unsafe partial class torch
{
    private static Argument None => Argument.None;

    /// <summary>From <paramref name="start"/> (in) to <paramref name="stop"/> (out) by <paramref name="step"/>; whole numbers when all three are.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var whole = NotNull(start).IsInteger + NotNull(stop).IsInteger + NotNull(step).IsInteger == 3;
        return Finish(Aten.arange_start_step.Call(start, stop, step, dtype ?? (whole ? ScalarType.Int64 : defaultType), None, device), requires_grad);
    }

    /// <summary>Ones on the diagonal, zeros elsewhere; square unless <paramref name="columns"/> is given.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(Aten.eye_m.Call(rows, columns < 0 ? rows : columns, dtype ?? defaultType, None, device), requires_grad);

    /// <summary>The numbers from 0 to <paramref name="n"/> - 1 in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Finish(Aten.randperm_generator.Call(n, generator, dtype ?? ScalarType.Int64, None, device), requires_grad);

    /// <summary>Whole random numbers from <paramref name="low"/> (in) to <paramref name="high"/> (out).</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(Aten.randint_low_generator.Call(low, high, size, generator, dtype ?? ScalarType.Int64, None, device), requires_grad);

    /// <summary>Normal random numbers.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(empty(size, dtype, device).normal_(mean, std, generator), requires_grad);

    /// <summary>A copy of an array of any number of dimensions.</summary>
    /// <exception cref="ArgumentException">The array holds something other than numbers or truth values.</exception>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        NotNull(rawArray).GetType().GetElementType() switch
        {
            { } type when type == typeof(float) => CopyArray<float>(rawArray, ScalarType.Float32, dtype, device, requires_grad),
            { } type when type == typeof(double) => CopyArray<double>(rawArray, ScalarType.Float64, dtype, device, requires_grad),
            { } type when type == typeof(long) => CopyArray<long>(rawArray, ScalarType.Int64, dtype, device, requires_grad),
            { } type when type == typeof(int) => CopyArray<int>(rawArray, ScalarType.Int32, dtype, device, requires_grad),
            { } type when type == typeof(short) => CopyArray<short>(rawArray, ScalarType.Int16, dtype, device, requires_grad),
            { } type when type == typeof(sbyte) => CopyArray<sbyte>(rawArray, ScalarType.Int8, dtype, device, requires_grad),
            { } type when type == typeof(byte) => CopyArray<byte>(rawArray, ScalarType.Byte, dtype, device, requires_grad),
            { } type when type == typeof(Half) => CopyArray<Half>(rawArray, ScalarType.Float16, dtype, device, requires_grad),
            { } type when type == typeof(BFloat16) => CopyArray<BFloat16>(rawArray, ScalarType.BFloat16, dtype, device, requires_grad),
            { } type when type == typeof((float, float)) => CopyArray<(float, float)>(rawArray, ScalarType.ComplexFloat32, dtype, device, requires_grad),
            { } type when type == typeof(System.Numerics.Complex) => CopyArray<System.Numerics.Complex>(rawArray, ScalarType.ComplexFloat64, dtype, device, requires_grad),
            { } type when type == typeof(bool) => CopyArray<bool>(rawArray, ScalarType.Bool, dtype, device, requires_grad),
            { } type => throw new ArgumentException($"an array of {type.Name} cannot become a tensor", nameof(rawArray)),
            null => throw new ArgumentException("the array has no element type", nameof(rawArray)),
        };

    private static Tensor CopyArray<T>(Array array, ScalarType own, ScalarType? wanted, Device? device, bool requires_grad) where T : unmanaged
    {
        NotNull(array);
        var sizes = new long[array.Rank];
        for (var d = 0; d < sizes.Length; d++) sizes[d] = array.GetLongLength(d);
        var elements = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
        return Copy(elements, sizes, own, wanted, device, requires_grad);
    }

    private static Tensor Copy<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> sizes, ScalarType own, ScalarType? wanted, Device? device, bool requires_grad)
        where T : unmanaged
    {
        var room = 1L;
        foreach (var size in sizes) room = size < 0 ? -1 : room * size;
        if (room != elements.Length) throw new ArgumentException($"{elements.Length} elements do not fill the shape [{string.Join(", ", sizes.ToArray())}]");
        fixed (T* data = elements)
        fixed (long* shape = sizes)
        {
            var copy = new Tensor(Native.Check(Native.ts_tensor_copy_of(data, (int)own, shape, sizes.Length), nameof(tensor)));
            var elsewhere = device is not null && device.type != DeviceType.CPU;
            if (!elsewhere && (wanted is null || wanted == own)) return Finish(copy, requires_grad);
            return Finish(copy.to(wanted ?? own, device ?? CPU, disposeAfter: true), requires_grad);
        }
    }

    private static Tensor Finish(Tensor made, bool requires_grad) => requires_grad ? made.requires_grad_() : made;

    // full() follows its value, as PyTorch's does.
    private static ScalarType TypeOf(Scalar value) => value.Type == ScalarType.Float64 ? defaultType : value.Type;
}
