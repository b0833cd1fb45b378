using static TorchSharp.torch;

namespace HitSongs.Collecting.Learning;

/// <summary>Trains heads on vectors that do not change.</summary>
internal static class HeadTrainer
{
    private const int BatchSize = 256;

    /// <summary>For heads that begin with nothing.</summary>
    public const double Rate = 1e-3;

    /// <param name="features">[texts, features]</param>
    /// <param name="rate">Of the first step; the last one's is a fiftieth of it.</param>
    public static void Train(HeadLoss loss, Tensor features, LearningText[] texts, int epochs, int seed, double rate = Rate)
    {
        using var optimizer = optim.AdamW([loss.Weights, loss.Biases], rate, weight_decay: 0.01);
        var batches = new Batches(texts, BatchSize, seed);
        var (step, all, guarded) = (0, epochs * batches.Count, new TrainingStep());
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var batch in batches.Next())
            {
                foreach (var group in optimizer.ParamGroups)
                {
                    group.LearningRate = rate * Math.Max(0.02, 1 - ((double)++step / all));
                }

                guarded.Run(() =>
                {
                    using var scope = NewDisposeScope();
                    optimizer.zero_grad();
                    var some = features.index_select(0, tensor(batch.Select(i => (long)i).ToArray()));
                    loss.Of(nn.functional.dropout(some, 0.1), [.. batch.Select(i => texts[i])]).backward();
                    optimizer.step();
                });
            }
        }
    }
}
