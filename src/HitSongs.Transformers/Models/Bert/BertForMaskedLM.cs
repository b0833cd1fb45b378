using HitSongs.Transformers.Models.Bert;
using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>BERT with a layer that scores, at each place, every word of the vocabulary.</summary>
public sealed class BertForMaskedLM : BertPreTrainedModel
{
    private static readonly string[] arguments = ["input_ids", "attention_mask", "token_type_ids", "position_ids", "labels"];
    private static readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal) { ["cls.predictions.decoder.bias"] = "cls.predictions.bias" };
    private readonly BertModel bert;
    private readonly BertOnlyMLMHead cls;

    /// <summary>A model whose weights are drawn anew.</summary>
    /// <exception cref="ArgumentException">The configuration describes no BERT.</exception>
    public BertForMaskedLM(BertConfig config)
        : this(config, draw: true)
    {
    }

    internal BertForMaskedLM(BertConfig config, bool draw)
        : base(config, nameof(BertForMaskedLM))
    {
        bert = new BertModel(config, add_pooling_layer: false, draw: false);
        cls = new BertOnlyMLMHead(config);
        RegisterComponents();
        if (draw) Draw();
    }

    internal override IReadOnlyDictionary<string, string> Aliases => aliases;

    private protected override BertModel Body => bert;

    /// <inheritdoc cref="BertModel.from_pretrained"/>
    public static BertForMaskedLM from_pretrained(string folder, BertConfig? config = null, bool ignore_mismatched_sizes = false) =>
        Load(folder, config, ignore_mismatched_sizes, its => new BertForMaskedLM(its, draw: false));

    /// <inheritdoc cref="BertModel.call(Tensor, Tensor?, Tensor?, Tensor?)"/>
    /// <param name="labels">[batch, length]: the words that belong where; −100 where the loss does not look.</param>
    public MaskedLMOutput call(
        Tensor input_ids,
        Tensor? attention_mask = null,
        Tensor? token_type_ids = null,
        Tensor? position_ids = null,
        Tensor? labels = null
    )
    {
        using var scope = NewDisposeScope();
        var states = bert.Encode(input_ids, attention_mask, token_type_ids, position_ids);
        var scores = cls.predictions.forward(states, bert.Words.weight);
        var loss = labels is null ? null : nn.functional.cross_entropy(scores.view(-1, config.vocab_size), labels.reshape(-1));
        return new MaskedLMOutput(scores.MoveToOuterDisposeScope()) { loss = loss?.MoveToOuterDisposeScope() };
    }

    /// <inheritdoc/>
    public override ModelOutput call(IReadOnlyDictionary<string, Tensor> batch) =>
        call(
            Required(batch, arguments),
            batch.GetValueOrDefault("attention_mask"),
            batch.GetValueOrDefault("token_type_ids"),
            batch.GetValueOrDefault("position_ids"),
            batch.GetValueOrDefault("labels")
        );

    // The table of words scores them too, unless config.json says otherwise.
    internal override bool IsComputed(string key) => base.IsComputed(key) || (config.tie_word_embeddings && key == "cls.predictions.decoder.weight");
}
