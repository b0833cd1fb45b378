namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>All modules within, by path; this one is not among them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (name, child) in named_children())
                {
                    yield return (name, child);
                    foreach (var (inner, module) in child.named_modules()) yield return ($"{name}.{inner}", module);
                }
            }

            /// <summary>Parameters and persistent buffers by path: the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var lead = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in parametersByName) destination[lead + name] = parameter;
                foreach (var (name, buffer, persistent) in buffersByName) if (persistent) destination[lead + name] = buffer;
                foreach (var (name, module) in named_children()) module.state_dict(destination, lead + name);
                return destination;
            }

            /// <summary>Copies tensors into this module's own by name.</summary>
            /// <param name="strict">Refuse when a name is missing or not known here.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <exception cref="InvalidOperationException">Strict, and a name is missing or not known here.</exception>
            /// <exception cref="ArgumentException">A tensor has another shape than the module's.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                var own = state_dict();
                string[] missing = [.. own.Keys.Except(source.Keys).Except(skip ?? [])];
                string[] unexpected = [.. source.Keys.Except(own.Keys).Except(skip ?? [])];
                if (strict && missing.Length + unexpected.Length > 0)
                {
                    throw new InvalidOperationException(
                        $"the state does not fit {GetName()}: missing [{string.Join(", ", missing)}], not known here [{string.Join(", ", unexpected)}]");
                }
                var common = own.Where(entry => source.ContainsKey(entry.Key) && skip?.Contains(entry.Key) is not true).ToArray();
                foreach (var (key, tensor) in common)
                {
                    if (tensor.shape.SequenceEqual(source[key].shape)) continue;
                    throw new ArgumentException(
                        $"'{key}' has shape [{string.Join(", ", source[key].shape)}], {GetName()} needs [{string.Join(", ", tensor.shape)}]", nameof(source));
                }
                using (no_grad()) foreach (var (key, tensor) in common) tensor.copy_(source[key]);
                return (missing, unexpected);
            }

            private IEnumerable<(string path, T value)> Paths<T>(Func<Module, IEnumerable<(string, T)>> own, bool recurse)
            {
                foreach (var entry in own(this)) yield return entry;
                if (!recurse) yield break;
                foreach (var (name, child) in named_children())
                {
                    foreach (var (path, value) in child.Paths(own, recurse: true)) yield return ($"{name}.{path}", value);
                }
            }

            private static readonly Operator setDataOp = new("set_data");

            /// <summary>Whether every parameter is trained.</summary>
            public virtual Module requires_grad_(bool requires_grad = true)
            {
                foreach (var parameter in parameters()) parameter.requires_grad = requires_grad;
                return this;
            }

            /// <summary>
            /// Converts parameters and buffers where they are, so that an optimizer keeps them. To a floating-point type go those that have
            /// one; counters stay whole numbers.
            /// </summary>
            internal Module Convert(ScalarType? type, Device? device, bool non_blocking)
            {
                var isFloating = type is { } given && (IsFloating(given) || IsComplex(given));
                foreach (var tensor in parameters().Concat(buffers()))
                {
                    using var gradient = tensor.grad;
                    Convert(tensor);
                    if (gradient is null) continue;
                    Convert(gradient);
                    tensor.grad = gradient;
                }
                return this;

                void Convert(Tensor tensor)
                {
                    var target = type is { } wanted && (!isFloating || tensor.is_floating_point() || tensor.is_complex()) ? wanted : tensor.dtype;
                    using var unrecorded = no_grad();
                    using var converted = tensor.to(target, device ?? tensor.device, non_blocking: non_blocking);
                    setDataOp.CallBool(tensor, converted);
                }
            }
        }
    }
}
