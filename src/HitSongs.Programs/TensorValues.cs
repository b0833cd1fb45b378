using HitSongs.Demonstrations;
using TorchSharp;

namespace HitSongs.Programs;

/// <summary>Tensors as what a demonstration hands back of them: numbers.</summary>
internal static class TensorValues
{
    /// <summary>A tensor as a flat array in row-major order, one without dimensions as a number; null for what is no tensor.</summary>
    /// <exception cref="ArgumentException">The tensor has more numbers than an observation may have.</exception>
    public static object? Of(string name, object value) => value switch
    {
        torch.Tensor tensor => Numbers(name, tensor),
        Scalar scalar => scalar.ToDouble(),
        _ => null,
    };

    private static object Numbers(string name, torch.Tensor tensor)
    {
        if (tensor.numel() > ObservedValues.MaxNumbers)
        {
            throw ObservedValues.TooMany(name);
        }

        using var flat = tensor.detach().to_type(torch.ScalarType.Float64).reshape(-1).contiguous();
        var numbers = flat.data<double>().ToArray();
        return tensor.dim() == 0 ? numbers[0] : numbers;
    }
}
