using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>
/// "sentence-similarity": a vector for each sentence, the mean of its tokens' hidden states, scaled to length 1 as Python's sentence-transformers does for
/// all-MiniLM-L6-v2; and the cosines between such vectors.
/// </summary>
public sealed class SentenceSimilarityPipeline(PreTrainedModel model, PreTrainedTokenizer tokenizer) : Pipeline(model, tokenizer)
{
    /// <inheritdoc/>
    public override IReadOnlyList<PipelineResult> call(string source_sentence, IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var source = call(source_sentence)[0].embedding!;
        return [.. call(sentences).Select(answer => answer[0] with { score = Product(source, answer[0].embedding!) })];
    }

    private protected override IEnumerable<IReadOnlyList<PipelineResult>> Answer(string[] texts)
    {
        var batch = Encode(texts).batch;
        var states = ((BaseModelOutputWithPooling)this.model.call(batch)).last_hidden_state;
        var vectors = nn.functional.normalize(Mean(states, batch["attention_mask"]), p: 2, dim: -1).contiguous();
        return
        [
            .. vectors
                .data<float>()
                .ToArray()
                .Chunk((int)vectors.size(-1))
                .Select(vector => (IReadOnlyList<PipelineResult>)[new PipelineResult { embedding = vector }]),
        ];
    }

    // Padding counts for nothing.
    private static Tensor Mean(Tensor states, Tensor mask)
    {
        var weights = mask.unsqueeze(-1).to(states.dtype);
        return (states * weights).sum(1) / weights.sum(1);
    }

    private static double Product(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
}
