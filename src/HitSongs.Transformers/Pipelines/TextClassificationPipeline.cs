using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>"sentiment-analysis" and "text-classification": the labels of a text.</summary>
/// <param name="top_k">How many labels an answer has; null for all.</param>
public sealed class TextClassificationPipeline(PreTrainedModel model, PreTrainedTokenizer tokenizer, int? top_k = 1) : Pipeline(model, tokenizer)
{
    private protected override IEnumerable<IReadOnlyList<PipelineResult>> Answer(string[] texts)
    {
        var logits = ((SequenceClassifierOutput)this.model.call(Encode(texts).batch)).logits;
        var independent = this.model.Config.problem_type == "multi_label_classification" || this.model.Config.num_labels == 1;
        var shares = (independent ? logits.sigmoid() : logits.softmax(-1)).to(ScalarType.Float64).data<double>().ToArray();
        var labels = this.model.Config.id2label;
        return shares
            .Chunk(labels.Count)
            .Select(row =>
                (IReadOnlyList<PipelineResult>)
                    [
                        .. row.Index()
                            .OrderByDescending(entry => entry.Item)
                            .Take(top_k ?? labels.Count)
                            .Select(entry => new PipelineResult { label = labels[entry.Index], score = entry.Item }),
                    ]
            );
    }
}
