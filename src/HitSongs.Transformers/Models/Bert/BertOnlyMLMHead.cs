using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Models.Bert;

/// <summary>What scores words; a level of names.</summary>
internal sealed class BertOnlyMLMHead : nn.Module
{
    public readonly BertLMPredictionHead predictions;

    public BertOnlyMLMHead(BertConfig config)
        : base(nameof(BertOnlyMLMHead))
    {
        predictions = new BertLMPredictionHead(config);
        RegisterComponents();
    }
}

/// <summary>A dense layer, then a product with the table of words.</summary>
internal sealed class BertLMPredictionHead : nn.Module
{
    private readonly BertPredictionHeadTransform transform;
    private readonly Dense? decoder;
    private readonly Parameter bias;

    public BertLMPredictionHead(BertConfig config)
        : base(nameof(BertLMPredictionHead))
    {
        transform = new BertPredictionHeadTransform(config);
        bias = nn.Parameter(empty(config.vocab_size));
        if (!config.tie_word_embeddings) decoder = new Dense(config.hidden_size, config.vocab_size, hasBias: false);
        RegisterComponents();
    }

    public Tensor forward(Tensor states, Tensor words)
    {
        using var turned = transform.forward(states);
        return nn.functional.linear(turned, decoder?.weight ?? words, bias);
    }
}

internal sealed class BertPredictionHeadTransform : nn.Module
{
    private readonly Dense dense;
    private readonly Norm LayerNorm;
    private readonly Func<Tensor, Tensor> activation;

    public BertPredictionHeadTransform(BertConfig config)
        : base(nameof(BertPredictionHeadTransform))
    {
        dense = new Dense(config.hidden_size, config.hidden_size);
        LayerNorm = new Norm(config.hidden_size, config.layer_norm_eps);
        activation = Activation.Of(config.hidden_act);
        RegisterComponents();
    }

    public Tensor forward(Tensor x)
    {
        using var product = dense.call(x);
        using var active = activation(product);
        return LayerNorm.call(active);
    }
}
