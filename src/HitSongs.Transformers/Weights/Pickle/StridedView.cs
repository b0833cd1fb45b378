using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights.Pickle;

/// <summary>Views into a storage. Their bounds are checked here, since libtorch trusts them.</summary>
internal static class StridedView
{
    private const long MostElements = 1L << 48;
    private const int MostDimensions = 64;

    /// <summary>The tensor that lies in <paramref name="storage"/> from element <paramref name="offset"/> on.</summary>
    /// <exception cref="InvalidDataException">It would reach outside of the storage.</exception>
    public static Tensor Of(Tensor storage, long offset, long[] sizes, long[] strides, bool requiresGrad)
    {
        var count = Count(sizes, strides);
        if (count < 0 || count > MostElements || offset < 0 || (count > 0 && Last(offset, sizes, strides) >= storage.numel()))
        {
            throw new InvalidDataException(
                $"a tensor of shape [{string.Join(", ", sizes)}], strides [{string.Join(", ", strides)}] from element {offset} does not fit its storage of "
                    + $"{storage.numel()} elements"
            );
        }
        var view = count == 0 ? empty(sizes, storage.dtype) : storage.as_strided(sizes, strides, offset);
        if (!requiresGrad) return view;
        if (!view.is_floating_point() && !view.is_complex()) throw new InvalidDataException($"a tensor of {view.dtype} asks for a gradient");
        return view.requires_grad_();
    }

    /// <summary>Number of elements; -1 where sizes and strides are no shape.</summary>
    private static Int128 Count(long[] sizes, long[] strides)
    {
        if (sizes.Length != strides.Length || sizes.Length > MostDimensions || sizes.Any(size => size < 0) || strides.Any(stride => stride < 0)) return -1;
        // A size beside a zero may be anything as far as elements go; libtorch multiplies them all the same.
        if (sizes.Any(size => size > MostElements)) return -1;
        return sizes.Aggregate((Int128)1, (product, size) => Int128.Min(product * size, (Int128)MostElements + 1));
    }

    private static Int128 Last(long offset, long[] sizes, long[] strides) =>
        sizes.Zip(strides).Aggregate((Int128)offset, (last, dimension) => last + (Int128)(dimension.First - 1) * dimension.Second);
}
