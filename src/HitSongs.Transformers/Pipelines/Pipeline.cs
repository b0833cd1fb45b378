using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>A tokenizer, a model, and the way from texts to answers.</summary>
public abstract class Pipeline : IDisposable
{
    private protected Pipeline(PreTrainedModel model, PreTrainedTokenizer tokenizer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tokenizer);
        (this.model, this.tokenizer) = (model, tokenizer);
        model.eval();
    }

    public PreTrainedModel model { get; }

    public PreTrainedTokenizer tokenizer { get; }

    /// <summary>The answers for one text, the likeliest first.</summary>
    public IReadOnlyList<PipelineResult> call(string text) => call([text])[0];

    /// <summary>The answers for each of several texts.</summary>
    /// <param name="batch_size">How many texts the model sees at once.</param>
    public IReadOnlyList<IReadOnlyList<PipelineResult>> call(IReadOnlyList<string> texts, int batch_size = 8)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch_size, 1);
        var answers = new List<IReadOnlyList<PipelineResult>>(texts.Count);
        using var unrecorded = no_grad();
        foreach (var part in texts.Chunk(batch_size))
        {
            using var scope = NewDisposeScope();
            answers.AddRange(Answer(part));
        }
        return answers;
    }

    /// <summary>"sentence-similarity" alone: how near each sentence's meaning is to that of a source sentence.</summary>
    /// <returns>A score for each of <paramref name="sentences"/> in their order, from -1 to 1.</returns>
    /// <exception cref="NotSupportedException">The pipeline is for another task.</exception>
    public virtual IReadOnlyList<PipelineResult> call(string source_sentence, IReadOnlyList<string> sentences) =>
        throw new NotSupportedException($"{GetType().Name} compares no sentences: make a pipeline for \"sentence-similarity\"");

    public void Dispose()
    {
        model.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The answers for one batch of texts, in their order.</summary>
    private protected abstract IEnumerable<IReadOnlyList<PipelineResult>> Answer(string[] texts);

    /// <summary>The longest text that the model reads, in tokens.</summary>
    private protected int Longest => (int)Math.Min(tokenizer.model_max_length ?? int.MaxValue, model.Config switch
    {
        BertConfig bert => bert.max_position_embeddings,
        _ => int.MaxValue,
    });

    /// <summary>The model's arguments for a batch; longer texts are truncated, shorter ones padded on the right.</summary>
    private protected (BatchEncoding encoding, Dictionary<string, Tensor> batch) Encode(string[] texts)
    {
        var encoding = tokenizer.call(texts, padding: texts.Length > 1, truncation: true, max_length: Longest);
        return (
            encoding,
            encoding.keys.Where(key => key is "input_ids" or "attention_mask" or "token_type_ids").ToDictionary(key => key, key => encoding[key])
        );
    }
}
