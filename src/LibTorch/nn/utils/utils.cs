namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done to the parameters of whole modules.</summary>
        public static partial class utils
        {
            private static readonly Operator clampInPlaceOp = new("clamp_"), vectorNormOp = new("linalg_vector_norm"),
                mulInPlaceOp = new("mul_", "Tensor"), clampMaxOp = new("clamp", "");

            /// <summary>Shortens all gradients together to a norm, if they are longer, and returns the norm they had.</summary>
            /// <param name="norm_type">Infinity takes the largest.</param>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var unrecorded = no_grad();
                Tensor[] gradients = [.. NotNull(tensors).Select(tensor => tensor.grad!).Where(gradient => gradient is not null)];
                if (gradients.Length == 0) return 0;
                var norms = stack(gradients.Select(gradient => vectorNormOp.Call(gradient, (Scalar)norm_type)));
                var total = double.IsPositiveInfinity(norm_type) ? norms.max() : vectorNormOp.Call(norms, (Scalar)norm_type);
                var factor = clampMaxOp.Call(max_norm / (total + 1e-6), Argument.None, 1.0);
                foreach (var gradient in gradients) mulInPlaceOp.InPlace(gradient, gradient, factor);
                return total.item<double>();
            }

            /// <summary>Holds each element of every gradient within ±<paramref name="clip_value"/>.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var unrecorded = no_grad();
                foreach (var tensor in NotNull(tensors)) if (tensor.grad is { } gradient) clampInPlaceOp.InPlace(gradient, gradient, -clip_value, clip_value);
            }

            /// <summary>All elements of the parameters, one after the other.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(NotNull(tensors).Select(tensor => tensor.reshape(-1)).ToArray()).MoveToOuterDisposeScope();
            }

            /// <summary>Copies a vector made by <see cref="parameters_to_vector"/> into the parameters.</summary>
            /// <exception cref="ArgumentException">The vector has another length than the parameters together.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                Parameter[] all = [.. NotNull(tensors)];
                var needed = all.Sum(tensor => tensor.numel());
                if (NotNull(vec).dim() != 1 || vec.numel() != needed) throw new ArgumentException(
                    $"the parameters have {needed} elements, the vector has shape [{string.Join(", ", vec.shape)}]", nameof(vec));
                using var scope = NewDisposeScope();
                using var unrecorded = no_grad();
                var position = 0L;
                foreach (var tensor in all)
                {
                    tensor.copy_(vec[TensorIndex.Slice(position, position + tensor.numel())].view(tensor.shape));
                    position += tensor.numel();
                }
            }

            /// <summary>The weight and bias of one convolution that does what a convolution and a batch normalization that is not training do.</summary>
            public static (Parameter weight, Parameter bias) fuse_conv_bn_weights(
                Tensor conv_w, Tensor? conv_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b, bool transpose = false)
            {
                using var scope = NewDisposeScope();
                using var unrecorded = no_grad();
                var factor = (NotNull(bn_rv) + bn_eps).rsqrt();
                if (bn_w is not null) factor *= bn_w;
                var shape = Enumerable.Repeat(1L, (int)NotNull(conv_w).dim()).ToArray();
                shape[transpose ? 1 : 0] = -1;
                var offset = (conv_b is null ? -bn_rm : conv_b - bn_rm) * factor;
                if (bn_b is not null) offset += bn_b;
                return (Keep(conv_w * factor.reshape(shape)), Keep(offset));
            }

            /// <inheritdoc cref="fuse_conv_bn_weights"/>
            public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(
                Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b) =>
                fuse_conv_bn_weights(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b);

            /// <summary>One linear layer that does what a linear layer and a batch normalization that is not training do.</summary>
            /// <exception cref="ArgumentException">The normalization is training, or keeps no running figures.</exception>
            public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn)
            {
                if (NotNull(bn).training || NotNull(linear).training || bn.running_mean is null) throw new ArgumentException(
                    "only modules that are not training, with running figures, can be fused", nameof(bn));
                var (weight, bias) = fuse_linear_bn_weights(linear.weight, linear.bias, bn.running_mean, bn.running_var!, bn.eps, bn.weight, bn.bias);
                return new Linear(weight, bias);
            }

            private static Parameter Keep(Tensor tensor) => (Parameter)new Parameter(tensor).DetachFromDisposeScope();
        }
    }
}
