namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Parameters, buffers and other modules, by name. A subclass keeps them in fields and calls <see cref="RegisterComponents"/> once they
        /// are set; a field's name is then the name in <see cref="state_dict"/>.
        /// </summary>
        public abstract partial class Module : IDisposable
        {
            private protected readonly string name;
            private protected readonly List<(string name, Module module)> modulesByName = [];
            private protected readonly List<(string name, Parameter parameter)> parametersByName = [];
            private readonly List<(string name, Tensor buffer, bool persistent)> buffersByName = [];
            protected Module(string name) => this.name = name;

            /// <summary>Whether the module is being trained: dropout drops only then.</summary>
            public virtual bool training { get; private set; } = true;

            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var (_, module) in named_children()) module.train(train);
            }

            /// <summary>Forgets every gradient.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null) continue;
                    if (set_to_none) parameter.grad = null;
                    else gradient.detach_().zero_();
                }
            }

            /// <summary>Runs <paramref name="fn"/> on every module within, then on this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, module) in named_children()) module.apply(fn);
                fn(this);
                return this;
            }

            public virtual void register_module(string name, Module submodule)
            {
                Refuse(name, submodule);
                modulesByName.Add((name, submodule));
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                // A parameter that is not there has no name to keep: Linear without a bias.
                if (param is null) return;
                Refuse(name, param);
                param.DetachFromDisposeScope();
                parametersByName.Add((name, param));
            }

            /// <param name="persistent">Whether the buffer is part of <see cref="state_dict"/>.</param>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                Refuse(name, tensor);
                tensor.DetachFromDisposeScope();
                buffersByName.Add((name, tensor, persistent));
            }

            /// <summary>Registers every field that holds a module, a parameter or a tensor and is not registered yet.</summary>
            protected virtual void RegisterComponents()
            {
                foreach (var field in Fields(GetType()))
                {
                    if (IsRegistered(field.Name)) continue;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(field.Name, module); break;
                        case Parameter parameter: register_parameter(field.Name, parameter); break;
                        case Tensor buffer: register_buffer(field.Name, buffer); break;
                        default: break;
                    }
                }
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var (_, parameter) in parametersByName) parameter.Dispose();
                foreach (var (_, buffer, _) in buffersByName) buffer.Dispose();
                foreach (var (_, module) in modulesByName) module.Dispose();
            }

            /// <summary>Puts another parameter in the place of the one registered under <paramref name="name"/>.</summary>
            private protected void Replace(string name, Parameter? parameter)
            {
                var position = parametersByName.FindIndex(entry => entry.name == name);
                if (position >= 0) parametersByName.RemoveAt(position);
                if (parameter is null) return;
                register_parameter(name, parameter);
                if (position < 0) return;
                parametersByName.RemoveAt(parametersByName.Count - 1);
                parametersByName.Insert(position, (name, parameter));
            }

            /// <summary>Puts another buffer in the place of the one registered under <paramref name="name"/>.</summary>
            private protected void Replace(string name, Tensor? buffer)
            {
                buffersByName.RemoveAll(entry => entry.name == name);
                if (buffer is not null) register_buffer(name, buffer);
            }

            /// <summary>A parameter without values yet.</summary>
            private protected Parameter NewParameter(string name, ScalarType? dtype, Device? device, params long[] shape)
            {
                var parameter = new Parameter(empty(shape, dtype, device));
                register_parameter(name, parameter);
                return parameter;
            }

            // From the base class on, as they are declared.
            private static IEnumerable<FieldInfo> Fields(Type type)
            {
                const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                if (type.BaseType is { } parent && parent != typeof(Module)) foreach (var field in Fields(parent)) yield return field;
                foreach (var field in type.GetFields(Declared)) yield return field;
            }

            private void Refuse(string name, object component)
            {
                ArgumentNullException.ThrowIfNull(component);
                if (string.IsNullOrEmpty(name) || name.Contains('.')) throw new ArgumentException(
                    $"'{name}' is no name for a component: it is empty or has a dot", nameof(name));
                if (IsRegistered(name)) throw new InvalidOperationException($"{GetType().Name} has a component named '{name}' already");
            }
        }
    }
}
