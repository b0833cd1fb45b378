namespace TorchSharp.Utils;

/// <summary>
/// The elements of a tensor on the CPU, in the order of its indices whatever their order in memory. It keeps the tensor alive and
/// sees its changes; once the tensor is disposed every use throws <see cref="ObjectDisposedException"/>.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed unsafe partial class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private static readonly ScalarType? element = ElementTypeOf(typeof(T));
    private readonly torch.Tensor tensor;
    private readonly long[] sizes, strides;
    private readonly bool isContiguous;

    internal TensorAccessor(torch.Tensor tensor)
    {
        if (tensor.dtype != element) throw new ArgumentException($"elements of {tensor.dtype} cannot be read as {typeof(T).Name}");
        this.tensor = tensor;
        sizes = tensor.shape;
        strides = tensor.stride();
        isContiguous = tensor.is_contiguous();
        Count = tensor.numel();
        // A tensor elsewhere is refused here rather than at the first element.
        _ = tensor.Data();
    }

    /// <summary>How many elements there are.</summary>
    public long Count { get; }

    /// <summary>One element, by one index for each dimension (negative counts from the end) or, with one index, by its position in order.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[params long[] indices]
    {
        get
        {
            var found = *At(indices);
            GC.KeepAlive(tensor);
            return found;
        }
        set
        {
            *At(indices) = value;
            GC.KeepAlive(tensor);
        }
    }

    /// <summary>A copy of the elements.</summary>
    public T[] ToArray()
    {
        var copy = new T[Count];
        CopyTo(copy.AsSpan());
        return copy;
    }

    /// <summary>A copy of the elements as an array of the tensor's shape.</summary>
    public Array ToNDArray()
    {
        if (sizes.Length == 0) return ToArray();
        var copy = Array.CreateInstance(typeof(T), sizes);
        CopyTo(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(copy), checked((int)(Count * sizeof(T)))), this);
        return copy;
    }

    /// <inheritdoc cref="CopyTo(T[], int, long)"/>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var room = array[arrayIndex..];
        var wanted = (int)Math.Min(room.Length, Math.Max(0, Count - tensorIndex));
        if (isContiguous) new ReadOnlySpan<T>(First + tensorIndex, wanted).CopyTo(room);
        else for (var i = 0; i < wanted; i++) room[i] = First[Offset(tensorIndex + i)];
        GC.KeepAlive(tensor);
    }

    /// <inheritdoc cref="CopyFrom(T[], int, long)"/>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var given = array[arrayIndex..];
        if (given.Length > Count - tensorIndex) throw new ArgumentException(
            $"{given.Length} elements do not fit where {Count - tensorIndex} are", nameof(array));
        for (var i = 0; i < given.Length; i++) First[Offset(tensorIndex + i)] = given[i];
        GC.KeepAlive(tensor);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T* First => (T*)tensor.Data();
    private static void CopyTo(Span<byte> destination, TensorAccessor<T> source) => source.CopyTo(MemoryMarshal.Cast<byte, T>(destination));

    private T* At(long[] indices)
    {
        if (indices.Length == 1 && sizes.Length != 1)
        {
            var position = indices[0];
            if (position < 0 || position >= Count) throw new IndexOutOfRangeException($"position {position} of {Count} elements");
            return First + Offset(position);
        }
        if (indices.Length != sizes.Length) throw new IndexOutOfRangeException($"{indices.Length} indices for {sizes.Length} dimensions");
        var offset = 0L;
        for (var d = 0; d < indices.Length; d++)
        {
            var index = indices[d] < 0 ? indices[d] + sizes[d] : indices[d];
            if (index < 0 || index >= sizes[d]) throw new IndexOutOfRangeException($"index {indices[d]} of dimension {d}, which has {sizes[d]}");
            offset += index * strides[d];
        }
        return First + offset;
    }

    // Where in memory the element at a position in order lies.
    private long Offset(long position)
    {
        if (isContiguous) return position;
        var offset = 0L;
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            (position, var index) = Math.DivRem(position, sizes[d]);
            offset += index * strides[d];
        }
        return offset;
    }
}
