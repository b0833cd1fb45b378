using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>Output of a model: tensors by their names in the Python library.</summary>
public abstract record ModelOutput
{
    /// <summary>The mean loss, when there were labels.</summary>
    public Tensor? loss { get; init; }

    /// <summary>Main output: scores or, of a model without a head, the last hidden state.</summary>
    internal abstract Tensor Main { get; }
}

/// <summary>Output of a model without a head.</summary>
/// <param name="last_hidden_state">[batch, length, hidden]</param>
/// <param name="pooler_output">[batch, hidden]</param>
public sealed record BaseModelOutputWithPooling(Tensor last_hidden_state, Tensor pooler_output) : ModelOutput
{
    internal override Tensor Main => last_hidden_state;
}

/// <param name="logits">[batch, labels]</param>
public sealed record SequenceClassifierOutput(Tensor logits) : ModelOutput
{
    internal override Tensor Main => logits;
}
