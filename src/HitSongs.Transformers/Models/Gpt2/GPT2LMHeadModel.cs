using HitSongs.Transformers.Models;
using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>GPT-2 with a layer that scores, at each place, every word as the next one.</summary>
public sealed class GPT2LMHeadModel : GPT2PreTrainedModel
{
    private static readonly string[] arguments = ["input_ids", "attention_mask", "position_ids", "labels"];
    private readonly GPT2Model transformer;
    private readonly Dense? lm_head;

    /// <summary>A model whose weights are drawn anew.</summary>
    /// <exception cref="ArgumentException">The configuration describes no GPT-2.</exception>
    public GPT2LMHeadModel(GPT2Config config)
        : this(config, draw: true)
    {
    }

    internal GPT2LMHeadModel(GPT2Config config, bool draw)
        : base(config, nameof(GPT2LMHeadModel))
    {
        transformer = new GPT2Model(config, draw: false);
        if (!config.tie_word_embeddings) lm_head = new Dense(config.n_embd, config.vocab_size, hasBias: false);
        RegisterComponents();
        if (draw) Draw();
    }

    /// <inheritdoc cref="BertModel.from_pretrained"/>
    public static GPT2LMHeadModel from_pretrained(string folder, GPT2Config? config = null, bool ignore_mismatched_sizes = false) =>
        Load(folder, config, ignore_mismatched_sizes, its => new GPT2LMHeadModel(its, draw: false));

    /// <inheritdoc cref="GPT2Model.call(Tensor, Tensor?, Tensor?, KeyValueCache?)"/>
    /// <param name="labels">[batch, length]: the tokens themselves, each the answer at the place before it; −100 where the loss does not look.</param>
    public CausalLMOutput call(Tensor input_ids, Tensor? attention_mask = null, Tensor? position_ids = null, Tensor? labels = null, KeyValueCache? past_key_values = null)
    {
        using var scope = NewDisposeScope();
        var states = transformer.Encode(input_ids, attention_mask, position_ids, past_key_values);
        var logits = nn.functional.linear(states, lm_head?.weight ?? (Tensor)transformer.Words.weight!);
        var loss = labels is null ? null : Loss(logits, labels);
        return new CausalLMOutput(logits.MoveToOuterDisposeScope(), past_key_values) { loss = loss?.MoveToOuterDisposeScope() };
    }

    /// <inheritdoc/>
    public override ModelOutput call(IReadOnlyDictionary<string, Tensor> batch) =>
        call(Required(batch, arguments), batch.GetValueOrDefault("attention_mask"), batch.GetValueOrDefault("position_ids"), batch.GetValueOrDefault("labels"));

    /// <summary>Texts that begin with the given ones.</summary>
    /// <param name="input_ids">[batch, length]; shorter texts are padded on the left.</param>
    /// <param name="attention_mask">[batch, length], 0 where a token is padding; null when none is.</param>
    /// <returns>[batch, length and what was added]; behind the end of a text is padding.</returns>
    /// <exception cref="ArgumentException">The texts would become longer than n_positions, or an option is out of its range.</exception>
    public Tensor generate(Tensor input_ids, Tensor? attention_mask = null, GenerationConfig? generation_config = null)
    {
        input_ids.RefuseBadIds(GetName(), config.n_positions);
        return new Generation(this, generation_config ?? new GenerationConfig()).Run(input_ids, attention_mask);
    }

    internal KeyValueCache NewCache() => new((int)config.n_layer);

    // The table of words scores them too, unless config.json says otherwise.
    internal override bool IsComputed(string key) => base.IsComputed(key) || (config.tie_word_embeddings && key == "lm_head.weight");

    private Tensor Loss(Tensor logits, Tensor labels)
    {
        var before = logits.narrow(1, 0, logits.size(1) - 1).reshape(-1, config.vocab_size);
        return nn.functional.cross_entropy(before, labels.narrow(1, 1, labels.size(1) - 1).reshape(-1));
    }
}
