using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>"fill-mask": the likeliest tokens for the gap in a text. Where there are several gaps, those for the first come first.</summary>
/// <param name="top_k">How many tokens are given for a gap.</param>
public sealed class FillMaskPipeline(PreTrainedModel model, PreTrainedTokenizer tokenizer, int top_k = 5) : Pipeline(model, tokenizer)
{
    private protected override IEnumerable<IReadOnlyList<PipelineResult>> Answer(string[] texts)
    {
        var mask = this.tokenizer.mask_token_id ?? throw new InvalidOperationException("the tokenizer has no token for a gap (mask_token)");
        var (encoding, batch) = Encode(texts);
        var rows = encoding.lists("input_ids");
        var gaps = rows.Select(row => row.Index().Where(entry => entry.Item == mask).Select(entry => entry.Index).ToArray()).ToArray();
        if (Array.FindIndex(gaps, positions => positions.Length == 0) is var without and >= 0)
        {
            throw new ArgumentException(
                $"there is no gap in '{texts[without]}': write {this.tokenizer.mask_token} where one is, and not behind {Longest} tokens"
            );
        }
        var shares = ((MaskedLMOutput)this.model.call(batch)).logits.softmax(-1);
        return rows.Select((row, text) => (IReadOnlyList<PipelineResult>)[.. gaps[text].SelectMany(gap => Fill(row, gap, shares[text, gap]))]);
    }

    private IEnumerable<PipelineResult> Fill(IReadOnlyList<int> row, int gap, Tensor shares)
    {
        var (scores, tokens) = shares.topk((int)Math.Min(top_k, shares.numel()));
        foreach (
            var (score, token) in scores
                .to(ScalarType.Float64)
                .data<double>()
                .ToArray()
                .Zip(tokens.data<long>().ToArray(), (score, token) => (score, (int)token))
        )
        {
            var filled = row.ToArray();
            filled[gap] = token;
            yield return new PipelineResult
            {
                score = score,
                token = token,
                token_str = this.tokenizer.decode([token]),
                sequence = this.tokenizer.decode(filled, skip_special_tokens: true),
            };
        }
    }
}
