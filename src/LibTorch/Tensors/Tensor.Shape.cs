namespace TorchSharp;

public static partial class torch
{
    /// <summary>The same elements seen otherwise, sharing the memory.</summary>
    public partial class Tensor
    {
        /// <summary>Transposed: the last two dimensions of a matrix, all of them in general.</summary>
        public Tensor T => dim() == 2 ? t() : permute([.. Numbers(0, dim()).Reverse()]);

        /// <summary>The matrix transposed and conjugated.</summary>
        public Tensor H => Aten.matrix_H.Unary(this);

        public Tensor mT => transpose(-2, -1);

        public Tensor mH => Aten.mH.Unary(this);

        public Tensor real => is_complex() ? Aten.real.Unary(this) : this;

        public Tensor imag => Aten.imag.Unary(this);

        private static Tensor As(Tensor self, ScalarType? type) => type is { } wanted ? self.to_type(wanted) : self;

        // The numbers that occur, and, where asked for, the place of each element among them and how often each occurs.
        private (Tensor output, Tensor? inverse_indices, Tensor? counts) Unique(bool sorted, bool inverse, bool counts, int? dim)
        {
            var (output, places, times) = dim is { } one ? Aten.unique_dim.CallThree(this, one, sorted, inverse, counts) : Aten._unique2.CallThree(this, sorted, inverse, counts);
            if (!inverse) places.Dispose();
            if (!counts) times.Dispose();
            return (output, inverse ? places : null, counts ? times : null);
        }
    }
}
