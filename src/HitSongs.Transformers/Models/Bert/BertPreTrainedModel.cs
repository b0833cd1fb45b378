using HitSongs.Transformers.Models;

namespace HitSongs.Transformers;

/// <summary>Base class of all models with a BERT.</summary>
public abstract class BertPreTrainedModel : PreTrainedModel
{
    private protected BertPreTrainedModel(BertConfig config, string name)
        : base(config, name) => this.config = config;

    public BertConfig config { get; }

    internal override string base_model_prefix => "bert";

    /// <summary>The model without its head.</summary>
    private protected virtual BertModel Body => (BertModel)(PreTrainedModel)this;

    private protected override (string name, EmbeddingTable table, long row)? PaddedTable =>
        config.pad_token_id is { } row && row >= 0 && row < config.vocab_size
            ? ((IsBase ? "" : "bert.") + "embeddings.word_embeddings.weight", Body.Words, row)
            : null;

    // A buffer of the numbers from 0 on, in files of some versions.
    internal override bool IsComputed(string key) => key.EndsWith("embeddings.position_ids", StringComparison.Ordinal);
}
