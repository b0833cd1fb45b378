namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class autograd
    {
        /// <summary>Adds the derivatives of <paramref name="tensors"/> to the grad of the leaves they depend on.</summary>
        /// <param name="tensors">What to differentiate.</param>
        /// <param name="grad_tensors">The weight of each element, one tensor for each of <paramref name="tensors"/>; not needed for scalars.</param>
        /// <param name="retain_graph">Keep the graph for another pass; as <paramref name="create_graph"/> when null.</param>
        /// <param name="create_graph">Record this pass too, for derivatives of the derivatives.</param>
        /// <param name="inputs">The leaves to fill; all of them when null.</param>
        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            nint[] outputs = Handles(tensors), gradients = Handles(grad_tensors), leaves = Handles(inputs);
            fixed (nint* o = outputs, g = gradients, i = leaves)
            {
                var result = Native.ts_backward(o, outputs.Length, g, gradients.Length, Flag(retain_graph), create_graph ? 1 : 0, i, leaves.Length);
                GC.KeepAlive(tensors);
                GC.KeepAlive(grad_tensors);
                GC.KeepAlive(inputs);
                Native.Check(result, nameof(backward));
            }
        }

        /// <summary>The derivatives of <paramref name="outputs"/> by <paramref name="inputs"/>, one for each input; no grad is changed.</summary>
        /// <param name="allow_unused">An input that does not matter gives null instead of an error.</param>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            nint[] o = Handles(outputs), i = Handles(inputs), g = Handles(grad_outputs), r = new nint[i.Length];
            fixed (nint* po = o, pi = i, pg = g, pr = r)
            {
                var retain = retain_graph || create_graph ? 1 : 0;
                var result = Native.ts_autograd_grad(po, o.Length, pi, i.Length, pg, g.Length, retain, create_graph ? 1 : 0, allow_unused ? 1 : 0, pr);
                GC.KeepAlive(outputs);
                GC.KeepAlive(inputs);
                GC.KeepAlive(grad_outputs);
                Native.Check(result, nameof(grad));
            }
            return Array.ConvertAll(r, handle => handle == 0 ? null! : new Tensor(handle));
        }

        /// <summary>Derivatives of functions.</summary>
        public static partial class functional
        {
            private static Tensor[][] Jacobians(Func<Tensor[], Tensor[]> function, Tensor[] inputs)
            {
                using var recorded = enable_grad();
                using var scope = NewDisposeScope();
                var leaves = Array.ConvertAll(inputs, input => input.detach().requires_grad_());
                return Array.ConvertAll(function(leaves), output => Rows(output, leaves));
            }

            private static Tensor[] Rows(Tensor output, Tensor[] leaves)
            {
                var elements = output.reshape(-1);
                var rows = Enumerable.Range(0, (int)elements.numel())
                    .Select(i => output.requires_grad ? grad([elements[i]], leaves, retain_graph: true, allow_unused: true) : new Tensor[leaves.Length])
                    .ToArray();
                return [.. leaves.Select((leaf, i) =>
                    stack(rows.Select(row => row[i] ?? zeros_like(leaf))).reshape([.. output.shape, .. leaf.shape]).MoveToOuterDisposeScope())];
            }
        }
    }

    private sealed class GradMode(bool on) : IDisposable
    {
        private readonly int before = Native.ts_grad_mode(on ? 1 : 0);
        public void Dispose() => _ = Native.ts_grad_mode(before);
    }

    private sealed class InferenceMode(bool on) : IDisposable
    {
        private nint handle = Native.Check(Native.ts_inference_begin(on ? 1 : 0), "inference_mode");

        public void Dispose()
        {
            if (handle != 0) Native.ts_inference_end(handle);
            handle = 0;
        }
    }
}
