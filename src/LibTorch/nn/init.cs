namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters. Each changes its tensor, unrecorded, and returns it.</summary>
        public static partial class init
        {
            /// <summary>A matrix with ones on its diagonal.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.dim() != 2) throw new ArgumentException($"eye_ fills a matrix, this tensor has {tensor.dim()} dimensions", nameof(tensor));
                using var identity = eye(tensor.size(0), tensor.size(1));
                return Unrecorded(tensor, t => t.copy_(identity));
            }

            /// <summary>By how much a nonlinearity shrinks the deviation of what passes it.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                _ => 1,
            };

            /// <summary>How many inputs an output of a weight has, and how many outputs an input.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2) throw new ArgumentException($"fan in and fan out need two dimensions, this tensor has {shape.Length}", nameof(tensor));
                var field = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * field, shape[0] * field);
            }

            /// <summary>A matrix whose rows or columns are orthogonal; further dimensions count as columns.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                if (tensor.dim() < 2) throw new ArgumentException($"orthogonal_ needs two dimensions or more, this tensor has {tensor.dim()}", nameof(tensor));
                if (tensor.numel() == 0) return tensor;
                using var scope = NewDisposeScope();
                var (rows, columns) = (tensor.size(0), tensor.numel() / tensor.size(0));
                var random = empty([rows, columns], tensor.dtype, tensor.device).normal_();
                var (q, r) = new Operator("linalg_qr").CallTwo(rows < columns ? random.t() : random);
                q *= new Operator("diagonal").Call(r).sign();
                return Unrecorded(tensor, t => t.copy_((rows < columns ? q.t() : q).reshape(t.shape) * gain));
            }

            /// <summary>A matrix of normal numbers with a share of zeros in each column.</summary>
            /// <param name="sparsity">The share of zeros, from 0 to 1.</param>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                if (tensor.dim() != 2) throw new ArgumentException($"sparse_ fills a matrix, this tensor has {tensor.dim()} dimensions", nameof(tensor));
                using var scope = NewDisposeScope();
                var (rows, count) = (tensor.size(0), (long)Math.Ceiling(sparsity * tensor.size(0)));
                normal_(tensor, 0, std);
                return Unrecorded(tensor, t =>
                {
                    for (var column = 0L; column < t.size(1); column++)
                    {
                        var chosen = TensorIndex.Tensor(randperm(rows)[TensorIndex.Slice(0, count)]);
                        t[chosen, TensorIndex.Single(column)] = zeros([1], t.dtype, t.device);
                    }
                });
            }

            /// <summary>Normal numbers between two bounds.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                var (low, high) = (Below((a - mean) / std), Below((b - mean) / std));
                return Unrecorded(tensor, t =>
                {
                    t.uniform_(2 * low - 1, 2 * high - 1, generator);
                    new Operator("erfinv_").InPlace(t, t);
                    t.mul_(std * Math.Sqrt(2)).add_(mean);
                    new Operator("clamp_").InPlace(t, t, a, b);
                });

                // How much of the normal distribution lies below x.
                static double Below(double x)
                {
                    using var scope = NewDisposeScope();
                    return (1 + new Operator("erf").Call(torch.tensor(x / Math.Sqrt(2), ScalarType.Float64)).item<double>()) / 2;
                }
            }

            /// <summary>Kernels of a convolution that gives its input back, as far as there are channels for it.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                if (tensor.dim() is < 3 or > 5) throw new ArgumentException($"dirac_ needs 3 to 5 dimensions, this tensor has {tensor.dim()}", nameof(tensor));
                using var scope = NewDisposeScope();
                var middle = tensor.shape[2..].Select(size => TensorIndex.Single(size / 2)).ToArray();
                return Unrecorded(tensor, t =>
                {
                    t.zero_();
                    for (var i = 0L; i < Math.Min(t.size(0), t.size(1)); i++) t[[TensorIndex.Single(i), TensorIndex.Single(i), .. middle]] = 1;
                });
            }

            // Evenly distributed numbers of a deviation.
            private static Tensor Even(Tensor tensor, double deviation) => uniform_(tensor, -Math.Sqrt(3) * deviation, Math.Sqrt(3) * deviation);

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static Tensor Unrecorded(Tensor tensor, Action<Tensor> change)
            {
                using (no_grad()) change(tensor);
                return tensor;
            }
        }
    }
}
