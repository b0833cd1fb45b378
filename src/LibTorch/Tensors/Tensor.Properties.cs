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
                fixed (long* p = sizes) Native.layout(this, p, null);
                return sizes;
            }
        }

        /// <summary>Elements to step over in memory for one step along each dimension.</summary>
        public long[] stride()
        {
            var strides = new long[dim()];
            fixed (long* p = strides) Native.layout(this, null, p);
            return strides;
        }

        private int Dimension(int wanted)
        {
            var count = (int)dim();
            if (wanted >= -count && wanted < count) return wanted < 0 ? wanted + count : wanted;
            throw new ArgumentOutOfRangeException(nameof(wanted), wanted, $"a tensor of {count} dimensions has no dimension {wanted}");
        }

        private Description Describe()
        {
            Description description;
            Native.describe(this, &description);
            return description;
        }
    }
}
