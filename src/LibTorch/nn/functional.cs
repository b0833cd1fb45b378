namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What modules compute, without their state.</summary>
        public static partial class functional
        {
            private static readonly Operator linearOp = new("linear"), dropoutOp = new("dropout"), dropoutInPlaceOp = new("dropout_");
            private static readonly Operator crossEntropyOp = new("cross_entropy_loss"), mseOp = new("mse_loss"), l1Op = new("l1_loss");
            private static readonly Operator bceOp = new("binary_cross_entropy"), bceWithLogitsOp = new("binary_cross_entropy_with_logits");
            private static readonly Operator nllOp = new("nll_loss_nd"), oneHotOp = new("one_hot");

            /// <summary>x Wᵀ + b</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => linearOp.Call(NotNull(input), NotNull(weights), bias);

            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? Alias(x.relu_()) : x.relu();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? Alias(x.sigmoid_()) : x.sigmoid();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? Alias(x.tanh_()) : x.tanh();

            public static Tensor gelu(Tensor x) => x.gelu();

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <param name="p">The probability that an element is dropped.</param>
            /// <param name="training">When false the input comes back.</param>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Alias(dropoutInPlaceOp.InPlace(input, input, p, training)) : dropoutOp.Call(NotNull(input), p, training);

            /// <param name="input">Scores of shape [N, classes].</param>
            /// <param name="target">Classes of shape [N], or probabilities of shape [N, classes].</param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                crossEntropyOp.Call(NotNull(input), NotNull(target), weight, (long)reduction, ignore_index, label_smoothing);

            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                nllOp.Call(NotNull(input), NotNull(target), weight, (long)reduction, -100L);

            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => mseOp.Call(NotNull(input), NotNull(target), (long)reduction);

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => l1Op.Call(NotNull(input), NotNull(target), (long)reduction);

            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                bceOp.Call(NotNull(input), NotNull(target), weight, (long)reduction);

            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                bceWithLogitsOp.Call(NotNull(input), NotNull(target), weight, pos_weights, (long)reduction);

            /// <summary>A row of zeros with a one at its class, for each class.</summary>
            /// <param name="num_classes">One more than the largest class when -1.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => oneHotOp.Call(NotNull(x), num_classes);

            // The caller may dispose input and result separately.
            private static Tensor Alias(Tensor changed) => changed.alias();
        }
    }
}
