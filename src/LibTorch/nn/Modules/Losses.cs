using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>How the loss of each element becomes one number.</summary>
            public enum Reduction : long
            {
                None = 0,
                Mean = 1,
                Sum = 2,
            }

            /// <summary>The cross entropy between scores [N, classes] and classes [N] (or probabilities [N, classes]).</summary>
            /// <param name="weight">The weight of each class.</param>
            /// <param name="ignore_index">The class that does not count.</param>
            public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) =>
                new(weight, ignore_index, reduction);

            /// <summary>The squared difference.</summary>
            public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <summary>The cross entropy between scores and probabilities of yes, with the sigmoid within.</summary>
            /// <param name="pos_weights">The weight of a yes.</param>
            public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                new(weight, reduction, pos_weights);
        }
    }

    /// <summary>A loss of a prediction and a target.</summary>
    public abstract class Loss<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>
    {
        protected Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base("Loss") => this.reduction = reduction;

        public torch.nn.Reduction reduction { get; }

        public override string GetName() => GetType().Name;
    }

    /// <summary>A loss in which some elements or classes count more than others.</summary>
    public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
    {
        protected WeightedLoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            if (weight is not null) register_buffer(nameof(weight), weight, persistent: false);
            this.weight = weight;
        }

        public torch.Tensor? weight { get; }
    }
}

namespace TorchSharp.Modules
{
    /// <inheritdoc cref="torch.nn.CrossEntropyLoss"/>
    public sealed class CrossEntropyLoss(torch.Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean, double label_smoothing = 0)
        : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>(weight, reduction)
    {
        public long? ignore_index { get; } = ignore_index;

        public double label_smoothing { get; } = label_smoothing;

        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
    }

    /// <inheritdoc cref="torch.nn.MSELoss"/>
    public sealed class MSELoss(Reduction reduction = Reduction.Mean) : Loss<torch.Tensor, torch.Tensor, torch.Tensor>(reduction)
    {
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) => functional.mse_loss(input, target, reduction);
    }

    /// <inheritdoc cref="torch.nn.BCEWithLogitsLoss"/>
    public sealed class BCEWithLogitsLoss(torch.Tensor? weight = null, Reduction reduction = Reduction.Mean, torch.Tensor? pos_weights = null)
        : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>(weight, reduction)
    {
        public torch.Tensor? pos_weights { get; } = pos_weights?.DetachFromDisposeScope();

        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
    }
}
