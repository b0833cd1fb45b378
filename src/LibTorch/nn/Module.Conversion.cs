namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private static readonly Operator setDataOp = new("set_data");

            /// <summary>Whether every parameter is trained.</summary>
            public virtual Module requires_grad_(bool requires_grad = true)
            {
                foreach (var parameter in parameters()) parameter.requires_grad = requires_grad;
                return this;
            }

            /// <summary>Moves parameters and buffers to the element type and device of <paramref name="other"/>.</summary>
            public Module _to(Tensor other, bool non_blocking) => Convert(NotNull(other).dtype, other.device, non_blocking);

            /// <summary>
            /// Converts parameters and buffers where they are, so that an optimizer keeps them. To a floating-point type go those that have
            /// one; counters stay whole numbers.
            /// </summary>
            internal Module Convert(ScalarType? type, Device? device, bool non_blocking)
            {
                var isFloating = type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16 or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;
                foreach (var tensor in parameters().Concat(buffers()))
                {
                    using var gradient = tensor.grad;
                    Convert(tensor);
                    if (gradient is null) continue;
                    Convert(gradient);
                    tensor.grad = gradient;
                }
                return this;

                void Convert(Tensor tensor)
                {
                    var target = type is { } wanted && (!isFloating || tensor.is_floating_point() || tensor.is_complex()) ? wanted : tensor.dtype;
                    using var unrecorded = no_grad();
                    using var converted = tensor.to(target, device ?? tensor.device, non_blocking: non_blocking);
                    setDataOp.CallBool(tensor, converted);
                }
            }
        }
    }
}
