// Made by: dotnet run --file src/LibTorch/nn/Tables/generate.cs
#nullable enable
namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>What can be called with 1 input.</summary>
            public interface IModule<T, TResult>
            {
                TResult call(T input1);
            }

            /// <summary>A module of 1 input. <see cref="call"/> runs the hooks around <see cref="forward"/>.</summary>
            public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
            {
                protected Module(string name)
                    : base(name)
                {
                }

                public abstract TResult forward(T input);

                public TResult call(T input)
                {
                    foreach (var hook in PreHooks) input = hook(this, input) ?? input;
                    RunPreActions();
                    var result = forward(input);
                    foreach (var hook in PostHooks) result = hook(this, input, result) ?? result;
                    RunPostActions();
                    return result;
                }
            }

            /// <summary>What can be called with 2 inputs.</summary>
            public interface IModule<T1, T2, TResult>
            {
                TResult call(T1 input1, T2 input2);
            }

            /// <summary>A module of 2 inputs. <see cref="call"/> runs the hooks around <see cref="forward"/>.</summary>
            public abstract class Module<T1, T2, TResult> : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, IModule<T1, T2, TResult>
            {
                protected Module(string name)
                    : base(name)
                {
                }

                public abstract TResult forward(T1 input1, T2 input2);

                public TResult call(T1 input1, T2 input2)
                {
                    foreach (var hook in PreHooks) if (hook(this, input1, input2) is { } changed) (input1, input2) = changed;
                    RunPreActions();
                    var result = forward(input1, input2);
                    foreach (var hook in PostHooks) result = hook(this, input1, input2, result) ?? result;
                    RunPostActions();
                    return result;
                }
            }

            /// <summary>What can be called with 3 inputs.</summary>
            public interface IModule<T1, T2, T3, TResult>
            {
                TResult call(T1 input1, T2 input2, T3 input3);
            }

            /// <summary>A module of 3 inputs. <see cref="call"/> runs the hooks around <see cref="forward"/>.</summary>
            public abstract class Module<T1, T2, T3, TResult> : HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>, IModule<T1, T2, T3, TResult>
            {
                protected Module(string name)
                    : base(name)
                {
                }

                public abstract TResult forward(T1 input1, T2 input2, T3 input3);

                public TResult call(T1 input1, T2 input2, T3 input3)
                {
                    foreach (var hook in PreHooks) if (hook(this, input1, input2, input3) is { } changed) (input1, input2, input3) = changed;
                    RunPreActions();
                    var result = forward(input1, input2, input3);
                    foreach (var hook in PostHooks) result = hook(this, input1, input2, input3, result) ?? result;
                    RunPostActions();
                    return result;
                }
            }

            /// <summary>What can be called with 4 inputs.</summary>
            public interface IModule<T1, T2, T3, T4, TResult>
            {
                TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
            }

            /// <summary>A module of 4 inputs. <see cref="call"/> runs the hooks around <see cref="forward"/>.</summary>
            public abstract class Module<T1, T2, T3, T4, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>, Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>, IModule<T1, T2, T3, T4, TResult>
            {
                protected Module(string name)
                    : base(name)
                {
                }

                public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

                public TResult call(T1 input1, T2 input2, T3 input3, T4 input4)
                {
                    foreach (var hook in PreHooks) if (hook(this, input1, input2, input3, input4) is { } changed) (input1, input2, input3, input4) = changed;
                    RunPreActions();
                    var result = forward(input1, input2, input3, input4);
                    foreach (var hook in PostHooks) result = hook(this, input1, input2, input3, input4, result) ?? result;
                    RunPostActions();
                    return result;
                }
            }

            /// <summary>What can be called with 5 inputs.</summary>
            public interface IModule<T1, T2, T3, T4, T5, TResult>
            {
                TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
            }

            /// <summary>A module of 5 inputs. <see cref="call"/> runs the hooks around <see cref="forward"/>.</summary>
            public abstract class Module<T1, T2, T3, T4, T5, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, (T1, T2, T3, T4, T5)?>, Func<Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, TResult>
            {
                protected Module(string name)
                    : base(name)
                {
                }

                public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);

                public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
                {
                    foreach (var hook in PreHooks) if (hook(this, input1, input2, input3, input4, input5) is { } changed) (input1, input2, input3, input4, input5) = changed;
                    RunPreActions();
                    var result = forward(input1, input2, input3, input4, input5);
                    foreach (var hook in PostHooks) result = hook(this, input1, input2, input3, input4, input5, result) ?? result;
                    RunPostActions();
                    return result;
                }
            }

            /// <summary>What can be called with 6 inputs.</summary>
            public interface IModule<T1, T2, T3, T4, T5, T6, TResult>
            {
                TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
            }

            /// <summary>A module of 6 inputs. <see cref="call"/> runs the hooks around <see cref="forward"/>.</summary>
            public abstract class Module<T1, T2, T3, T4, T5, T6, TResult> : HookableModule<Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, (T1, T2, T3, T4, T5, T6)?>, Func<Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>, IModule<T1, T2, T3, T4, T5, T6, TResult>
            {
                protected Module(string name)
                    : base(name)
                {
                }

                public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);

                public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
                {
                    foreach (var hook in PreHooks) if (hook(this, input1, input2, input3, input4, input5, input6) is { } changed) (input1, input2, input3, input4, input5, input6) = changed;
                    RunPreActions();
                    var result = forward(input1, input2, input3, input4, input5, input6);
                    foreach (var hook in PostHooks) result = hook(this, input1, input2, input3, input4, input5, input6, result) ?? result;
                    RunPostActions();
                    return result;
                }
            }
        }
    }

    /// <summary>A loss of 2 inputs.</summary>
    public abstract class Loss<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>
    {
        protected Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base("Loss") => this.reduction = reduction;

        public torch.nn.Reduction reduction { get; }

        public override string GetName() => GetType().Name;
    }

    /// <summary>A loss of 2 inputs in which some elements or classes count more than others.</summary>
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

    /// <summary>A loss of 3 inputs.</summary>
    public abstract class Loss<T1, T2, T3, TResult> : torch.nn.Module<T1, T2, T3, TResult>
    {
        protected Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base("Loss") => this.reduction = reduction;

        public torch.nn.Reduction reduction { get; }

        public override string GetName() => GetType().Name;
    }

    /// <summary>A loss of 3 inputs in which some elements or classes count more than others.</summary>
    public abstract class WeightedLoss<T1, T2, T3, TResult> : Loss<T1, T2, T3, TResult>
    {
        protected WeightedLoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            if (weight is not null) register_buffer(nameof(weight), weight, persistent: false);
            this.weight = weight;
        }

        public torch.Tensor? weight { get; }
    }

    /// <summary>A loss of 4 inputs.</summary>
    public abstract class Loss<T1, T2, T3, T4, TResult> : torch.nn.Module<T1, T2, T3, T4, TResult>
    {
        protected Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base("Loss") => this.reduction = reduction;

        public torch.nn.Reduction reduction { get; }

        public override string GetName() => GetType().Name;
    }

    /// <summary>A loss of 4 inputs in which some elements or classes count more than others.</summary>
    public abstract class WeightedLoss<T1, T2, T3, T4, TResult> : Loss<T1, T2, T3, T4, TResult>
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
    /// <summary>A module of 1 input that holds nothing to train or keep.</summary>
    public abstract class ParameterLessModule<T1, TResult> : torch.nn.Module<T1, TResult>, IParameterLessModule
    {
        protected ParameterLessModule(string name)
            : base(name)
        {
        }

        public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) => throw Nothing(name);

        public override void register_parameter(string name, Parameter param) => throw Nothing(name);

        public override void register_module(string name, torch.nn.Module submodule) => throw Nothing(name);

        private InvalidOperationException Nothing(string component) => new($"{GetName()} holds nothing to train or keep, so '{component}' cannot be registered");
    }

    /// <summary>Modules of which a subclass makes one of 1 input: its forward says how they are called.</summary>
    public abstract class Sequential<T, TResult> : torch.nn.Module<T, TResult>
    {
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules) append(name, module);
        }

        protected Sequential(params torch.nn.Module[] modules)
            : base(nameof(Sequential))
        {
            foreach (var module in modules) append(module);
        }

        public int Count => modulesByName.Count;

        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public torch.nn.Module this[int index] => modulesByName[index].module;

        /// <summary>A new one of the same class with some of the modules; the class needs a constructor of names and modules.</summary>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T, TResult> this[Range index] => Slice(modulesByName.ToArray()[index]);

        /// <inheritdoc cref="this[Range]"/>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T, TResult> this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

        public Sequential<T, TResult> append(torch.nn.Module module) => append(Count.ToString(), module);

        public Sequential<T, TResult> append(string name, torch.nn.Module module)
        {
            register_module(name, module);
            return this;
        }

        public override void train(bool on = true) => base.train(on);

        public override IEnumerable<(string name, torch.Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => base.named_buffers(recurse, include_persistent);

        private Sequential<T, TResult> Slice((string name, torch.nn.Module module)[] modules) =>
            (Sequential<T, TResult>)Activator.CreateInstance(GetType(), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic, null, [modules], null)!;
    }

    /// <summary>A module of 2 inputs that holds nothing to train or keep.</summary>
    public abstract class ParameterLessModule<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>, IParameterLessModule
    {
        protected ParameterLessModule(string name)
            : base(name)
        {
        }

        public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) => throw Nothing(name);

        public override void register_parameter(string name, Parameter param) => throw Nothing(name);

        public override void register_module(string name, torch.nn.Module submodule) => throw Nothing(name);

        private InvalidOperationException Nothing(string component) => new($"{GetName()} holds nothing to train or keep, so '{component}' cannot be registered");
    }

    /// <summary>Modules of which a subclass makes one of 2 inputs: its forward says how they are called.</summary>
    public abstract class Sequential<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>
    {
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules) append(name, module);
        }

        protected Sequential(params torch.nn.Module[] modules)
            : base(nameof(Sequential))
        {
            foreach (var module in modules) append(module);
        }

        public int Count => modulesByName.Count;

        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public torch.nn.Module this[int index] => modulesByName[index].module;

        /// <summary>A new one of the same class with some of the modules; the class needs a constructor of names and modules.</summary>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T1, T2, TResult> this[Range index] => Slice(modulesByName.ToArray()[index]);

        /// <inheritdoc cref="this[Range]"/>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T1, T2, TResult> this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

        public Sequential<T1, T2, TResult> append(torch.nn.Module module) => append(Count.ToString(), module);

        public Sequential<T1, T2, TResult> append(string name, torch.nn.Module module)
        {
            register_module(name, module);
            return this;
        }

        public override void train(bool on = true) => base.train(on);

        public override IEnumerable<(string name, torch.Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => base.named_buffers(recurse, include_persistent);

        private Sequential<T1, T2, TResult> Slice((string name, torch.nn.Module module)[] modules) =>
            (Sequential<T1, T2, TResult>)Activator.CreateInstance(GetType(), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic, null, [modules], null)!;
    }

    /// <summary>A module of 3 inputs that holds nothing to train or keep.</summary>
    public abstract class ParameterLessModule<T1, T2, T3, TResult> : torch.nn.Module<T1, T2, T3, TResult>, IParameterLessModule
    {
        protected ParameterLessModule(string name)
            : base(name)
        {
        }

        public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) => throw Nothing(name);

        public override void register_parameter(string name, Parameter param) => throw Nothing(name);

        public override void register_module(string name, torch.nn.Module submodule) => throw Nothing(name);

        private InvalidOperationException Nothing(string component) => new($"{GetName()} holds nothing to train or keep, so '{component}' cannot be registered");
    }

    /// <summary>Modules of which a subclass makes one of 3 inputs: its forward says how they are called.</summary>
    public abstract class Sequential<T1, T2, T3, TResult> : torch.nn.Module<T1, T2, T3, TResult>
    {
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules) append(name, module);
        }

        protected Sequential(params torch.nn.Module[] modules)
            : base(nameof(Sequential))
        {
            foreach (var module in modules) append(module);
        }

        public int Count => modulesByName.Count;

        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public torch.nn.Module this[int index] => modulesByName[index].module;

        /// <summary>A new one of the same class with some of the modules; the class needs a constructor of names and modules.</summary>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T1, T2, T3, TResult> this[Range index] => Slice(modulesByName.ToArray()[index]);

        /// <inheritdoc cref="this[Range]"/>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T1, T2, T3, TResult> this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

        public Sequential<T1, T2, T3, TResult> append(torch.nn.Module module) => append(Count.ToString(), module);

        public Sequential<T1, T2, T3, TResult> append(string name, torch.nn.Module module)
        {
            register_module(name, module);
            return this;
        }

        public override void train(bool on = true) => base.train(on);

        public override IEnumerable<(string name, torch.Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => base.named_buffers(recurse, include_persistent);

        private Sequential<T1, T2, T3, TResult> Slice((string name, torch.nn.Module module)[] modules) =>
            (Sequential<T1, T2, T3, TResult>)Activator.CreateInstance(GetType(), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic, null, [modules], null)!;
    }

    /// <summary>A module of 4 inputs that holds nothing to train or keep.</summary>
    public abstract class ParameterLessModule<T1, T2, T3, T4, TResult> : torch.nn.Module<T1, T2, T3, T4, TResult>, IParameterLessModule
    {
        protected ParameterLessModule(string name)
            : base(name)
        {
        }

        public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) => throw Nothing(name);

        public override void register_parameter(string name, Parameter param) => throw Nothing(name);

        public override void register_module(string name, torch.nn.Module submodule) => throw Nothing(name);

        private InvalidOperationException Nothing(string component) => new($"{GetName()} holds nothing to train or keep, so '{component}' cannot be registered");
    }

    /// <summary>Modules of which a subclass makes one of 4 inputs: its forward says how they are called.</summary>
    public abstract class Sequential<T1, T2, T3, T4, TResult> : torch.nn.Module<T1, T2, T3, T4, TResult>
    {
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules) append(name, module);
        }

        protected Sequential(params torch.nn.Module[] modules)
            : base(nameof(Sequential))
        {
            foreach (var module in modules) append(module);
        }

        public int Count => modulesByName.Count;

        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public torch.nn.Module this[int index] => modulesByName[index].module;

        /// <summary>A new one of the same class with some of the modules; the class needs a constructor of names and modules.</summary>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T1, T2, T3, T4, TResult> this[Range index] => Slice(modulesByName.ToArray()[index]);

        /// <inheritdoc cref="this[Range]"/>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T1, T2, T3, T4, TResult> this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

        public Sequential<T1, T2, T3, T4, TResult> append(torch.nn.Module module) => append(Count.ToString(), module);

        public Sequential<T1, T2, T3, T4, TResult> append(string name, torch.nn.Module module)
        {
            register_module(name, module);
            return this;
        }

        public override void train(bool on = true) => base.train(on);

        public override IEnumerable<(string name, torch.Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => base.named_buffers(recurse, include_persistent);

        private Sequential<T1, T2, T3, T4, TResult> Slice((string name, torch.nn.Module module)[] modules) =>
            (Sequential<T1, T2, T3, T4, TResult>)Activator.CreateInstance(GetType(), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic, null, [modules], null)!;
    }

    /// <summary>A module of 5 inputs that holds nothing to train or keep.</summary>
    public abstract class ParameterLessModule<T1, T2, T3, T4, T5, TResult> : torch.nn.Module<T1, T2, T3, T4, T5, TResult>, IParameterLessModule
    {
        protected ParameterLessModule(string name)
            : base(name)
        {
        }

        public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) => throw Nothing(name);

        public override void register_parameter(string name, Parameter param) => throw Nothing(name);

        public override void register_module(string name, torch.nn.Module submodule) => throw Nothing(name);

        private InvalidOperationException Nothing(string component) => new($"{GetName()} holds nothing to train or keep, so '{component}' cannot be registered");
    }

    /// <summary>Modules of which a subclass makes one of 5 inputs: its forward says how they are called.</summary>
    public abstract class Sequential<T1, T2, T3, T4, T5, TResult> : torch.nn.Module<T1, T2, T3, T4, T5, TResult>
    {
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules) append(name, module);
        }

        protected Sequential(params torch.nn.Module[] modules)
            : base(nameof(Sequential))
        {
            foreach (var module in modules) append(module);
        }

        public int Count => modulesByName.Count;

        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public torch.nn.Module this[int index] => modulesByName[index].module;

        /// <summary>A new one of the same class with some of the modules; the class needs a constructor of names and modules.</summary>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T1, T2, T3, T4, T5, TResult> this[Range index] => Slice(modulesByName.ToArray()[index]);

        /// <inheritdoc cref="this[Range]"/>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T1, T2, T3, T4, T5, TResult> this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

        public Sequential<T1, T2, T3, T4, T5, TResult> append(torch.nn.Module module) => append(Count.ToString(), module);

        public Sequential<T1, T2, T3, T4, T5, TResult> append(string name, torch.nn.Module module)
        {
            register_module(name, module);
            return this;
        }

        public override void train(bool on = true) => base.train(on);

        public override IEnumerable<(string name, torch.Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => base.named_buffers(recurse, include_persistent);

        private Sequential<T1, T2, T3, T4, T5, TResult> Slice((string name, torch.nn.Module module)[] modules) =>
            (Sequential<T1, T2, T3, T4, T5, TResult>)Activator.CreateInstance(GetType(), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic, null, [modules], null)!;
    }

    /// <summary>A module of 6 inputs that holds nothing to train or keep.</summary>
    public abstract class ParameterLessModule<T1, T2, T3, T4, T5, T6, TResult> : torch.nn.Module<T1, T2, T3, T4, T5, T6, TResult>, IParameterLessModule
    {
        protected ParameterLessModule(string name)
            : base(name)
        {
        }

        public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) => throw Nothing(name);

        public override void register_parameter(string name, Parameter param) => throw Nothing(name);

        public override void register_module(string name, torch.nn.Module submodule) => throw Nothing(name);

        private InvalidOperationException Nothing(string component) => new($"{GetName()} holds nothing to train or keep, so '{component}' cannot be registered");
    }

    /// <summary>Modules of which a subclass makes one of 6 inputs: its forward says how they are called.</summary>
    public abstract class Sequential<T1, T2, T3, T4, T5, T6, TResult> : torch.nn.Module<T1, T2, T3, T4, T5, T6, TResult>
    {
        protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules) append(name, module);
        }

        protected Sequential(params torch.nn.Module[] modules)
            : base(nameof(Sequential))
        {
            foreach (var module in modules) append(module);
        }

        public int Count => modulesByName.Count;

        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public torch.nn.Module this[int index] => modulesByName[index].module;

        /// <summary>A new one of the same class with some of the modules; the class needs a constructor of names and modules.</summary>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[Range index] => Slice(modulesByName.ToArray()[index]);

        /// <inheritdoc cref="this[Range]"/>
        [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
        public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

        public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(torch.nn.Module module) => append(Count.ToString(), module);

        public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(string name, torch.nn.Module module)
        {
            register_module(name, module);
            return this;
        }

        public override void train(bool on = true) => base.train(on);

        public override IEnumerable<(string name, torch.Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) => base.named_buffers(recurse, include_persistent);

        private Sequential<T1, T2, T3, T4, T5, T6, TResult> Slice((string name, torch.nn.Module module)[] modules) =>
            (Sequential<T1, T2, T3, T4, T5, T6, TResult>)Activator.CreateInstance(GetType(), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic, null, [modules], null)!;
    }
}
