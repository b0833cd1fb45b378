using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.Parameter(torch.Tensor, bool)"/>
            public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }

    public static partial class TensorExtensionMethods
    {
        /// <inheritdoc cref="Modules.Parameter(torch.Tensor, bool)"/>
        public static Parameter AsParameter(this torch.Tensor tensor) => new(tensor);
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module trains.</summary>
    public sealed class Parameter : torch.Tensor
    {
        /// <summary>Takes over the memory of <paramref name="data"/>, which is disposed.</summary>
        public Parameter(torch.Tensor data, bool requires_grad = true)
            : base(data) => this.requires_grad = requires_grad;
    }
}
