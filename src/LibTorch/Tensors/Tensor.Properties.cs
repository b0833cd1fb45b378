namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sizes of the dimensions; empty for a scalar.</summary>
        public long[] shape
        {
            get
            {
                var sizes = new long[dim()];
                fixed (long* p = sizes) Native.Check(Native.ts_layout(Handle, p, null), "shape");
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public long dim()
        {
            var count = Native.ts_dimensions(Handle);
            GC.KeepAlive(this);
            return count;
        }

        /// <summary>The size of one dimension; a negative <paramref name="dim"/> counts from the last.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public long size(int dim) => shape[Dimension(dim)];

        /// <summary>Elements to step over in memory for one step along each dimension.</summary>
        public long[] stride()
        {
            var strides = new long[dim()];
            fixed (long* p = strides) Native.Check(Native.ts_layout(Handle, null, p), "stride");
            GC.KeepAlive(this);
            return strides;
        }

        /// <inheritdoc cref="stride()"/>
        public long stride(int dim) => stride()[Dimension(dim)];

        private int Dimension(int wanted)
        {
            var count = (int)dim();
            if (wanted < -count || wanted >= count)
            {
                throw new ArgumentOutOfRangeException(nameof(wanted), wanted, $"a tensor of {count} dimensions has no dimension {wanted}");
            }
            return wanted < 0 ? wanted + count : wanted;
        }

        private Description Describe()
        {
            Description description;
            Native.Check(Native.ts_describe(Handle, &description), "tensor");
            GC.KeepAlive(this);
            return description;
        }
    }
}
