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

        /// <summary>The elements as another type; the tensor itself when they are of it and no copy is asked for.</summary>
        /// <param name="disposeAfter">Dispose this tensor once the result is there.</param>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            DisposedAfter(Aten.to_dtype.Call(this, type, non_blocking, copy), disposeAfter);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            DisposedAfter(Aten.to_device.Call(this, device, type, non_blocking, copy), disposeAfter);

        private Tensor DisposedAfter(Tensor result, bool dispose)
        {
            if (dispose) Dispose();
            return result;
        }

        /// <summary>Whether both have the same shape and the same elements.</summary>
        public bool Equals(Tensor? target) => target is not null && Aten.equal.CallBool(this, target);

        public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is Tensor other && Equals(other));

        // Of the object, not of the elements: they change.
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        private static Tensor Divide(Scalar left, Tensor right)
        {
            ArgumentNullException.ThrowIfNull(left);
            using var reciprocal = right.reciprocal();
            return reciprocal.mul(left);
        }

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
