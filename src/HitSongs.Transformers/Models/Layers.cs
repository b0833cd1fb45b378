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

/// <summary>
/// A row for each number. Not TorchSharp's Embedding: that draws its values when it is made, and one made from values that are there registers a
/// parameter that it does not use.
/// </summary>
internal sealed class EmbeddingTable : nn.Module<Tensor, Tensor>
{
    public readonly Parameter weight;
    private readonly long? padding;

    /// <param name="padding">A row that is not trained.</param>
    public EmbeddingTable(long rows, long columns, long? padding = null)
        : base(nameof(EmbeddingTable))
    {
        weight = nn.Parameter(empty(rows, columns));
        this.padding = padding;
        RegisterComponents();
    }

    /// <param name="input">Whole numbers from 0 to rows - 1, in any shape; the result has one dimension more.</param>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var rows = weight.index_select(0, input.reshape(-1)).view([.. input.shape, weight.size(1)]);
        if (padding is { } row && is_grad_enabled()) rows = where(input.ne(row).unsqueeze(-1), rows, rows.detach());
        return rows.MoveToOuterDisposeScope();
    }
}
