namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>The gradient added up by the backward passes so far; null before the first, and after it is set to null.</summary>
        public Tensor? grad
        {
            get
            {
                nint gradient;
                Native.grad(this, &gradient);
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set => Native.set_grad(this, value);
        }

        /// <summary>The name of the node that made this tensor, such as "AddBackward0"; null for a leaf. TorchSharp has no such member.</summary>
        internal string? grad_fn
        {
            get
            {
                const int Room = 256;
                var buffer = stackalloc byte[Room];
                var length = Native.grad_fn(this, buffer, Room);
                return length == 0 ? null : Encoding.UTF8.GetString(buffer, Math.Min(length, Room - 1));
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }
    }
}
