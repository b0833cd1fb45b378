using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Stochastic gradient descent.</summary>
            /// <param name="learningRate">How far a step goes.</param>
            /// <param name="momentum">How much of the last step is taken again.</param>
            /// <param name="dampening">How much less of the gradient then counts.</param>
            /// <param name="weight_decay">How strongly parameters are pulled to 0.</param>
            /// <param name="nesterov">Look ahead by the momentum; needs one, and no dampening.</param>
            /// <param name="maximize">Climb instead of descend.</param>
            public static SGD SGD(
                IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
            public static SGD SGD(
                IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
            public static SGD SGD(
                IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <inheritdoc cref="torch.optim.SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
    public class SGD : OptimizerHelper, torch.optim.IMomentum
    {
        private readonly Options defaults;

        public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : this([new ParamGroup(parameters, new Options())], lr, momentum, dampening, weight_decay, nesterov, maximize)
        {
        }

        /// <exception cref="ArgumentException">A number is negative, or Nesterov's momentum lacks a momentum or has a dampening.</exception>
        public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        {
            RefuseNegative(lr, "the learning rate");
            RefuseNegative(momentum, "the momentum");
            RefuseNegative(weight_decay, "the weight decay");
            if (nesterov && (momentum == 0 || dampening != 0)) throw new ArgumentException("Nesterov's momentum needs a momentum and no dampening");
            defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
                maximize = maximize,
            };
            AddGroups(parameters);
        }

        /// <summary>The momentum of all groups.</summary>
        public double Momentum
        {
            get => defaults.momentum!.Value;
            set
            {
                defaults.momentum = value;
                foreach (var group in ParamGroups.Cast<Modules.ParamGroup>()) ((Options)group.Options).momentum = value;
            }
        }

        private protected override void Complete(OptimizerOptions options)
        {
            var own = (Options)options;
            own.LearningRate ??= defaults.LearningRate;
            own.momentum ??= defaults.momentum;
            own.dampening ??= defaults.dampening;
            own.weight_decay ??= defaults.weight_decay;
            own.nesterov ??= defaults.nesterov;
            own.maximize ??= defaults.maximize;
        }

        private protected override OptimizerState NewState(Parameter parameter) => new State();

        private protected override void Change(Parameter parameter, torch.Tensor gradient, OptimizerOptions options, OptimizerState state)
        {
            var (own, memory) = ((Options)options, (State)state);
            var momentum = own.momentum!.Value;
            using var scope = torch.NewDisposeScope();
            var direction = own.maximize!.Value ? gradient.neg() : gradient;
            if (own.weight_decay != 0) direction = direction.add(parameter, own.weight_decay!.Value);
            if (momentum != 0)
            {
                if (memory.momentum_buffer is null) memory.momentum_buffer = direction.clone().DetachFromDisposeScope();
                else memory.momentum_buffer.mul_(momentum).add_(direction, 1 - own.dampening!.Value);
                direction = own.nesterov!.Value ? direction.add(memory.momentum_buffer, momentum) : memory.momentum_buffer;
            }
            parameter.add_(direction, -own.LearningRate!.Value);
        }

        public class Options : OptimizerOptions
        {
            public double? momentum;
            public double? dampening;
            public double? weight_decay;
            public bool? nesterov;
            public bool? maximize;
        }

        public class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
        {
            public ParamGroup()
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                : base(parameters, options)
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
                : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
            {
            }

            public double Momentum
            {
                get => Options.momentum ?? 0;
                set => Options.momentum = value;
            }
        }

        /// <summary>The last step.</summary>
        public sealed class State : OptimizerState, IDisposable
        {
            public torch.Tensor? momentum_buffer;

            public void Dispose() => momentum_buffer?.Dispose();
        }
    }
}
