namespace HitSongs.Transformers;

/// <summary>"feature-extraction": the model's vector for each token of a text.</summary>
public sealed class FeatureExtractionPipeline(PreTrainedModel model, PreTrainedTokenizer tokenizer) : Pipeline(model, tokenizer)
{
    private protected override IEnumerable<IReadOnlyList<PipelineResult>> Answer(string[] texts)
    {
        var (encoding, batch) = Encode(texts);
        var states = ((BaseModelOutputWithPooling)this.model.call(batch)).last_hidden_state;
        var size = (int)states.size(-1);
        return encoding.lists("attention_mask").Select((mask, text) => (IReadOnlyList<PipelineResult>)
        [
            new PipelineResult { features = [.. states[text].contiguous().data<float>().ToArray().Chunk(size).Where((_, token) => mask[token] != 0)] },
        ]).ToArray();
    }
}
