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

    /// <summary>A copy of an array of any number of dimensions.</summary>
    /// <exception cref="ArgumentException">The array holds something other than numbers or truth values.</exception>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        CopyArray(
            NotNull(rawArray), ElementTypeOf(rawArray.GetType().GetElementType()!) ?? throw new ArgumentException(
                $"{rawArray.GetType().Name} cannot become a tensor", nameof(rawArray)),
            dtype, device, requires_grad);

    private static Tensor CopyArray(Array array, ScalarType own, ScalarType? wanted, Device? device, bool requires_grad)
    {
        NotNull(array);
        var sizes = new long[array.Rank];
        for (var d = 0; d < sizes.Length; d++) sizes[d] = array.GetLongLength(d);
        fixed (byte* data = &MemoryMarshal.GetArrayDataReference(array)) return Copy(data, sizes, own, wanted, device, requires_grad);
    }

    private static Tensor Copy<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> sizes, ScalarType own, ScalarType? wanted, Device? device, bool requires_grad)
        where T : unmanaged
    {
        var room = 1L;
        foreach (var size in sizes) room = size < 0 ? -1 : room * size;
        if (room != elements.Length) throw new ArgumentException($"{elements.Length} elements do not fill the shape [{string.Join(", ", sizes.ToArray())}]");
        fixed (T* data = elements) return Copy(data, sizes, own, wanted, device, requires_grad);
    }

    private static Tensor Copy(void* data, ReadOnlySpan<long> sizes, ScalarType own, ScalarType? wanted, Device? device, bool requires_grad)
    {
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
