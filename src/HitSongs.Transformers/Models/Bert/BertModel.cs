using HitSongs.Transformers.Models;
using HitSongs.Transformers.Models.Bert;
using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>BERT without a head: a vector for every token of a text, and one for the text.</summary>
public sealed class BertModel : BertPreTrainedModel
{
    private static readonly string[] arguments = ["input_ids", "attention_mask", "token_type_ids", "position_ids"];
    private readonly BertEmbeddings embeddings;
    private readonly BertEncoder encoder;
    private readonly BertPooler pooler;

    /// <summary>A model whose weights are drawn anew.</summary>
    /// <exception cref="ArgumentException">The configuration describes no BERT.</exception>
    public BertModel(BertConfig config)
        : this(config, draw: true)
    {
    }

    internal BertModel(BertConfig config, bool draw)
        : base(config, nameof(BertModel))
    {
        embeddings = new BertEmbeddings(config);
        encoder = new BertEncoder(config);
        pooler = new BertPooler(config);
        RegisterComponents();
        if (draw) Draw();
    }

    internal override bool IsBase => true;

    internal EmbeddingTable Words => embeddings.word_embeddings;

    /// <summary>Reads config.json and the weights of a folder. The model is in evaluation mode.</summary>
    /// <param name="config">Instead of the folder's config.json.</param>
    /// <param name="ignore_mismatched_sizes">Begin with new weights where shapes differ, rather than refuse.</param>
    /// <exception cref="HitSongs.InvalidInputException">A file is missing, is not sound, or does not fit the others.</exception>
    public static BertModel from_pretrained(string folder, BertConfig? config = null, bool ignore_mismatched_sizes = false) =>
        Load(folder, config, ignore_mismatched_sizes, its => new BertModel(its, draw: false));

    /// <param name="input_ids">[batch, length], whole numbers.</param>
    /// <param name="attention_mask">[batch, length], 0 where a token is padding; null when none is.</param>
    /// <param name="token_type_ids">[batch, length], which of two texts a token belongs to; null when there is one.</param>
    /// <param name="position_ids">[batch, length], from 0 on when null.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or a text is longer than max_position_embeddings.</exception>
    public BaseModelOutputWithPooling call(Tensor input_ids, Tensor? attention_mask = null, Tensor? token_type_ids = null, Tensor? position_ids = null)
    {
        using var scope = NewDisposeScope();
        var states = Encode(input_ids, attention_mask, token_type_ids, position_ids);
        return new BaseModelOutputWithPooling(states.MoveToOuterDisposeScope(), pooler.forward(states).MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public override ModelOutput call(IReadOnlyDictionary<string, Tensor> batch) =>
        call(
            Required(batch, arguments),
            batch.GetValueOrDefault("attention_mask"),
            batch.GetValueOrDefault("token_type_ids"),
            batch.GetValueOrDefault("position_ids")
        );

    /// <summary>The last hidden state [batch, length, hidden].</summary>
    internal Tensor Encode(Tensor input_ids, Tensor? attention_mask, Tensor? token_type_ids, Tensor? position_ids)
    {
        input_ids.RefuseBadIds(GetName(), config.max_position_embeddings);
        using var mask = attention_mask is null ? null : Mask(attention_mask);
        using var x = embeddings.forward(input_ids, token_type_ids, position_ids);
        return encoder.forward(x, mask);
    }

    /// <summary>The hidden states after some of the layers, for layers above them to be trained on.</summary>
    /// <param name="input_ids">[batch, length]</param>
    /// <param name="attention_mask">[batch, length], 0 where a token is padding; null when none is.</param>
    /// <param name="layers">How many layers, from the first on.</param>
    /// <returns>[batch, length, hidden]</returns>
    public Tensor Below(Tensor input_ids, Tensor? attention_mask, int layers)
    {
        input_ids.RefuseBadIds(GetName(), config.max_position_embeddings);
        using var mask = attention_mask is null ? null : Mask(attention_mask);
        using var x = embeddings.forward(input_ids, null, null);
        return encoder.forward(x, mask, 0, layers);
    }

    /// <summary>The last hidden states, from those of <see cref="Below"/>.</summary>
    /// <param name="states">[batch, length, hidden]</param>
    /// <param name="attention_mask">[batch, length], 0 where a token is padding; null when none is.</param>
    /// <param name="layers">How many layers they have behind them.</param>
    /// <returns>[batch, length, hidden]</returns>
    public Tensor Above(Tensor states, Tensor? attention_mask, int layers)
    {
        using var mask = attention_mask is null ? null : Mask(attention_mask);
        return encoder.forward(states, mask, layers, (int)config.num_hidden_layers);
    }

    /// <summary>The vector of each text, [batch, hidden], from the hidden states.</summary>
    internal Tensor Pool(Tensor states) => pooler.forward(states);

    // [batch, length] to [batch, 1, 1, length]: the same for each head and each token that listens.
    private Tensor Mask(Tensor attention_mask)
    {
        using var additive = attention_mask.Additive(Words.weight.dtype);
        return additive.view(attention_mask.size(0), 1, 1, attention_mask.size(1));
    }
}
