namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains.</summary>
public sealed class Parameter : torch.Tensor
{
    /// <summary>Takes over the memory of <paramref name="data"/>, which is disposed.</summary>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(data) => this.requires_grad = requires_grad;
}
