using static TorchSharp.torch;

namespace HitSongs.Transformers.Models;

/// <summary>Continues texts token by token.</summary>
internal sealed class Generation
{
    private readonly GPT2LMHeadModel model;
    private readonly GenerationConfig options;
    private readonly long? end;
    private readonly long padding;

    public Generation(GPT2LMHeadModel model, GenerationConfig options)
    {
        if (options.max_new_tokens < 1) throw new ArgumentException($"max_new_tokens is {options.max_new_tokens}, it must be 1 or more", nameof(options));
        if (options.temperature is not (> 0 and < double.PositiveInfinity)) throw new ArgumentException($"temperature is {options.temperature}, it must be above 0; do_sample = false takes the likeliest", nameof(options));
        if (options.top_k < 0) throw new ArgumentException($"top_k is {options.top_k}, it must be 0 (all) or more", nameof(options));
        if (options.top_p is not (> 0 and <= 1)) throw new ArgumentException($"top_p is {options.top_p}, it must be above 0 and at most 1", nameof(options));
        (this.model, this.options) = (model, options);
        end = options.eos_token_id ?? model.config.eos_token_id;
        padding = options.pad_token_id ?? model.config.pad_token_id ?? end ?? 0;
    }

    public Tensor Run(Tensor input_ids, Tensor? attention_mask)
    {
        if (input_ids.size(1) + options.max_new_tokens > model.config.n_positions)
        {
            throw new ArgumentException($"{input_ids.size(1)} tokens and {options.max_new_tokens} new ones are more than the {model.config.n_positions} that the model has places for", nameof(input_ids));
        }
        using var scope = NewDisposeScope();
        using var unrecorded = no_grad();
        using var cache = options.use_cache ? model.NewCache() : null;
        var (batch, ids, mask) = (input_ids.size(0), input_ids.alias(), attention_mask?.to(ScalarType.Int64));
        var open = ones(batch, ScalarType.Bool);
        for (var added = 0; added < options.max_new_tokens && open.any().item<bool>(); added++)
        {
            using var step = NewDisposeScope();
            var next = Choose(Scores(ids, mask, cache));
            if (end is { } stop)
            {
                next = where(open, next, full_like(next, padding));
                var still = open.logical_and(next.ne(stop)).MoveToOuterDisposeScope();
                open.Dispose();
                open = still;
            }
            var longer = cat([ids, next.unsqueeze(1)], 1).MoveToOuterDisposeScope();
            ids.Dispose();
            ids = longer;
            if (mask is null) continue;
            var longerMask = cat([mask, ones(batch, 1, ScalarType.Int64)], 1).MoveToOuterDisposeScope();
            mask.Dispose();
            mask = longerMask;
        }
        return ids.MoveToOuterDisposeScope();
    }

    // Of the next token, [batch, vocabulary].
    private Tensor Scores(Tensor ids, Tensor? mask, KeyValueCache? cache)
    {
        // Where texts are padded on the left, the first token that counts has place 0.
        var positions = mask is null ? null : (mask.cumsum(1) - 1).clamp_min(0);
        var done = cache?.length ?? 0;
        var unseen = ids.size(1) - done;
        var output = model.call(ids.narrow(1, done, unseen), mask, positions?.narrow(1, done, unseen), past_key_values: cache);
        return output.logits.select(1, -1);
    }

    private Tensor Choose(Tensor scores)
    {
        if (!options.do_sample) return scores.argmax(-1);
        scores = scores / options.temperature;
        if (options.top_k > 0 && options.top_k < scores.size(-1))
        {
            var (likeliest, _) = scores.topk(options.top_k);
            scores = scores.masked_fill(scores.lt(likeliest.narrow(-1, options.top_k - 1, 1)), double.NegativeInfinity);
        }
        if (options.top_p < 1)
        {
            var (sorted, order) = scores.sort(-1, descending: true);
            var shares = sorted.softmax(-1);
            // A token goes when those before it reach the probability by themselves.
            var gone = (shares.cumsum(-1) - shares).ge(options.top_p);
            scores = scores.masked_fill(zeros_like(gone).scatter(-1, order, gone), double.NegativeInfinity);
        }
        return scores.softmax(-1).multinomial(1, generator: options.generator).squeeze(-1);
    }
}
