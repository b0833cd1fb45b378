using System.Diagnostics;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Training;

/// <summary>Runs a model over examples, without training it.</summary>
internal sealed class EvaluationRun(PreTrainedModel model, DataCollator collator, int batchSize)
{
    private readonly List<Tensor> scores = [];
    private readonly List<Tensor> labels = [];

    /// <param name="keep">Whether scores and labels are wanted, not the loss alone.</param>
    /// <param name="prefix">What names of metrics begin with, such as "eval".</param>
    public (EvalPrediction? prediction, Dictionary<string, double> metrics) Run(
        IReadOnlyList<IReadOnlyDictionary<string, object>> examples,
        bool keep,
        string prefix,
        Func<EvalPrediction, IReadOnlyDictionary<string, double>>? compute
    )
    {
        if (examples.Count == 0) throw new ArgumentException("there are no examples to evaluate", nameof(examples));
        var clock = Stopwatch.StartNew();
        var wasTraining = model.training;
        model.eval();
        var (loss, lossCount) = (0.0, 0);
        using var scope = NewDisposeScope();
        using (no_grad())
        {
            foreach (var part in examples.Chunk(batchSize))
            {
                using var step = NewDisposeScope();
                var batch = collator.call(part);
                var output = model.call(batch);
                if (output.loss is { } its) (loss, lossCount) = (loss + (its.item<float>() * part.Length), lossCount + part.Length);
                if (!keep) continue;
                scores.Add(output.Main.MoveToOuterDisposeScope());
                if (batch.TryGetValue("labels", out var own)) labels.Add(own.MoveToOuterDisposeScope());
            }
        }
        model.train(wasTraining);
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal);
        if (lossCount > 0)
            metrics[$"{prefix}_loss"] = loss / lossCount;
        var prediction = keep
            ? new EvalPrediction(Joined(scores, 0).MoveToOuterDisposeScope(), labels.Count > 0 ? Joined(labels, -100).MoveToOuterDisposeScope() : null)
            : null;
        if (compute is not null)
            foreach (var (name, value) in compute(prediction!))
                metrics[name.StartsWith(prefix + "_", StringComparison.Ordinal) ? name : $"{prefix}_{name}"] = value;
        metrics[$"{prefix}_runtime"] = clock.Elapsed.TotalSeconds;
        metrics[$"{prefix}_samples_per_second"] = examples.Count / Math.Max(clock.Elapsed.TotalSeconds, 1e-9);
        return (prediction, metrics);
    }

    // Batches of texts may differ in length: the second dimension is filled up.
    private static Tensor Joined(List<Tensor> parts, double filling)
    {
        if (parts[0].dim() < 2 || parts.TrueForAll(part => part.size(1) == parts[0].size(1))) return cat([.. parts]);
        var longest = parts.Max(part => part.size(1));
        return cat([.. parts.Select(part =>
        {
            var shape = part.shape;
            if (shape[1] == longest) return part;
            shape[1] = longest - shape[1];
            return cat([part, full(shape, filling, part.dtype)], 1);
        })]);
    }
}
