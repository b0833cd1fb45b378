using static TorchSharp.torch;

namespace HitSongs.Transformers.Models.Bert;

/// <summary>The layers, one after the other.</summary>
internal sealed class BertEncoder : nn.Module
{
    private readonly BertLayer[] layers;

    public BertEncoder(BertConfig config)
        : base(nameof(BertEncoder))
    {
        layers = [.. Enumerable.Range(0, (int)config.num_hidden_layers).Select(_ => new BertLayer(config))];
        register_module("layer", nn.ModuleList(layers));
    }

    public Tensor forward(Tensor x, Tensor? mask) => forward(x, mask, 0, layers.Length);

    /// <param name="first">Index of the first layer.</param>
    /// <param name="end">The index after the last one.</param>
    public Tensor forward(Tensor x, Tensor? mask, int first, int end)
    {
        var state = x.alias();
        foreach (var step in layers[first..end])
        {
            using var before = state;
            state = step.forward(before, mask);
        }
        return state;
    }
}

/// <summary>A dense layer over the first token, which stands for the whole text.</summary>
internal sealed class BertPooler : nn.Module
{
    private readonly Dense dense;

    public BertPooler(BertConfig config)
        : base(nameof(BertPooler))
    {
        dense = new Dense(config.hidden_size, config.hidden_size);
        RegisterComponents();
    }

    /// <param name="x">[batch, length, hidden]</param>
    public Tensor forward(Tensor x)
    {
        using var first = x.select(1, 0);
        using var product = dense.call(first);
        return product.tanh();
    }
}
