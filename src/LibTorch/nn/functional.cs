namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // The rest, one line a function, is in Tables/functional.txt.
        public static partial class functional
        {
            private static readonly Operator clampMinInPlaceOp = new("clamp_min_");

            /// <summary>Divides by the strength of <paramref name="size"/> neighbouring channels of [N, C, …].</summary>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1)
            {
                var shape = NotNull(input).shape;
                if (shape.Length < 3) throw new ArgumentException(
                    $"local_response_norm needs 3 dimensions or more, this tensor has {shape.Length}", nameof(input));
                using var scope = NewDisposeScope();
                var squares = (input * input).view(shape[0], 1, shape[1], -1, shape[2]);
                var strength = avg_pool3d(pad(squares, [0, 0, 0, 0, size / 2, (size - 1) / 2]), [size, 1, 1], [1, 1, 1]).view(shape);
                return (input / (strength * alpha + k).pow(beta)).MoveToOuterDisposeScope();
            }

            /// <summary>Minus the log likelihood of <paramref name="target"/> for normal variables.</summary>
            /// <param name="variance">As many as the targets, or one for each row.</param>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var shape = NotNull(input).shape;
                if (NotNull(variance).dim() == shape.Length - 1) variance = variance.unsqueeze(-1);
                else if (variance.dim() != shape.Length) throw new ArgumentException(
                    "there is neither one variance for each target nor one for each row", nameof(variance));
                if (variance.lt(0).any().item<bool>()) throw new ArgumentException("a variance is negative", nameof(variance));
                variance = variance.clone();
                using (no_grad()) clampMinInPlaceOp.InPlace(variance, variance, (double)eps);
                var loss = (variance.log() + (input - NotNull(target)).pow(2) / variance) * 0.5;
                if (full) loss += 0.5 * Math.Log(2 * Math.PI);
                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>By how much the positive is not nearer than the negative.</summary>
            /// <param name="distance">The distance of two tensors; <see cref="pairwise_distance"/> when null.</param>
            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null,
                double margin = 1, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                distance ??= (x, y) => pairwise_distance(x, y);
                var (near, far) = (distance(anchor, positive), distance(anchor, negative));
                if (swap) far = far.minimum(distance(positive, negative));
                return Reduce((near - far + margin).relu(), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>Resizes [N, C, …] to <paramref name="size"/> or by <paramref name="scale_factor"/>.</summary>
            /// <param name="recompute_scale_factor">Take the factors from the resulting sizes.</param>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var spatial = (int)NotNull(x).dim() - 2;
                if (size is null == scale_factor is null) throw new ArgumentException("interpolate needs either size or scale_factor");
                var copies = mode is InterpolationMode.Nearest or InterpolationMode.NearestExact or InterpolationMode.Area;
                if (copies && align_corners == true) throw new ArgumentException($"align_corners has no meaning for {mode}", nameof(align_corners));
                if (size?.Length == 1) size = Sizes(size[0], spatial);
                if (scale_factor?.Length == 1) scale_factor = Sizes(scale_factor[0], spatial);
                if ((size?.Length ?? scale_factor!.Length) != spatial) throw new ArgumentException(
                    $"this input has {spatial} dimensions to resize, {size?.Length ?? scale_factor!.Length} were given");
                if (recompute_scale_factor || mode == InterpolationMode.Area)
                {
                    (size, scale_factor) = (size ?? [.. scale_factor!.Select((factor, i) => (long)(x.size(i + 2) * factor))], null);
                }
                var name = (mode, spatial) switch
                {
                    (InterpolationMode.Area, 1) => "adaptive_avg_pool1d",
                    (InterpolationMode.Area, 2) => "adaptive_avg_pool2d",
                    (InterpolationMode.Area, 3) => "adaptive_avg_pool3d",
                    (InterpolationMode.Nearest, >= 1 and <= 3) => $"upsample_nearest{spatial}d",
                    (InterpolationMode.NearestExact, >= 1 and <= 3) => $"_upsample_nearest_exact{spatial}d",
                    (InterpolationMode.Linear, 1) => "upsample_linear1d",
                    (InterpolationMode.Bilinear, 2) => antialias ? "_upsample_bilinear2d_aa" : "upsample_bilinear2d",
                    (InterpolationMode.Bicubic, 2) => antialias ? "_upsample_bicubic2d_aa" : "upsample_bicubic2d",
                    (InterpolationMode.Trilinear, 3) => "upsample_trilinear3d",
                    _ => throw new ArgumentException($"{mode} does not resize an input of {spatial + 2} dimensions", nameof(mode)),
                };
                return mode switch
                {
                    InterpolationMode.Area => new Operator(name).Call(x, size),
                    InterpolationMode.Nearest or InterpolationMode.NearestExact => new Operator(name, "vec").Call(x, size, scale_factor),
                    _ => new Operator(name, "vec").Call(x, size, align_corners ?? false, scale_factor),
                };
            }

            // Not by libtorch's operator, which this version cannot differentiate.
            internal static Tensor channel_shuffle(Tensor x, long groups)
            {
                var shape = NotNull(x).shape;
                if (shape.Length < 3 || shape[1] % groups != 0) throw new ArgumentException(
                    $"channels in [N, C, …] cannot be divided into {groups} groups when the shape is [{string.Join(", ", shape)}]", nameof(x));
                using var scope = NewDisposeScope();
                return x.reshape([shape[0], groups, shape[1] / groups, .. shape[2..]]).transpose(1, 2).reshape(shape).MoveToOuterDisposeScope();
            }

            private static Tensor Into(Tensor x, Tensor result, bool inplace)
            {
                if (!inplace) return result;
                using (result) return Alias(x.copy_(result));
            }

            private static Tensor First((Tensor first, Tensor second) results)
            {
                results.second?.Dispose();
                return results.first;
            }

            // Dropout of channels needs the dimension of the batch.
            private static Tensor Batched(Tensor input, int dimensions, Func<Tensor, Tensor> function)
            {
                if (NotNull(input).dim() == dimensions) return function(input);
                if (input.dim() != dimensions - 1) throw new ArgumentException(
                    $"this dropout needs {dimensions - 1} or {dimensions} dimensions, the input has {input.dim()}", nameof(input));
                using var batch = input.unsqueeze(0);
                using var result = function(batch);
                return result.squeeze(0);
            }

            private static Tensor PowerMean(Tensor mean, double power, long count)
            {
                using var scope = NewDisposeScope();
                return (mean.sign() * mean.abs().relu() * count).pow(1 / power).MoveToOuterDisposeScope();
            }

            private static long[] FractionalSizes(Tensor input, int dimensions, long[]? sizes, double[]? ratios)
            {
                if (sizes is null == ratios is null) throw new ArgumentException("fractional pooling needs either output_size or output_ratio");
                return sizes ?? [.. ratios!.Select((ratio, i) => (long)(input.size(i - dimensions) * ratio))];
            }

            private static long[] UnpooledSizes(Tensor input, long[] kernel, long[] stride, long[] padding, long[]? sizes)
            {
                var spatial = kernel.Length;
                if (sizes is not null) return sizes[^spatial..];
                return [.. kernel.Select((size, i) => (input.size(i - spatial) - 1) * stride[i] - 2 * padding[i] + size)];
            }

            private static Tensor Unpool1d(Tensor input, Tensor indices, long kernel, long stride, long padding, long[]? sizes)
            {
                using var scope = NewDisposeScope();
                var size = UnpooledSizes(NotNull(input), [kernel], [stride], [padding], sizes);
                return max_unpool2d(input.unsqueeze(-1), NotNull(indices).unsqueeze(-1), [kernel, 1], [stride, 1],
                    [padding, 0], [size[0], 1]).squeeze(-1).MoveToOuterDisposeScope();
            }
        }
    }
}
