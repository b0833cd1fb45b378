using static TorchSharp.torch;

namespace HitSongs.Transformers.Models;

/// <summary>A normalization, then attention to the tokens before; a normalization, then two dense layers; each with a shortcut.</summary>
internal sealed class GPT2Block : nn.Module
{
    private readonly Norm ln_1;
    private readonly GPT2Attention attn;
    private readonly Norm ln_2;
    private readonly GPT2MLP mlp;
    private readonly int layer;
    private readonly double dropout;

    public GPT2Block(GPT2Config config, int layer)
        : base(nameof(GPT2Block))
    {
        ln_1 = new Norm(config.n_embd, config.layer_norm_epsilon);
        attn = new GPT2Attention(config);
        ln_2 = new Norm(config.n_embd, config.layer_norm_epsilon);
        mlp = new GPT2MLP(config);
        (this.layer, dropout) = (layer, config.resid_pdrop);
        RegisterComponents();
    }

    /// <param name="x">[batch, length, n_embd]</param>
    /// <param name="mask">Added to the scores; null when every token may be looked at.</param>
    public Tensor forward(Tensor x, Tensor? mask, KeyValueCache? cache)
    {
        using var normal = ln_1.call(x);
        using var heard = attn.forward(normal, mask, cache, layer);
        using var kept = heard.Dropped(dropout, training);
        using var seen = x + kept;
        using var normalAgain = ln_2.call(seen);
        using var thought = mlp.forward(normalAgain);
        using var keptAgain = thought.Dropped(dropout, training);
        return seen + keptAgain;
    }
}

internal sealed class GPT2Attention : nn.Module
{
    private readonly Conv1D c_attn;
    private readonly Conv1D c_proj;
    private readonly long heads;
    private readonly double dropout;
    private readonly double scale;

    public GPT2Attention(GPT2Config config)
        : base(nameof(GPT2Attention))
    {
        c_attn = new Conv1D(3 * config.n_embd, config.n_embd);
        c_proj = new Conv1D(config.n_embd, config.n_embd);
        (heads, dropout, scale) = (config.n_head, config.attn_pdrop, 1 / Math.Sqrt(config.n_embd / config.n_head));
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor? mask, KeyValueCache? cache, int layer)
    {
        using var scope = NewDisposeScope();
        var (batch, length, features) = (x.size(0), x.size(1), x.size(2));
        var parts = c_attn.call(x.view(-1, features)).view(batch, length, 3, heads, features / heads).permute(2, 0, 3, 1, 4);
        var (q, k, v) = (parts[0], parts[1], parts[2]);
        if (cache is not null) (k, v) = cache.Add(layer, k, v);
        var scores = (q * scale).matmul(k.transpose(-2, -1));
        if (mask is not null) scores += mask;
        var weights = scores.softmax(-1).Dropped(dropout, training);
        var heard = weights.matmul(v).transpose(1, 2).reshape(-1, features);
        return c_proj.call(heard).view(batch, length, features).MoveToOuterDisposeScope();
    }
}

internal sealed class GPT2MLP : nn.Module
{
    private readonly Conv1D c_fc;
    private readonly Conv1D c_proj;
    private readonly Func<Tensor, Tensor> activation;

    public GPT2MLP(GPT2Config config)
        : base(nameof(GPT2MLP))
    {
        var inner = config.n_inner ?? 4 * config.n_embd;
        c_fc = new Conv1D(inner, config.n_embd);
        c_proj = new Conv1D(config.n_embd, inner);
        activation = Activation.Of(config.activation_function);
        RegisterComponents();
    }

    public Tensor forward(Tensor x)
    {
        using var rows = x.view(-1, x.size(2));
        using var up = c_fc.call(rows);
        using var active = activation(up);
        using var down = c_proj.call(active);
        return down.view(x.shape);
    }
}
