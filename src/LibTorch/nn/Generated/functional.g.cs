// Made by: dotnet run --file src/LibTorch/nn/Tables/generate.cs
#nullable enable
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What modules compute, without their state.</summary>
        public static partial class functional
        {
            /// <summary>max(0, x)</summary>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? Alias(Op.@relu_.InPlace(x, NotNull(x))) : Op.@relu.Unary(NotNull(x));

            /// <summary>min(max(0, x), 6)</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) =>
                inplace ? Alias(Op.@hardtanh_.InPlace(x, NotNull(x), 0, 6)) : Op.@hardtanh.Call(NotNull(x), 0, 6);

            /// <summary>x above zero, alpha (exp(x) − 1) below</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Alias(Op.@elu_.InPlace(x, NotNull(x), alpha)) : Op.@elu.Call(NotNull(x), alpha);

            /// <summary>x above zero, alpha (exp(x / alpha) − 1) below</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Alias(Op.@celu_.InPlace(x, NotNull(x), alpha)) : Op.@celu.Call(NotNull(x), alpha);

            /// <summary>An ELU whose scale keeps mean 0 and variance 1.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) =>
                inplace ? Alias(Op.@selu_.InPlace(x, NotNull(x))) : Op.@selu.Unary(NotNull(x));

            /// <summary>x Φ(x), with Φ the distribution function of the normal distribution</summary>
            public static Tensor gelu(Tensor x) =>
                Op.@gelu.Call(NotNull(x));

            /// <summary>x Φ(x), with Φ the distribution function of the normal distribution</summary>
            public static Tensor gelu(Tensor x, bool inplace) =>
                inplace ? Alias(Op.@gelu_.InPlace(x, NotNull(x))) : Op.@gelu.Call(NotNull(x));

            /// <summary>x Φ(x), exactly or by a hyperbolic tangent</summary>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                inplace ? Alias(Op.@gelu_.InPlace(x, NotNull(x), approximate.ToString())) : Op.@gelu.Call(NotNull(x), approximate.ToString());

            /// <summary>x sigmoid(x)</summary>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? Alias(Op.@silu_.InPlace(x, NotNull(x))) : Op.@silu.Unary(NotNull(x));

            /// <summary>x tanh(softplus(x))</summary>
            public static Tensor mish(Tensor x, bool inplace = false) =>
                inplace ? Alias(Op.@mish_.InPlace(x, NotNull(x))) : Op.@mish.Unary(NotNull(x));

            /// <summary>x held between two bounds</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                inplace ? Alias(Op.@hardtanh_.InPlace(x, NotNull(x), min_val, max_val)) : Op.@hardtanh.Call(NotNull(x), min_val, max_val);

            /// <summary>x relu6(x + 3) / 6</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? Alias(Op.@hardswish_.InPlace(input, NotNull(input))) : Op.@hardswish.Unary(NotNull(input));

            /// <summary>relu6(x + 3) / 6</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? Alias(Op.@hardsigmoid_.InPlace(input, NotNull(input))) : Op.@hardsigmoid.Unary(NotNull(input));

            /// <summary>x where it is beyond ±lambda, 0 elsewhere</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) =>
                Op.@hardshrink.Call(NotNull(x), lambda);

            /// <summary>x moved by lambda towards 0, and 0 within ±lambda</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) =>
                Op.@softshrink.Call(NotNull(x), lambda);

            /// <summary>x above zero, negative_slope x below</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Alias(Op.@leaky_relu_.InPlace(input, NotNull(input), negative_slope)) : Op.@leaky_relu.Call(NotNull(input), negative_slope);

            /// <summary>x above zero, x times the middle of the bounds below</summary>
            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) =>
                inplace ? Alias(Op.@rrelu_.InPlace(x, NotNull(x), lower, upper)) : Op.@rrelu.Call(NotNull(x), lower, upper);

            /// <summary>1 / (1 + exp(−x))</summary>
            public static Tensor sigmoid(Tensor x) =>
                Op.@sigmoid.Unary(NotNull(x));

            /// <summary>1 / (1 + exp(−x))</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) =>
                inplace ? Alias(Op.@sigmoid_.InPlace(x, NotNull(x))) : Op.@sigmoid.Unary(NotNull(x));

            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) =>
                inplace ? Alias(Op.@tanh_.InPlace(x, NotNull(x))) : Op.@tanh.Unary(NotNull(x));

            /// <summary>log(sigmoid(x))</summary>
            public static Tensor logsigmoid(Tensor x) =>
                Op.@log_sigmoid.Unary(NotNull(x));

            /// <summary>log(1 + exp(beta x)) / beta, and x itself beyond the threshold</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                Op.@softplus.Call(NotNull(x), beta, threshold);

            /// <summary>x / (1 + |x|)</summary>
            public static Tensor softsign(Tensor x, bool inplace = false) =>
                Into(x, x / (x.abs() + 1), inplace);

            /// <summary>x − tanh(x)</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false) =>
                Into(x, x - x.tanh(), inplace);

            /// <summary>x above the threshold, the value elsewhere</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? Alias(Op.@threshold_.InPlace(x, NotNull(x), threshold, value)) : Op.@threshold.Call(NotNull(x), threshold, value);

            /// <summary>x above zero, weight x below</summary>
            public static Tensor prelu(Tensor input, Tensor weight) =>
                Op.@prelu.Call(NotNull(input), NotNull(weight));

            /// <summary>a sigmoid(b), with a and b the halves of the input</summary>
            public static Tensor glu(Tensor input, long dim = -1) =>
                Op.@glu.Call(NotNull(input), dim);

            /// <summary>exp(x) divided by its sum along a dimension</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                Op.@softmax_int.Call(NotNull(input), dim, dtype);

            /// <summary>The logarithm of softmax.</summary>
            public static Tensor log_softmax(Tensor x, long dim) =>
                Op.@log_softmax_int.Call(NotNull(x), dim);

            /// <summary>softmax(−x)</summary>
            public static Tensor softmin(Tensor x, long dim) =>
                softmax(-x, dim);

            /// <summary>softmax over the channels of an image</summary>
            public static Tensor softmax2d(Tensor x) =>
                softmax(x, -3);

            /// <summary>x Wᵀ + b</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Op.@linear.Call(NotNull(input), NotNull(weights), bias);

            /// <summary>x₁ᵀ W x₂ + b</summary>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Op.@bilinear.Call(NotNull(input1), NotNull(input2), NotNull(weight), bias);

            /// <summary>A row of zeros with a one at its class, for each class; -1 is one more than the largest.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) =>
                Op.@one_hot.Call(NotNull(x), num_classes);

            /// <summary>x divided by its p-norm along a dimension</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12) =>
                input / Op.@clamp_min.Call(Op.@norm_ScalarOpt_dim.Call(NotNull(input), (Scalar)p, dim, true), eps);

            /// <summary>The cosine of the angle between vectors along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                Op.@cosine_similarity.Call(NotNull(x1), NotNull(x2), dim, eps);

            /// <summary>The p-norm of the difference along the last dimension.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1e-6, bool keepdim = false) =>
                Op.@pairwise_distance.Call(NotNull(input1), NotNull(input2), p, eps, keepdim);

            /// <summary>Channels become pixels: [C r², H, W] to [C, H r, W r].</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) =>
                Op.@pixel_shuffle.Call(NotNull(input), upscale_factor);

            /// <summary>Pixels become channels: [C, H r, W r] to [C r², H, W].</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) =>
                Op.@pixel_unshuffle.Call(NotNull(input), downscale_factor);

            /// <summary>Drops elements with probability p and scales the others.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Alias(Op.@dropout_.InPlace(input, NotNull(input), p, training)) : Op.@dropout.Call(NotNull(input), p, training);

            /// <summary>Drops whole channels with probability p.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Alias(Op.@feature_dropout_.InPlace(input, NotNull(input), p, training)) : Op.@feature_dropout.Call(NotNull(input), p, training);

            /// <summary>Drops whole channels of [(N,) C, L] with probability p.</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Batched(input, 3, x => dropout2d(x, p, training, inplace));

            /// <summary>Drops whole channels of [(N,) C, D, H, W] with probability p.</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                Batched(input, 5, x => dropout2d(x, p, training, inplace));

            /// <summary>Dropout that keeps mean and variance.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace ? Alias(Op.@alpha_dropout_.InPlace(input, NotNull(input), p, training)) : Op.@alpha_dropout.Call(NotNull(input), p, training);

            /// <summary>Alpha dropout of whole channels.</summary>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace ? Alias(Op.@feature_alpha_dropout_.InPlace(input, NotNull(input), p, training)) : Op.@feature_alpha_dropout.Call(NotNull(input), p, training);

            /// <summary>The convolution of [(N,) C, L] with [out, C / groups, K].</summary>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                Op.@conv1d.Call(NotNull(input), NotNull(weight), bias, Given(stride), Given(padding), Given(dilation), groups);

            /// <summary>The convolution of [(N,) C, L], "same" size or "valid" positions.</summary>
            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Op.@conv1d_padding.Call(NotNull(input), NotNull(weight), bias, Given(stride), Text(padding), Given(dilation), groups);

            /// <summary>The convolution of [(N,) C, H, W].</summary>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Op.@conv2d.Call(NotNull(input), NotNull(weight), bias, Given(strides), Given(padding), Given(dilation), groups);

            /// <summary>The convolution of [(N,) C, H, W], "same" size or "valid" positions.</summary>
            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Op.@conv2d_padding.Call(NotNull(input), NotNull(weight), bias, Given(strides), Text(padding), Given(dilation), groups);

            /// <summary>The convolution of [(N,) C, D, H, W].</summary>
            public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Op.@conv3d.Call(NotNull(input), NotNull(weight), bias, Given(strides), Given(padding), Given(dilation), groups);

            /// <summary>The convolution of [(N,) C, D, H, W], "same" size or "valid" positions.</summary>
            public static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Op.@conv3d_padding.Call(NotNull(input), NotNull(weight), bias, Given(strides), Text(padding), Given(dilation), groups);

            /// <summary>The gradient of conv1d by its input.</summary>
            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                Op.@conv_transpose1d.Call(NotNull(input), NotNull(weight), bias, Given(stride), Given(padding), Given(output_padding), groups, Given(dilation));

            /// <summary>The gradient of conv2d by its input.</summary>
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Op.@conv_transpose2d_input.Call(NotNull(input), NotNull(weight), bias, Given(strides), Given(padding), Given(output_padding), groups, Given(dilation));

            /// <summary>The gradient of conv3d by its input.</summary>
            public static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Op.@conv_transpose3d_input.Call(NotNull(input), NotNull(weight), bias, Given(strides), Given(padding), Given(output_padding), groups, Given(dilation));

            /// <summary>The largest of each window of [(N,) C, L].</summary>
            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Op.@max_pool1d.Call(NotNull(input), kernel_size, Given(stride), Given(padding), Given(dilation), ceil_mode);

            /// <summary>The largest of each window, and where it lies.</summary>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Op.@max_pool1d_with_indices.CallTwo(NotNull(input), kernel_size, Given(stride), Given(padding), Given(dilation), ceil_mode);

            /// <summary>The largest of each window of [(N,) C, H, W].</summary>
            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Sizes(kernel_size)!, Sizes(stride), Sizes(padding), Sizes(dilation), ceil_mode);

            /// <summary>The largest of each window of [(N,) C, H, W].</summary>
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Op.@max_pool2d.Call(NotNull(input), kernel_size, Given(stride), Given(padding), Given(dilation), ceil_mode);

            /// <summary>The largest of each window of [(N,) C, H, W].</summary>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Op.@max_pool2d.Call(NotNull(input), kernel_size, Given(strides), Given(padding), Given(dilation), ceil_mode);

            /// <summary>The largest of each window, and where it lies.</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Op.@max_pool2d_with_indices.CallTwo(NotNull(input), kernel_size, Given(strides), Given(padding), Given(dilation), ceil_mode);

            /// <summary>The largest of each window of [(N,) C, D, H, W].</summary>
            public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Op.@max_pool3d.Call(NotNull(input), kernel_size, Given(strides), Given(padding), Given(dilation), ceil_mode);

            /// <summary>The largest of each window, and where it lies.</summary>
            public static (Tensor output, Tensor indices) max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Op.@max_pool3d_with_indices.CallTwo(NotNull(input), kernel_size, Given(strides), Given(padding), Given(dilation), ceil_mode);

            /// <summary>The mean of each window of [(N,) C, L].</summary>
            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true) =>
                Op.@avg_pool1d.Call(NotNull(input), kernel_size, Given(stride), Given(padding), ceil_mode, count_include_pad);

            /// <summary>The mean of each window of [(N,) C, H, W].</summary>
            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Sizes(kernel_size)!, Sizes(stride), Sizes(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window of [(N,) C, H, W].</summary>
            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Op.@avg_pool2d.Call(NotNull(input), kernel_size, Given(stride), padding, ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window of [(N,) C, H, W].</summary>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Op.@avg_pool2d.Call(NotNull(input), kernel_size, Given(stride), Given(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of each window of [(N,) C, D, H, W].</summary>
            public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Op.@avg_pool3d.Call(NotNull(input), kernel_size, Given(stride), Given(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The gradient of avg_pool2d by its input.</summary>
            public static Tensor avg_pool2d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Op.@avg_pool2d_backward.Call(NotNull(input), NotNull(originalInput), kernel_sizes, strides ?? kernel_sizes, paddings ?? [0, 0], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The gradient of avg_pool3d by its input.</summary>
            public static Tensor avg_pool3d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Op.@avg_pool3d_backward.Call(NotNull(input), NotNull(originalInput), kernel_sizes, strides ?? kernel_sizes, paddings ?? [0, 0, 0], ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean of as many windows as asked for.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                Op.@adaptive_avg_pool1d.Call(NotNull(input), output_size);

            /// <summary>The mean of as many windows as asked for.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                Op.@adaptive_avg_pool2d.Call(NotNull(input), output_size);

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                adaptive_avg_pool2d(input, functional.Sizes(output_size)!);

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                adaptive_avg_pool2d(input, functional.Sizes(output_size, 2)!);

            /// <summary>The mean of as many windows as asked for.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) =>
                Op.@adaptive_avg_pool3d.Call(NotNull(input), output_size);

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                adaptive_avg_pool3d(input, functional.Sizes(output_size)!);

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) =>
                adaptive_avg_pool3d(input, functional.Sizes(output_size, 3)!);

            /// <summary>The largest of as many windows as asked for.</summary>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) =>
                adaptive_max_pool1d_with_indices(input, output_size).output;

            /// <summary>The largest of as many windows as asked for.</summary>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) =>
                adaptive_max_pool2d_with_indices(input, output_size).output;

            /// <summary>The largest of as many windows as asked for.</summary>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size) =>
                adaptive_max_pool3d_with_indices(input, output_size).output;

            /// <summary>The largest of as many windows as asked for, and where they lie.</summary>
            public static (Tensor output, Tensor indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                Op.@adaptive_max_pool1d.CallTwo(NotNull(input), output_size);

            /// <summary>The largest of as many windows as asked for, and where they lie.</summary>
            public static (Tensor output, Tensor indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                Op.@adaptive_max_pool2d.CallTwo(NotNull(input), output_size);

            /// <summary>The largest of as many windows as asked for, and where they lie.</summary>
            public static (Tensor output, Tensor indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) =>
                Op.@adaptive_max_pool3d.CallTwo(NotNull(input), output_size);

            /// <summary>The largest of windows placed at random.</summary>
            public static Tensor fractional_max_pool2d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio).output;

            /// <inheritdoc cref="fractional_max_pool2d(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                fractional_max_pool2d(input, functional.Sizes(kernel_size)!, functional.Sizes(output_size), functional.Sizes(output_ratio));

            /// <inheritdoc cref="fractional_max_pool2d(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool2d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool2d(input, functional.Sizes(kernel_size, 2)!, functional.Sizes(output_size, 2), functional.Sizes(output_ratio, 2));

            /// <summary>The largest of windows placed at random.</summary>
            public static Tensor fractional_max_pool3d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio).output;

            /// <inheritdoc cref="fractional_max_pool3d(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool3d(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                fractional_max_pool3d(input, functional.Sizes(kernel_size)!, functional.Sizes(output_size), functional.Sizes(output_ratio));

            /// <inheritdoc cref="fractional_max_pool3d(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool3d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool3d(input, functional.Sizes(kernel_size, 3)!, functional.Sizes(output_size, 3), functional.Sizes(output_ratio, 3));

            /// <summary>The largest of windows placed at random, and where they lie.</summary>
            public static (Tensor output, Tensor indices) fractional_max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Op.@fractional_max_pool2d.CallTwo(NotNull(input), kernel_size, FractionalSizes(input, 2, output_size, output_ratio), Samples(input, 2));

            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor output, Tensor indices) fractional_max_pool2d_with_indices(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, functional.Sizes(kernel_size)!, functional.Sizes(output_size), functional.Sizes(output_ratio));

            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor output, Tensor indices) fractional_max_pool2d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, functional.Sizes(kernel_size, 2)!, functional.Sizes(output_size, 2), functional.Sizes(output_ratio, 2));

            /// <summary>The largest of windows placed at random, and where they lie.</summary>
            public static (Tensor output, Tensor indices) fractional_max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Op.@fractional_max_pool3d.CallTwo(NotNull(input), kernel_size, FractionalSizes(input, 3, output_size, output_ratio), Samples(input, 3));

            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor output, Tensor indices) fractional_max_pool3d_with_indices(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, functional.Sizes(kernel_size)!, functional.Sizes(output_size), functional.Sizes(output_ratio));

            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor output, Tensor indices) fractional_max_pool3d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, functional.Sizes(kernel_size, 3)!, functional.Sizes(output_size, 3), functional.Sizes(output_ratio, 3));

            /// <summary>The p-norm of each window of [(N,) C, L].</summary>
            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                PowerMean(avg_pool1d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode), norm_type, kernel_size);

            /// <summary>The p-norm of each window of [(N,) C, H, W].</summary>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, Sizes(kernel_size, 2)!, Sizes(stride, 2), ceil_mode);

            /// <summary>The p-norm of each window of [(N,) C, H, W].</summary>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false) =>
                PowerMean(avg_pool2d(input.pow(norm_type), kernel_size, stride, null, ceil_mode), norm_type, kernel_size[0] * kernel_size[1]);

            /// <summary>Puts maxima back where they came from.</summary>
            public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null) =>
                Unpool1d(input, indices, kernel_size, stride ?? kernel_size, padding ?? 0, output_size);

            /// <summary>Puts maxima back where they came from.</summary>
            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Op.@max_unpool2d.Call(NotNull(input), NotNull(indices), UnpooledSizes(input, kernel_size, stride ?? kernel_size, padding ?? [0, 0], output_size));

            /// <summary>Puts maxima back where they came from.</summary>
            public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Op.@max_unpool3d.Call(NotNull(input), NotNull(indices), UnpooledSizes(input, kernel_size, stride ?? kernel_size, padding ?? [0, 0, 0], output_size), stride ?? kernel_size, padding ?? [0, 0, 0]);

            /// <summary>Adds up columns of sliding blocks to an image.</summary>
            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                Op.@col2im.Call(NotNull(input), Sizes(output_size), Sizes(kernel_size), Sizes(dilation) ?? [1, 1], Sizes(padding) ?? [0, 0], Sizes(stride) ?? [1, 1]);

            /// <summary>Adds up columns of sliding blocks to an image.</summary>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Op.@col2im.Call(NotNull(input), output_size, kernel_size, dilation, padding, stride);

            /// <summary>The sliding blocks of an image as columns.</summary>
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                Op.@im2col.Call(NotNull(input), Sizes(kernel_size), Sizes(dilation) ?? [1, 1], Sizes(padding) ?? [0, 0], Sizes(stride) ?? [1, 1]);

            /// <summary>The sliding blocks of an image as columns.</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Op.@im2col.Call(NotNull(input), kernel_size, dilation, padding, stride);

            /// <summary>Mean 0 and variance 1 for each channel of a batch.</summary>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                Op.@batch_norm.Call(NotNull(input), weight, bias, running_mean, running_var, training, momentum, eps, false);

            /// <summary>Mean 0 and variance 1 for each channel of each instance.</summary>
            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                Op.@instance_norm.Call(NotNull(input), weight, bias, running_mean, running_var, use_input_stats, momentum, eps, false);

            /// <summary>Mean 0 and variance 1 over the last dimensions.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Op.@layer_norm.Call(NotNull(input), normalized_shape, weight, bias, eps);

            /// <summary>Mean 0 and variance 1 for each group of channels.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Op.@group_norm.Call(NotNull(input), num_groups, weight, bias, eps);

            /// <summary>The absolute difference.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Op.@l1_loss.Call(NotNull(input), NotNull(target), (long)reduction);

            /// <summary>The squared difference.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Op.@mse_loss.Call(NotNull(input), NotNull(target), (long)reduction);

            /// <summary>Squared up to delta, straight beyond.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                Op.@huber_loss.Call(NotNull(input), NotNull(target), (long)reduction, delta);

            /// <summary>Squared up to beta, straight beyond, divided by beta.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                Op.@smooth_l1_loss.Call(NotNull(input), NotNull(target), (long)reduction, beta);

            /// <summary>The cross entropy between scores [N, classes] and classes [N] or probabilities [N, classes].</summary>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                Op.@cross_entropy_loss.Call(NotNull(input), NotNull(target), weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>Minus the logarithm of the probability of the class.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Op.@nll_loss_nd.Call(NotNull(input), NotNull(target), weight, (long)reduction);

            /// <summary>The cross entropy between two probabilities of yes.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Op.@binary_cross_entropy.Call(NotNull(input), NotNull(target), weight, (long)reduction);

            /// <summary>The cross entropy between scores and probabilities of yes.</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                Op.@binary_cross_entropy_with_logits.Call(NotNull(input), NotNull(target), weight, pos_weights, (long)reduction);

            /// <summary>The divergence of log probabilities from a target.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                Op.@kl_div.Call(NotNull(input), NotNull(target), (long)reduction, log_target);

            /// <summary>Minus the log likelihood of counts.</summary>
            public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                Op.@poisson_nll_loss.Call(NotNull(input), NotNull(target), log_input, full, (double)eps, (long)reduction);

            /// <summary>Minus the log likelihood of a sequence of classes, over all alignments.</summary>
            public static Tensor ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                Op.@ctc_loss_Tensor.Call(NotNull(log_probs), NotNull(targets), NotNull(input_lengths), NotNull(target_lengths), blank, (long)reduction, zero_infinity);

            /// <summary>1 − cos where the target is 1, cos beyond the margin where it is −1.</summary>
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                Op.@cosine_embedding_loss.Call(NotNull(input1), NotNull(input2), NotNull(target), margin, (long)reduction);

            /// <summary>x where the target is 1, the margin left where it is −1.</summary>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                Op.@hinge_embedding_loss.Call(NotNull(input), NotNull(target), margin, (long)reduction);

            /// <summary>max(0, −target (x₁ − x₂) + margin)</summary>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean) =>
                Op.@margin_ranking_loss.Call(NotNull(input1), NotNull(input2), NotNull(target), margin, (long)reduction);

            /// <summary>By how much other classes come nearer than the margin.</summary>
            public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Op.@multi_margin_loss.Call(NotNull(input), NotNull(target), p, margin, weight, (long)reduction);

            /// <summary>By how much classes that do not hold come near those that do.</summary>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Op.@multilabel_margin_loss.Call(NotNull(input), NotNull(target), (long)reduction);

            /// <summary>log(1 + exp(−target x))</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Op.@soft_margin_loss.Call(NotNull(input), NotNull(target), (long)reduction);

            /// <summary>By how much the positive is not nearer than the negative.</summary>
            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean) =>
                Op.@triplet_margin_loss.Call(NotNull(anchor), NotNull(positive), NotNull(negative), margin, (double)p, eps, swap, (long)reduction);

            /// <summary>The sampling positions of an affine map.</summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                Op.@affine_grid_generator.Call(NotNull(theta), size ?? [], align_corners);

            /// <summary>Resizes [N, C, …].</summary>
            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            /// <summary>Resizes by copying the nearest.</summary>
            public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor);

            /// <summary>Resizes images linearly.</summary>
            public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            /// <summary>Resizes [N, C, L] by copying the nearest.</summary>
            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                interpolate(input, Sizes(outputSize, 1), Sizes(scaleFactor, 1));

            /// <summary>Resizes [N, C, H, W] by copying the nearest.</summary>
            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                interpolate(input, outputSizes, scaleFactors);

            /// <summary>Resizes [N, C, D, H, W] by copying the nearest.</summary>
            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                interpolate(input, outputSizes, scaleFactors);

            /// <summary>The gradient of upsample_nearest1d by its input.</summary>
            public static Tensor upsample_nearest1d_backward(Tensor grad_output, long? outputSize, long inputSize, double? scaleFactor) =>
                Op.@upsample_nearest1d_backward_vec.Call(NotNull(grad_output), Sizes(outputSize, 1), new[] { grad_output.size(0), grad_output.size(1), inputSize }, Sizes(scaleFactor, 1));

            /// <summary>The gradient of upsample_nearest2d by its input.</summary>
            public static Tensor upsample_nearest2d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Op.@upsample_nearest2d_backward_vec.Call(NotNull(grad_output), outputSizes, inputSizes, scaleFactors);

            /// <summary>The gradient of upsample_nearest3d by its input.</summary>
            public static Tensor upsample_nearest3d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                Op.@upsample_nearest3d_backward_vec.Call(NotNull(grad_output), outputSizes, inputSizes, scaleFactors);

            /// <summary>Widens the last dimension on both sides.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad, pad], mode, value);

            /// <summary>Widens the last dimension.</summary>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>Widens the last two dimensions.</summary>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>Widens dimensions, from the last on.</summary>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>Widens dimensions, from the last on: before and after each.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Op.@pad.Call(NotNull(input), pad, Text(mode), mode is PaddingModes.Constant or PaddingModes.Zeros ? (double?)value : null);

            private static class Op
            {
                public static readonly Operator @adaptive_avg_pool1d = new("adaptive_avg_pool1d", "");
                public static readonly Operator @adaptive_avg_pool2d = new("adaptive_avg_pool2d", "");
                public static readonly Operator @adaptive_avg_pool3d = new("adaptive_avg_pool3d", "");
                public static readonly Operator @adaptive_max_pool1d = new("adaptive_max_pool1d", "");
                public static readonly Operator @adaptive_max_pool2d = new("adaptive_max_pool2d", "");
                public static readonly Operator @adaptive_max_pool3d = new("adaptive_max_pool3d", "");
                public static readonly Operator @affine_grid_generator = new("affine_grid_generator", "");
                public static readonly Operator @alpha_dropout = new("alpha_dropout", "");
                public static readonly Operator @alpha_dropout_ = new("alpha_dropout_", "");
                public static readonly Operator @avg_pool1d = new("avg_pool1d", "");
                public static readonly Operator @avg_pool2d = new("avg_pool2d", "");
                public static readonly Operator @avg_pool2d_backward = new("avg_pool2d_backward", "");
                public static readonly Operator @avg_pool3d = new("avg_pool3d", "");
                public static readonly Operator @avg_pool3d_backward = new("avg_pool3d_backward", "");
                public static readonly Operator @batch_norm = new("batch_norm", "");
                public static readonly Operator @bilinear = new("bilinear", "");
                public static readonly Operator @binary_cross_entropy = new("binary_cross_entropy", "");
                public static readonly Operator @binary_cross_entropy_with_logits = new("binary_cross_entropy_with_logits", "");
                public static readonly Operator @celu = new("celu", "");
                public static readonly Operator @celu_ = new("celu_", "");
                public static readonly Operator @clamp_min = new("clamp_min", "");
                public static readonly Operator @col2im = new("col2im", "");
                public static readonly Operator @conv1d = new("conv1d", "");
                public static readonly Operator @conv1d_padding = new("conv1d", "padding");
                public static readonly Operator @conv2d = new("conv2d", "");
                public static readonly Operator @conv2d_padding = new("conv2d", "padding");
                public static readonly Operator @conv3d = new("conv3d", "");
                public static readonly Operator @conv3d_padding = new("conv3d", "padding");
                public static readonly Operator @conv_transpose1d = new("conv_transpose1d", "");
                public static readonly Operator @conv_transpose2d_input = new("conv_transpose2d", "input");
                public static readonly Operator @conv_transpose3d_input = new("conv_transpose3d", "input");
                public static readonly Operator @cosine_embedding_loss = new("cosine_embedding_loss", "");
                public static readonly Operator @cosine_similarity = new("cosine_similarity", "");
                public static readonly Operator @cross_entropy_loss = new("cross_entropy_loss", "");
                public static readonly Operator @ctc_loss_Tensor = new("ctc_loss", "Tensor");
                public static readonly Operator @dropout = new("dropout", "");
                public static readonly Operator @dropout_ = new("dropout_", "");
                public static readonly Operator @elu = new("elu", "");
                public static readonly Operator @elu_ = new("elu_", "");
                public static readonly Operator @feature_alpha_dropout = new("feature_alpha_dropout", "");
                public static readonly Operator @feature_alpha_dropout_ = new("feature_alpha_dropout_", "");
                public static readonly Operator @feature_dropout = new("feature_dropout", "");
                public static readonly Operator @feature_dropout_ = new("feature_dropout_", "");
                public static readonly Operator @fractional_max_pool2d = new("fractional_max_pool2d", "");
                public static readonly Operator @fractional_max_pool3d = new("fractional_max_pool3d", "");
                public static readonly Operator @gelu = new("gelu", "");
                public static readonly Operator @gelu_ = new("gelu_", "");
                public static readonly Operator @glu = new("glu", "");
                public static readonly Operator @group_norm = new("group_norm", "");
                public static readonly Operator @hardshrink = new("hardshrink", "");
                public static readonly Operator @hardsigmoid = new("hardsigmoid", "");
                public static readonly Operator @hardsigmoid_ = new("hardsigmoid_", "");
                public static readonly Operator @hardswish = new("hardswish", "");
                public static readonly Operator @hardswish_ = new("hardswish_", "");
                public static readonly Operator @hardtanh = new("hardtanh", "");
                public static readonly Operator @hardtanh_ = new("hardtanh_", "");
                public static readonly Operator @hinge_embedding_loss = new("hinge_embedding_loss", "");
                public static readonly Operator @huber_loss = new("huber_loss", "");
                public static readonly Operator @im2col = new("im2col", "");
                public static readonly Operator @instance_norm = new("instance_norm", "");
                public static readonly Operator @kl_div = new("kl_div", "");
                public static readonly Operator @l1_loss = new("l1_loss", "");
                public static readonly Operator @layer_norm = new("layer_norm", "");
                public static readonly Operator @leaky_relu = new("leaky_relu", "");
                public static readonly Operator @leaky_relu_ = new("leaky_relu_", "");
                public static readonly Operator @linear = new("linear", "");
                public static readonly Operator @log_sigmoid = new("log_sigmoid", "");
                public static readonly Operator @log_softmax_int = new("log_softmax", "int");
                public static readonly Operator @margin_ranking_loss = new("margin_ranking_loss", "");
                public static readonly Operator @max_pool1d = new("max_pool1d", "");
                public static readonly Operator @max_pool1d_with_indices = new("max_pool1d_with_indices", "");
                public static readonly Operator @max_pool2d = new("max_pool2d", "");
                public static readonly Operator @max_pool2d_with_indices = new("max_pool2d_with_indices", "");
                public static readonly Operator @max_pool3d = new("max_pool3d", "");
                public static readonly Operator @max_pool3d_with_indices = new("max_pool3d_with_indices", "");
                public static readonly Operator @max_unpool2d = new("max_unpool2d", "");
                public static readonly Operator @max_unpool3d = new("max_unpool3d", "");
                public static readonly Operator @mish = new("mish", "");
                public static readonly Operator @mish_ = new("mish_", "");
                public static readonly Operator @mse_loss = new("mse_loss", "");
                public static readonly Operator @multi_margin_loss = new("multi_margin_loss", "");
                public static readonly Operator @multilabel_margin_loss = new("multilabel_margin_loss", "");
                public static readonly Operator @nll_loss_nd = new("nll_loss_nd", "");
                public static readonly Operator @norm_ScalarOpt_dim = new("norm", "ScalarOpt_dim");
                public static readonly Operator @one_hot = new("one_hot", "");
                public static readonly Operator @pad = new("pad", "");
                public static readonly Operator @pairwise_distance = new("pairwise_distance", "");
                public static readonly Operator @pixel_shuffle = new("pixel_shuffle", "");
                public static readonly Operator @pixel_unshuffle = new("pixel_unshuffle", "");
                public static readonly Operator @poisson_nll_loss = new("poisson_nll_loss", "");
                public static readonly Operator @prelu = new("prelu", "");
                public static readonly Operator @relu = new("relu", "");
                public static readonly Operator @relu_ = new("relu_", "");
                public static readonly Operator @rrelu = new("rrelu", "");
                public static readonly Operator @rrelu_ = new("rrelu_", "");
                public static readonly Operator @selu = new("selu", "");
                public static readonly Operator @selu_ = new("selu_", "");
                public static readonly Operator @sigmoid = new("sigmoid", "");
                public static readonly Operator @sigmoid_ = new("sigmoid_", "");
                public static readonly Operator @silu = new("silu", "");
                public static readonly Operator @silu_ = new("silu_", "");
                public static readonly Operator @smooth_l1_loss = new("smooth_l1_loss", "");
                public static readonly Operator @soft_margin_loss = new("soft_margin_loss", "");
                public static readonly Operator @softmax_int = new("softmax", "int");
                public static readonly Operator @softplus = new("softplus", "");
                public static readonly Operator @softshrink = new("softshrink", "");
                public static readonly Operator @tanh = new("tanh", "");
                public static readonly Operator @tanh_ = new("tanh_", "");
                public static readonly Operator @threshold = new("threshold", "");
                public static readonly Operator @threshold_ = new("threshold_", "");
                public static readonly Operator @triplet_margin_loss = new("triplet_margin_loss", "");
                public static readonly Operator @upsample_nearest1d_backward_vec = new("upsample_nearest1d_backward", "vec");
                public static readonly Operator @upsample_nearest2d_backward_vec = new("upsample_nearest2d_backward", "vec");
                public static readonly Operator @upsample_nearest3d_backward_vec = new("upsample_nearest3d_backward", "vec");
            }
        }
    }
}
