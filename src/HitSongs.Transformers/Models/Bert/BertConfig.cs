using HitSongs.Transformers.Models;

namespace HitSongs.Transformers;

/// <summary>The sizes of a BERT; unless told otherwise those of bert-base-uncased.</summary>
public sealed record BertConfig : PretrainedConfig
{
    public BertConfig() => pad_token_id = 0;

    public override string model_type => "bert";

    public long vocab_size { get; init; } = 30522;

    public long hidden_size { get; init; } = 768;

    public long num_hidden_layers { get; init; } = 12;

    /// <summary>Number of heads sharing hidden_size; a divisor of it.</summary>
    public long num_attention_heads { get; init; } = 12;

    public long intermediate_size { get; init; } = 3072;

    /// <summary>"gelu", "gelu_new", "gelu_pytorch_tanh", "relu", "silu" or "tanh".</summary>
    public string hidden_act { get; init; } = "gelu";

    public double hidden_dropout_prob { get; init; } = 0.1;

    public double attention_probs_dropout_prob { get; init; } = 0.1;

    /// <summary>Dropout before the classifier; hidden_dropout_prob when null.</summary>
    public double? classifier_dropout { get; init; }

    /// <summary>The longest text, in tokens.</summary>
    public long max_position_embeddings { get; init; } = 512;

    public long type_vocab_size { get; init; } = 2;

    public double layer_norm_eps { get; init; } = 1e-12;

    public string position_embedding_type { get; init; } = "absolute";

    /// <summary>Reads the config.json of a model's folder.</summary>
    /// <exception cref="HitSongs.InvalidInputException">The file is missing, or describes no BERT.</exception>
    public static BertConfig from_pretrained(string folder) => ConfigFile.Read<BertConfig>(folder);

    internal override string? Fault() =>
        base.Fault()
        ?? Sizes(
            ("vocab_size", vocab_size),
            ("hidden_size", hidden_size),
            ("num_hidden_layers", num_hidden_layers),
            ("num_attention_heads", num_attention_heads),
            ("intermediate_size", intermediate_size),
            ("max_position_embeddings", max_position_embeddings),
            ("type_vocab_size", type_vocab_size)
        )
        ?? Shares(
            ("hidden_dropout_prob", hidden_dropout_prob),
            ("attention_probs_dropout_prob", attention_probs_dropout_prob),
            ("classifier_dropout", classifier_dropout ?? 0)
        )
        ?? (hidden_size % num_attention_heads == 0 ? null : $"hidden_size {hidden_size} cannot be divided among {num_attention_heads} heads")
        ?? (position_embedding_type == "absolute" ? null : $"position_embedding_type is '{position_embedding_type}', only 'absolute' is known")
        ?? Activation.Fault(nameof(hidden_act), hidden_act);

    internal override Int128 Elements() =>
        ((Int128)vocab_size + max_position_embeddings + type_vocab_size) * hidden_size
        + (Int128)num_hidden_layers * hidden_size * ((4 * (Int128)hidden_size) + (2 * (Int128)intermediate_size));
}
