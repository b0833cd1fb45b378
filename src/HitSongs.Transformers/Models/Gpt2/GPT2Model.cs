using HitSongs.Transformers.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>GPT-2 without a head: a vector for every token, made of it and those before.</summary>
public sealed class GPT2Model : GPT2PreTrainedModel
{
    private static readonly string[] arguments = ["input_ids", "attention_mask", "position_ids"];
    private readonly Embedding wte;
    private readonly Embedding wpe;
    private readonly Norm ln_f;
    private readonly GPT2Block[] blocks;

    /// <summary>A model whose weights are drawn anew.</summary>
    /// <exception cref="ArgumentException">The configuration describes no GPT-2.</exception>
    public GPT2Model(GPT2Config config)
        : this(config, draw: true)
    {
    }

    internal GPT2Model(GPT2Config config, bool draw)
        : base(config, nameof(GPT2Model))
    {
        wte = Layers.Table(config.vocab_size, config.n_embd);
        wpe = Layers.Table(config.n_positions, config.n_embd);
        blocks = [.. Enumerable.Range(0, (int)config.n_layer).Select(layer => new GPT2Block(config, layer))];
        ln_f = new Norm(config.n_embd, config.layer_norm_epsilon);
        RegisterComponents();
        register_module("h", nn.ModuleList(blocks));
        if (draw) Draw();
    }

    internal override bool IsBase => true;

    internal Embedding Words => wte;

    /// <inheritdoc cref="BertModel.from_pretrained"/>
    public static GPT2Model from_pretrained(string folder, GPT2Config? config = null, bool ignore_mismatched_sizes = false) =>
        Load(folder, config, ignore_mismatched_sizes, its => new GPT2Model(its, draw: false));

    /// <param name="input_ids">[batch, length], whole numbers.</param>
    /// <param name="attention_mask">[batch, length with that of the cache], 0 where a token is padding; null when none is.</param>
    /// <param name="position_ids">[batch, length]; behind those of the cache when null.</param>
    /// <param name="past_key_values">The tokens before; these are added to it.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or a text is longer than n_positions.</exception>
    public BaseModelOutputWithPooling call(Tensor input_ids, Tensor? attention_mask = null, Tensor? position_ids = null, KeyValueCache? past_key_values = null) =>
        new(Encode(input_ids, attention_mask, position_ids, past_key_values), null);

    /// <inheritdoc/>
    public override ModelOutput call(IReadOnlyDictionary<string, Tensor> batch) =>
        call(Required(batch, arguments), batch.GetValueOrDefault("attention_mask"), batch.GetValueOrDefault("position_ids"));

    internal Tensor Encode(Tensor input_ids, Tensor? attention_mask, Tensor? position_ids, KeyValueCache? cache)
    {
        var past = cache?.length ?? 0;
        input_ids.RefuseBadIds(GetName(), config.n_positions - past);
        using var scope = NewDisposeScope();
        var length = input_ids.size(1);
        var places = position_ids is null ? wpe.weight!.narrow(0, past, length) : wpe.call(position_ids);
        var mask = Mask(attention_mask, past, length);
        var state = (wte.call(input_ids) + places).Dropped(config.embd_pdrop, training);
        foreach (var block in blocks)
        {
            using var before = state;
            state = block.forward(before, mask, cache);
        }
        return ln_f.call(state).MoveToOuterDisposeScope();
    }

    // Nothing looks ahead, and nothing at padding; a single new token may look at everything.
    private Tensor? Mask(Tensor? attention_mask, long past, long length)
    {
        using var scope = NewDisposeScope();
        var type = wte.weight!.dtype;
        var padding = attention_mask?.Additive(type).unsqueeze(1).unsqueeze(1);
        if (length == 1) return padding?.MoveToOuterDisposeScope();
        var ahead = ones(length, past + length, ScalarType.Bool).triu(past + 1);
        var causal = zeros_like(ahead, type).masked_fill(ahead, (double)float.MinValue);
        // Not the sum of two lowest numbers, which would be infinite.
        return (padding is null ? causal : causal.minimum(padding)).MoveToOuterDisposeScope();
    }
}
