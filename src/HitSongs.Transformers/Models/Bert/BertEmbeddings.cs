using static TorchSharp.torch;

namespace HitSongs.Transformers.Models.Bert;

/// <summary>Sum of token, position and segment embeddings.</summary>
internal sealed class BertEmbeddings : nn.Module
{
    public readonly EmbeddingTable word_embeddings;
    private readonly EmbeddingTable position_embeddings;
    private readonly EmbeddingTable token_type_embeddings;
    private readonly Norm LayerNorm;
    private readonly double dropout;

    public BertEmbeddings(BertConfig config)
        : base(nameof(BertEmbeddings))
    {
        word_embeddings = new EmbeddingTable(config.vocab_size, config.hidden_size, config.pad_token_id);
        position_embeddings = new EmbeddingTable(config.max_position_embeddings, config.hidden_size);
        token_type_embeddings = new EmbeddingTable(config.type_vocab_size, config.hidden_size);
        LayerNorm = new Norm(config.hidden_size, config.layer_norm_eps);
        dropout = config.hidden_dropout_prob;
        RegisterComponents();
    }

    /// <param name="input_ids">[batch, length], as the other two.</param>
    /// <returns>[batch, length, hidden]</returns>
    public Tensor forward(Tensor input_ids, Tensor? token_type_ids, Tensor? position_ids)
    {
        using var words = word_embeddings.call(input_ids);
        using var places = Places(input_ids.size(1), token_type_ids, position_ids);
        using var sum = words + places;
        using var normal = LayerNorm.call(sum);
        return normal.Dropped(dropout, training);
    }

    // Where every text has the same places, and tokens are of one segment, a row for each place is all it takes.
    private Tensor Places(long length, Tensor? token_type_ids, Tensor? position_ids)
    {
        using var rows = position_ids is null ? position_embeddings.weight.narrow(0, 0, length) : position_embeddings.call(position_ids);
        using var types = token_type_ids is null ? token_type_embeddings.weight.narrow(0, 0, 1) : token_type_embeddings.call(token_type_ids);
        return rows + types;
    }
}
