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
    }
}
