namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers: from gradients to new parameters.</summary>
    public static partial class optim
    {
        /// <summary>What has a learning rate that a schedule may change.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }

        /// <summary>What has a momentum.</summary>
        public interface IMomentum
        {
            double Momentum { get; set; }
        }

        /// <summary>What has the two decay rates of Adam.</summary>
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }

        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            /// <summary>The groups of parameters, each with its own learning rate.</summary>
            public abstract IEnumerable<ILearningRateController> ParamGroups { get; }

            public abstract IEnumerable<Parameter> parameters();

            /// <summary>Forgets the gradients of all parameters.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in parameters()) parameter.grad = null;
            }

            /// <summary>Changes every parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss, and with it the gradients, anew; its result is given back.</param>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            public abstract void add_param_group(ParamGroup param_group);

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected abstract void Dispose(bool disposing);

            /// <summary>Computes a loss.</summary>
            public delegate Tensor LossClosure();

            /// <summary>What an optimizer knows.</summary>
#pragma warning disable CA1711 // TorchSharp's name, though it is no dictionary.
            public sealed class StateDictionary
#pragma warning restore CA1711
            {
                internal StateDictionary(List<OptimizerOptions> options, List<OptimizerState> state, List<List<int>> stateIndexRef) =>
                    (Options, State, StateIndexRef) = (options, state, stateIndexRef);

                /// <summary>The options of each group.</summary>
                public List<OptimizerOptions> Options { get; }

                /// <summary>What is remembered of each parameter.</summary>
                public List<OptimizerState> State { get; }

                /// <summary>For each group the positions of its parameters in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; }
            }
        }
    }
}
