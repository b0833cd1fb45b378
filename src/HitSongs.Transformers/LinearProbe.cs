using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>The configuration of a <see cref="LinearProbe"/>.</summary>
/// <param name="features">How many numbers an example has.</param>
public sealed record LinearProbeConfig(long features) : PretrainedConfig
{
    public override string model_type => "linear_probe";
}

/// <summary>
/// A linear classifier of vectors that were computed before, such as those of a frozen encoder: the least that a Trainer trains. A batch has
/// "features", [batch, features], and "labels", [batch] numbers of classes.
/// </summary>
public sealed class LinearProbe : PreTrainedModel
{
    /// <param name="features">How many numbers a vector has.</param>
    /// <param name="num_labels">How many classes there are.</param>
    public LinearProbe(long features, int num_labels)
        : base(new LinearProbeConfig(features) { num_labels = num_labels }, nameof(LinearProbe))
    {
        linear = nn.Linear(features, num_labels);
        register_module(nameof(linear), linear); // by itself a property would be known by the name of its hidden field
    }

    /// <summary>From a vector to the scores of the classes.</summary>
    public Linear linear { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch has no "features".</exception>
    public override ModelOutput call(IReadOnlyDictionary<string, Tensor> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!batch.TryGetValue("features", out var features)) throw new ArgumentException("a LinearProbe needs features", nameof(batch));
        var logits = linear.call(features);
        return new SequenceClassifierOutput(logits) { loss = batch.TryGetValue("labels", out var labels) ? nn.functional.cross_entropy(logits, labels) : null };
    }
}
