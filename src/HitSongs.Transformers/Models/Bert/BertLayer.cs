using static TorchSharp.torch;

namespace HitSongs.Transformers.Models;

/// <summary>
/// Attention of every token to every token, and two dense layers, each with a shortcut and a normalization. Tokens come first
/// ([length, batch, hidden]): heads are then views of the projections and need no copies. The modules within name the weights as the
/// Python library does; what they compute is written here in one piece.
/// </summary>
internal sealed class BertLayer : nn.Module
{
    private readonly BertAttention attention;
    private readonly BertIntermediate intermediate;
    private readonly BertOutput output;
    private readonly Func<Tensor, Tensor> activation;
    private readonly long heads;
    private readonly (double hidden, double attention) dropout;
    private readonly float scale;

    public BertLayer(BertConfig config)
        : base(nameof(BertLayer))
    {
        attention = new BertAttention(config);
        intermediate = new BertIntermediate(config);
        output = new BertOutput(config.intermediate_size, config);
        activation = Activation.Of(config.hidden_act);
        heads = config.num_attention_heads;
        dropout = (config.hidden_dropout_prob, config.attention_probs_dropout_prob);
        scale = (float)(1 / Math.Sqrt(config.hidden_size / heads));
        RegisterComponents();
    }

    /// <param name="x">[length, batch, hidden]</param>
    /// <param name="mask">Added to the scores, [batch · heads, 1, length]; null when every token counts.</param>
    public Tensor forward(Tensor x, Tensor? mask)
    {
        using var context = Attend(x, mask);
        using var seen = attention.output.Finish(context, x, dropout.hidden, training);
        using var up = intermediate.dense.call(seen);
        using var active = activation(up);
        return output.Finish(active, seen, dropout.hidden, training);
    }

    private Tensor Attend(Tensor x, Tensor? mask)
    {
        var (length, batch, hidden) = (x.size(0), x.size(1), x.size(2));
        using var q = Heads(attention.self.query, x, length, batch * heads);
        using var k = Heads(attention.self.key, x, length, batch * heads);
        using var v = Heads(attention.self.value, x, length, batch * heads);
        using var kT = k.transpose(1, 2);
        // One operator for product, scale and mask.
        using var scores = mask is null ? q.new_empty(1, 1, 1).baddbmm(q, kT, beta: 0, alpha: scale) : mask.baddbmm(q, kT, beta: 1, alpha: scale);
        using var all = scores.softmax(-1);
        using var weights = all.Dropped(dropout.attention, training);
        using var heard = weights.bmm(v);
        using var byToken = heard.transpose(0, 1);
        return byToken.reshape(length, batch, hidden);
    }

    private static Tensor Heads(Dense projection, Tensor x, long length, long rows)
    {
        using var all = projection.call(x);
        using var split = all.view(length, rows, -1);
        return split.transpose(0, 1);
    }
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
        using var down = dense.call(x);
        using var kept = down.Dropped(share, training);
        using var sum = kept + shortcut;
        return LayerNorm.call(sum);
    }
}
