namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on this tensor are recorded, so that <see cref="backward()"/> can reach it.</summary>
        public bool requires_grad
        {
            get => Describe().RequiresGrad != 0;
            set
            {
                Native.Check(Native.ts_set_requires_grad(Handle, value ? 1 : 0), nameof(requires_grad));
                GC.KeepAlive(this);
            }
        }

        /// <summary>The gradient added up by the backward passes so far; null before the first, and after it is set to null.</summary>
        public Tensor? grad
        {
            get
            {
                nint gradient;
                Native.Check(Native.ts_grad(Handle, &gradient), nameof(grad));
                GC.KeepAlive(this);
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set
            {
                Native.Check(Native.ts_set_grad(Handle, value?.Handle ?? 0), nameof(grad));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        /// <summary>The name of the node that made this tensor, such as "AddBackward0"; null for a leaf. TorchSharp has no such member.</summary>
        internal string? grad_fn
        {
            get
            {
                const int Room = 256;
                var buffer = stackalloc byte[Room];
                var length = Native.Check(Native.ts_grad_fn(Handle, buffer, Room), nameof(grad_fn));
                GC.KeepAlive(this);
                return length == 0 ? null : Encoding.UTF8.GetString(buffer, Math.Min(length, Room - 1));
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Keeps the gradient of a tensor that is no leaf.</summary>
        public void retain_grad()
        {
            Native.Check(Native.ts_retain_grad(Handle), nameof(retain_grad));
            GC.KeepAlive(this);
        }

        /// <summary>Adds to <see cref="grad"/> of every leaf this scalar depends on the derivative of this scalar by that leaf.</summary>
        public void backward() => autograd.backward([this]);

        /// <inheritdoc cref="autograd.backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph || create_graph, create_graph, inputs);
    }
}
