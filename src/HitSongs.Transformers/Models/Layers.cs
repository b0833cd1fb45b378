using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Models;

// Layers whose weights have no values until they are read or drawn, so that loading a model costs no random numbers.

/// <summary>x Wᵀ + b.</summary>
internal sealed class Dense : nn.Module<Tensor, Tensor>
{
    public readonly Parameter weight;
    public readonly Parameter? bias;

    public Dense(long inputs, long outputs, bool hasBias = true)
        : base(nameof(Dense))
    {
        weight = nn.Parameter(empty(outputs, inputs));
        if (hasBias) bias = nn.Parameter(empty(outputs));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias!);
}

/// <summary>x W + b: GPT-2 keeps its weights the other way round.</summary>
internal sealed class Conv1D : nn.Module<Tensor, Tensor>
{
    public readonly Parameter weight;
    public readonly Parameter bias;

    public Conv1D(long outputs, long inputs)
        : base(nameof(Conv1D))
    {
        weight = nn.Parameter(empty(inputs, outputs));
        bias = nn.Parameter(empty(outputs));
        RegisterComponents();
    }

    /// <param name="input">[rows, inputs]</param>
    public override Tensor forward(Tensor input) => bias.addmm(input, weight);
}

/// <summary>Mean 0 and variance 1 over the last dimension, then a factor and an offset.</summary>
internal sealed class Norm : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly long[] shape;
    private readonly double eps;

    public Norm(long size, double eps)
        : base(nameof(Norm))
    {
        (shape, this.eps) = ([size], eps);
        weight = nn.Parameter(empty(size));
        bias = nn.Parameter(empty(size));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => nn.functional.layer_norm(input, shape, weight, bias, eps);
}

/// <summary>TorchSharp's own layers, made without drawing values.</summary>
internal static class Layers
{
    /// <param name="padding">A row that begins as zeros and is not trained.</param>
    public static Embedding Table(long rows, long columns, long? padding = null) =>
        nn.Embedding(rows, columns, padding is { } row && row < rows ? row : null);
}
