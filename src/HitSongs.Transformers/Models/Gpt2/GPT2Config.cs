using HitSongs.Transformers.Models;

namespace HitSongs.Transformers;

/// <summary>The sizes of a GPT-2; unless told otherwise those of the smallest that was published.</summary>
public sealed record GPT2Config : PretrainedConfig
{
    public GPT2Config() => (bos_token_id, eos_token_id) = (50256, 50256);

    public override string model_type => "gpt2";

    public long vocab_size { get; init; } = 50257;

    /// <summary>The longest text, in tokens.</summary>
    public long n_positions { get; init; } = 1024;

    public long n_embd { get; init; } = 768;

    public long n_layer { get; init; } = 12;

    /// <summary>How many heads share n_embd; a divisor of it.</summary>
    public long n_head { get; init; } = 12;

    /// <summary>4 · n_embd when null.</summary>
    public long? n_inner { get; init; }

    /// <inheritdoc cref="BertConfig.hidden_act"/>
    public string activation_function { get; init; } = "gelu_new";

    public double resid_pdrop { get; init; } = 0.1;

    public double embd_pdrop { get; init; } = 0.1;

    public double attn_pdrop { get; init; } = 0.1;

    public double layer_norm_epsilon { get; init; } = 1e-5;

    /// <summary>Reads the config.json of a model's folder.</summary>
    /// <exception cref="HitSongs.InvalidInputException">The file is missing, or describes no GPT-2.</exception>
    public static GPT2Config from_pretrained(string folder) => ConfigFile.Read<GPT2Config>(folder);

    internal override string? Fault() => base.Fault()
        ?? Sizes(("vocab_size", vocab_size), ("n_positions", n_positions), ("n_embd", n_embd), ("n_layer", n_layer), ("n_head", n_head), ("n_inner", n_inner ?? 1))
        ?? Shares(("resid_pdrop", resid_pdrop), ("embd_pdrop", embd_pdrop), ("attn_pdrop", attn_pdrop))
        ?? (n_embd % n_head == 0 ? null : $"n_embd {n_embd} cannot be divided among {n_head} heads")
        ?? Activation.Fault(nameof(activation_function), activation_function);

    internal override Int128 Elements() =>
        ((Int128)vocab_size + n_positions) * n_embd + (Int128)n_layer * n_embd * ((4 * (Int128)n_embd) + (2 * (n_inner ?? 4 * (Int128)n_embd)));
}
