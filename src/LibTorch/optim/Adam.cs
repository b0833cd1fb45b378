using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adam: steps scaled by the means of the gradient and of its square.</summary>
            /// <param name="lr">How far a step goes.</param>
            /// <param name="beta1">How slowly the mean of the gradient follows it.</param>
            /// <param name="beta2">How slowly the mean of its square follows it.</param>
            /// <param name="eps">Added to the divisor.</param>
            /// <param name="weight_decay">How strongly parameters are pulled to 0, through the gradient.</param>
            /// <param name="amsgrad">Divide by the largest mean square so far.</param>
            /// <param name="maximize">Climb instead of descend.</param>
            public static Adam Adam(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Adam Adam(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Adam Adam(
                IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <inheritdoc cref="torch.optim.Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
    public class Adam : OptimizerHelper, torch.optim.IBetas
    {
        private readonly Options defaults;

        public Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : this([new ParamGroup(parameters, new Options())], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
        {
        }

        /// <exception cref="ArgumentException">A number is negative, or a beta is 1 or more.</exception>
        public Adam(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        {
            RefuseNegative(lr, "the learning rate");
            RefuseNegative(eps, "eps");
            RefuseNegative(weight_decay, "the weight decay");
            if (beta1 is not (>= 0 and < 1) || beta2 is not (>= 0 and < 1)) throw new ArgumentException($"betas lie between 0 (in) and 1 (out), these are {beta1} and {beta2}");
            defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weight_decay,
                amsgrad = amsgrad,
                maximize = maximize,
            };
            AddGroups(parameters);
        }

        /// <summary>Both betas of all groups.</summary>
        public (double, double) Betas
        {
            get => (defaults.beta1!.Value, defaults.beta2!.Value);
            set
            {
                (defaults.beta1, defaults.beta2) = value;
                foreach (var group in ParamGroups.Cast<ParamGroup>()) group.Betas = value;
            }
        }

        private protected override void Complete(OptimizerOptions options)
        {
            var own = (Options)options;
            own.LearningRate ??= defaults.LearningRate;
            own.beta1 ??= defaults.beta1;
            own.beta2 ??= defaults.beta2;
            own.eps ??= defaults.eps;
            own.weight_decay ??= defaults.weight_decay;
            own.amsgrad ??= defaults.amsgrad;
            own.maximize ??= defaults.maximize;
        }

        private protected override OptimizerState NewState(Parameter parameter) => new State();

        private protected override void Change(Parameter parameter, torch.Tensor gradient, OptimizerOptions options, OptimizerState state)
        {
            var (own, memory) = ((Options)options, (State)state);
            var rate = own.LearningRate!.Value;
            using var scope = torch.NewDisposeScope();
            var direction = own.maximize!.Value ? gradient.neg() : gradient;
            if (own.weight_decay != 0) direction = direction.add(parameter, own.weight_decay!.Value);
            memory.Moments.Step(parameter, direction, rate, own.beta1!.Value, own.beta2!.Value, own.eps!.Value, own.amsgrad!.Value);
        }

        public class Options : OptimizerOptions
        {
            public double? beta1;
            public double? beta2;
            public double? eps;
            public double? weight_decay;
            public bool? amsgrad;
            public bool? maximize;
        }

        public class ParamGroup : ParamGroup<Options>, torch.optim.IBetas
        {
            public ParamGroup()
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                : base(parameters, options)
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
            {
            }

            public (double, double) Betas
            {
                get => (Options.beta1 ?? 0.9, Options.beta2 ?? 0.999);
                set => (Options.beta1, Options.beta2) = value;
            }
        }

        /// <summary>The means of the gradient and of its square; null before the first step.</summary>
        public sealed class State : OptimizerState, IDisposable
        {
            public long step => Moments.Steps;

            public torch.Tensor? exp_avg => Moments.Mean;

            public torch.Tensor? exp_avg_sq => Moments.MeanSquare;

            public torch.Tensor? max_exp_avg_sq => Moments.LargestMeanSquare;

            internal AdamMoments Moments { get; } = new();

            public void Dispose() => Moments.Dispose();
        }
    }
}
