namespace TorchSharp;

public static partial class torch
{
    /// <summary>Other element types, other devices, and numbers as tensors.</summary>
    public partial class Tensor
    {
        public static implicit operator Tensor(Scalar scalar) => NotNull(scalar).Type switch
        {
            ScalarType.Bool => tensor(scalar.ToBoolean()),
            ScalarType.Int64 => tensor(scalar.ToInt64()),
            ScalarType.ComplexFloat64 => tensor(scalar.ToComplexFloat64()),
            _ => tensor(scalar.ToDouble()),
        };

        private Tensor DisposedAfter(Tensor result, bool dispose)
        {
            if (dispose) Dispose();
            return result;
        }

        // Of the object, not of the elements: they change.
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        private static Tensor Divide(Scalar left, Tensor right)
        {
            ArgumentNullException.ThrowIfNull(left);
            using var reciprocal = right.reciprocal();
            return reciprocal.mul(left);
        }

        // The numbers that occur, and, where asked for, the place of each element among them and how often each occurs.
        private (Tensor output, Tensor? inverse_indices, Tensor? counts) Unique(bool sorted, bool inverse, bool counts, int? dim)
        {
            var (output, places, times) = dim is { } one ? Aten.unique_dim.CallThree(this, one, sorted, inverse, counts)
                : Aten._unique2.CallThree(this, sorted, inverse, counts);
            if (!inverse) places.Dispose();
            if (!counts) times.Dispose();
            return (output, inverse ? places : null, counts ? times : null);
        }
    }
}
