using static TorchSharp.torch;

namespace HitSongs.Transformers.Models;

/// <summary>Steps that several models take.</summary>
internal static class TensorSteps
{
    /// <summary>Dropout while training, the same elements otherwise; the result is a tensor of its own to dispose of.</summary>
    public static Tensor Dropped(this Tensor x, double share, bool training) => training && share > 0 ? nn.functional.dropout(x, share) : x.alias();

    /// <summary>0 where <paramref name="attention_mask"/> is not 0, and the lowest number elsewhere: added to scores before a softmax.</summary>
    public static Tensor Additive(this Tensor attention_mask, ScalarType type)
    {
        using var unrecorded = no_grad();
        using var hidden = attention_mask.eq(0);
        // Not minus infinity: the softmax of a row that sees nothing would be no number. Of bfloat16 the lowest is a little higher.
        return zeros_like(hidden, type).masked_fill_(hidden, type is ScalarType.BFloat16 ? -3e38 : (double)float.MinValue);
    }

    /// <exception cref="ArgumentException">The tensor is not [batch, length] of whole numbers, or too long.</exception>
    public static void RefuseBadIds(this Tensor input_ids, string model, long longest)
    {
        ArgumentNullException.ThrowIfNull(input_ids);
        if (input_ids.dim() != 2)
            throw new ArgumentException(
                $"{model} reads input_ids of shape [batch, length], these have [{string.Join(", ", input_ids.shape)}]",
                nameof(input_ids)
            );
        if (input_ids.size(1) > longest)
            throw new ArgumentException($"{model} reads at most {longest} tokens, these texts have {input_ids.size(1)}; truncate them", nameof(input_ids));
    }
}
