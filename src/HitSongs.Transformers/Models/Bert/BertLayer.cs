using static TorchSharp.torch;

namespace HitSongs.Transformers.Models.Bert;

/// <summary>
/// Attention of every token to every token, and two dense layers, each with a shortcut and a normalization. The modules within name the
/// weights as the Python library does; what they compute is written here in one piece.
/// </summary>
internal sealed class BertLayer : nn.Module
{
    private readonly BertAttention attention;
    private readonly BertIntermediate intermediate;
    private readonly BertOutput output;
    private readonly Func<Tensor, Tensor> activation;
    private readonly long heads;
    private readonly (double hidden, double attention) dropout;

    public BertLayer(BertConfig config)
        : base(nameof(BertLayer))
    {
        attention = new BertAttention(config);
        intermediate = new BertIntermediate(config);
        output = new BertOutput(config.intermediate_size, config);
        activation = Activation.Of(config.hidden_act);
        heads = config.num_attention_heads;
        dropout = (config.hidden_dropout_prob, config.attention_probs_dropout_prob);
        RegisterComponents();
    }

    /// <param name="x">[batch, length, hidden]</param>
    /// <param name="mask">Added to the scores, [batch, 1, 1, length]; null when every token counts.</param>
    public Tensor forward(Tensor x, Tensor? mask)
    {
        using var context = Attend(x, mask);
        using var seen = attention.output.Finish(context, x, dropout.hidden, training);
        using var up = intermediate.dense.forward(seen);
        using var active = activation(up);
        return output.Finish(active, seen, dropout.hidden, training);
    }

    private Tensor Attend(Tensor x, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        var self = attention.self;
        var heard = nn.functional.scaled_dot_product_attention(
            Heads(self.query.forward(x)), Heads(self.key.forward(x)), Heads(self.value.forward(x)), mask, training ? dropout.attention : 0);
        return heard.transpose(1, 2).reshape(x.shape).MoveToOuterDisposeScope();
    }

    // [batch, length, hidden] to [batch, heads, length, hidden / heads].
    private Tensor Heads(Tensor projected) => projected.view(projected.size(0), projected.size(1), heads, -1).transpose(1, 2);
}

internal sealed class BertAttention : nn.Module
{
    public readonly BertSelfAttention self;
    public readonly BertOutput output;

    public BertAttention(BertConfig config)
        : base(nameof(BertAttention))
    {
        self = new BertSelfAttention(config);
        output = new BertOutput(config.hidden_size, config);
        RegisterComponents();
    }
}

internal sealed class BertSelfAttention : nn.Module
{
    public readonly Dense query;
    public readonly Dense key;
    public readonly Dense value;

    public BertSelfAttention(BertConfig config)
        : base(nameof(BertSelfAttention))
    {
        query = new Dense(config.hidden_size, config.hidden_size);
        key = new Dense(config.hidden_size, config.hidden_size);
        value = new Dense(config.hidden_size, config.hidden_size);
        RegisterComponents();
    }
}

internal sealed class BertIntermediate : nn.Module
{
    public readonly Dense dense;

    public BertIntermediate(BertConfig config)
        : base(nameof(BertIntermediate))
    {
        dense = new Dense(config.hidden_size, config.intermediate_size);
        RegisterComponents();
    }
}

/// <summary>Back to the hidden size, the shortcut, and the normalization.</summary>
internal sealed class BertOutput : nn.Module
{
    private readonly Dense dense;
    private readonly Norm LayerNorm;

    public BertOutput(long inputs, BertConfig config)
        : base(nameof(BertOutput))
    {
        dense = new Dense(inputs, config.hidden_size);
        LayerNorm = new Norm(config.hidden_size, config.layer_norm_eps);
        RegisterComponents();
    }

    public Tensor Finish(Tensor x, Tensor shortcut, double share, bool training)
    {
        using var down = dense.forward(x);
        if (!is_grad_enabled() && !training) return LayerNorm.forward(down.add_(shortcut));
        using var kept = down.Dropped(share, training);
        using var sum = kept + shortcut;
        return LayerNorm.forward(sum);
    }
}
