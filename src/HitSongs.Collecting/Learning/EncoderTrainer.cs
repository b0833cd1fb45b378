using HitSongs.Collecting.Encoders;
using HitSongs.Transformers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Collecting.Learning;

/// <summary>Trains the last layers of the encoder and all heads at once. The layers below do not change, so that their states are computed once.</summary>
/// <remarks>
/// Products are computed in bfloat16, several times faster where the processor has it; the weights that are learnt are kept in single precision beside.
/// Only features are dropped out: drawing numbers for each layer would take longer than the layer.
/// </remarks>
internal sealed class EncoderTrainer
{
    private const int BatchSize = 48;
    private const double Rate = 2e-4;
    private const double HeadRate = 2e-3;
    private const double WarmUp = 0.1;
    private const double LeastRate = 0.02;
    private const double Dropout = 0.1;

    private readonly BertModel model;
    private readonly LearningText[] texts;
    private readonly Tensor[] states;
    private readonly Dictionary<string, Parameter> learnt;

    public EncoderTrainer(BertModel model, LearningText[] texts, Action<string> say)
    {
        learnt = EncoderWeights.Trained(model).ToDictionary(pair => pair.Key, pair => nn.Parameter(pair.Value.detach().clone()), StringComparer.Ordinal);
        model.to(ScalarType.BFloat16);
        model.eval();
        (this.model, this.texts, states) = (model, texts, new Tensor[texts.Length]);
        say($"encoding {texts.Length} sentences");
        using var noGradients = no_grad();
        foreach (var batch in Enumerable.Range(0, texts.Length).OrderBy(i => texts[i].Ids.Length).Chunk(BatchSize))
        {
            using var scope = NewDisposeScope();
            var (ids, attention) = Padded(batch);
            var below = model.Below(ids, attention, EncoderWeights.FrozenLayers);
            foreach (var (i, row) in batch.Select((i, row) => (i, row)))
            {
                states[i] = below[row].narrow(0, 0, texts[i].Ids.Length).clone().MoveToOuterDisposeScope().DetachFromDisposeScope();
            }
        }
    }

    /// <summary>Trains; the model is in evaluation mode afterwards.</summary>
    public void Train(HeadLoss loss, int epochs, int seed, Action<string> say)
    {
        var rounded = EncoderWeights.Trained(model);
        var weights = learnt.Values.ToList();
        var batches = new Batches(texts, BatchSize, seed);
        using var optimizer = optim.AdamW(weights, Rate, weight_decay: 0.01);
        using var headOptimizer = optim.AdamW([loss.Weights, loss.Biases], HeadRate, weight_decay: 0.001);
        var (step, all, guarded) = (0, epochs * batches.Count, new TrainingStep());
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var (sum, count) = (0.0, 0);
            foreach (var batch in batches.Next())
            {
                var factor = Math.Min(1, ++step / (WarmUp * all)) * Math.Max(LeastRate, 1 - ((double)step / all));
                SetRate(optimizer, Rate * factor);
                SetRate(headOptimizer, HeadRate * factor);
                guarded.Run(() =>
                {
                    using var scope = NewDisposeScope();
                    headOptimizer.zero_grad();
                    foreach (var weight in rounded.Values)
                    {
                        weight.grad = null;
                    }

                    var value = loss.Of(nn.functional.dropout(Features(batch), Dropout), [.. batch.Select(i => texts[i])]);
                    value.backward();
                    foreach (var (name, weight) in learnt)
                    {
                        weight.grad = rounded[name].grad!.to(ScalarType.Float32);
                    }

                    nn.utils.clip_grad_norm_(weights, 1);
                    optimizer.step();
                    headOptimizer.step();
                    Round(rounded);
                    (sum, count) = (sum + value.item<float>(), count + 1);
                });
            }

            say($"epoch {epoch} of {epochs}: loss {sum / count:0.000}");
        }
    }

    /// <summary>Learnt weights, by their names in the model.</summary>
    public IReadOnlyDictionary<string, Parameter> Learnt => learnt;

    /// <summary>Takes over weights, and trains the heads alone on what the encoder says now, after its weights were rounded.</summary>
    public void TrainHeads(HeadLoss loss, int epochs, int seed)
    {
        Round(EncoderWeights.Trained(model));
        using var all = FeaturesOfAll();
        HeadTrainer.Train(loss, all, texts, epochs, seed);
    }

    private Tensor FeaturesOfAll()
    {
        using var noGradients = no_grad();
        var features = empty(texts.Length, 2 * states[0].size(1));
        foreach (var batch in Enumerable.Range(0, texts.Length).OrderBy(i => texts[i].Ids.Length).Chunk(BatchSize))
        {
            using var scope = NewDisposeScope();
            features.index_copy_(0, tensor(batch.Select(i => (long)i).ToArray()), Features(batch));
        }

        return features;
    }

    private Tensor Features(int[] batch)
    {
        var (_, attention) = Padded(batch);
        var length = attention.size(1);
        var below = stack(
            batch.Select(i =>
                states[i].size(0) == length ? states[i] : cat([states[i], zeros(length - states[i].size(0), states[i].size(1), ScalarType.BFloat16)], 0)
            ),
            0
        );
        return PassageEncoder.Pool(model.Above(below, attention, EncoderWeights.FrozenLayers), attention);
    }

    private (Tensor Ids, Tensor Attention) Padded(int[] batch)
    {
        var length = batch.Max(i => texts[i].Ids.Length);
        var (ids, attention) = (new long[batch.Length * length], new long[batch.Length * length]);
        for (var row = 0; row < batch.Length; row++)
        {
            texts[batch[row]].Ids.CopyTo(ids, row * length);
            attention.AsSpan(row * length, texts[batch[row]].Ids.Length).Fill(1);
        }

        return (tensor(ids, batch.Length, length), tensor(attention, batch.Length, length));
    }

    /// <summary>Gives the model what was learnt, in its own precision.</summary>
    private void Round(IReadOnlyDictionary<string, Parameter> rounded)
    {
        using var noGradients = no_grad();
        foreach (var (name, weight) in learnt)
        {
            rounded[name].copy_(weight);
        }
    }

    private static void SetRate(optim.Optimizer optimizer, double rate)
    {
        foreach (var group in optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }
    }
}
