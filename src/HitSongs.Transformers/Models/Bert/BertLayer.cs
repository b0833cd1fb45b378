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
        using var up = intermediate.dense.forward(seen);
        using var active = activation(up);
        return output.Finish(active, seen, dropout.hidden, training);
    }

    private Tensor Attend(Tensor x, Tensor? mask)
    {
        var (length, batch, hidden) = (x.size(0), x.size(1), x.size(2));
        var (q, k, v) = Project(x, length, batch, hidden);
        using var kT = k.transpose(1, 2);
        // One operator for product, scale and mask. Without one zeros are added: a factor beta of 0 would not do, as libtorch multiplies
        // by it what happens to lie in the memory of small results, and 0 times NaN is NaN.
        using var none = mask is null ? q.new_zeros(1, 1, 1) : null;
        using var scores = q.baddbmm(kT, mask ?? none!, beta: 1, alpha: scale);
        using var all = scores.softmax(-1);
        using var weights = all.Dropped(dropout.attention, training);
        using var heard = weights.bmm(v);
        q.Dispose();
        k.Dispose();
        v.Dispose();
        using var byToken = heard.transpose(0, 1);
        return byToken.reshape(length, batch, hidden);
    }

    // While gradients are recorded one product with all three weights is cheaper: on the way back it makes one gradient of the input, not
    // three to add up. Otherwise putting the weights side by side would cost more than it saves.
    private (Tensor q, Tensor k, Tensor v) Project(Tensor x, long length, long batch, long hidden)
    {
        var self = attention.self;
        if (!is_grad_enabled()) return (Heads(self.query.forward(x), length, batch), Heads(self.key.forward(x), length, batch), Heads(self.value.forward(x), length, batch));
        using var scope = NewDisposeScope();
        var all = nn.functional.linear(x, cat([self.query.weight, self.key.weight, self.value.weight]), cat([self.query.bias!, self.key.bias!, self.value.bias!]));
        // [length, batch, three · hidden]: heads of one text lie side by side, those of the next three times as far.
        var parts = all.view(length, batch, 3, heads, hidden / heads).permute(2, 1, 3, 0, 4).reshape(3, batch * heads, length, hidden / heads).unbind(0);
        return (parts[0].MoveToOuterDisposeScope(), parts[1].MoveToOuterDisposeScope(), parts[2].MoveToOuterDisposeScope());
    }

    private Tensor Heads(Tensor projected, long length, long batch)
    {
        using (projected)
        using (var split = projected.view(length, batch * heads, -1)) return split.transpose(0, 1);
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
        using var down = dense.forward(x);
        if (!is_grad_enabled() && !training) return LayerNorm.forward(down.add_(shortcut));
        using var kept = down.Dropped(share, training);
        using var sum = kept + shortcut;
        return LayerNorm.forward(sum);
    }
}
