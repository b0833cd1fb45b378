namespace TorchSharp.Modules;

/// <summary>x Wᵀ + b</summary>
public sealed class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private Parameter matrix;
    private Parameter? offset;

    internal Linear(long inputSize, long outputSize, bool hasBias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(Linear))
    {
        in_features = inputSize;
        out_features = outputSize;
        // In PyTorch's order, so that a seed gives PyTorch's numbers.
        matrix = new Parameter(torch.empty(outputSize, inputSize, dtype, device));
        torch.nn.init.kaiming_uniform_(matrix, Math.Sqrt(5));
        register_parameter(nameof(weight), matrix);
        if (!hasBias) return;
        var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
        offset = new Parameter(torch.empty(outputSize, dtype, device));
        torch.nn.init.uniform_(offset, -bound, bound);
        register_parameter(nameof(bias), offset);
    }

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.dim() != 2) throw new ArgumentException($"the weight of a linear layer has 2 dimensions, this one {weight.dim()}", nameof(weight));
        (out_features, in_features) = (weight.size(0), weight.size(1));
        matrix = weight;
        offset = bias;
        register_parameter(nameof(weight), weight);
        register_parameter(nameof(bias), bias!);
    }

    public long in_features { get; set; }
    public long out_features { get; set; }

    /// <summary>W, of shape [out_features, in_features].</summary>
    public Parameter weight
    {
        get => matrix;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            matrix = value;
            Replace(nameof(weight), value);
        }
    }

    /// <summary>b, of shape [out_features]; null when there is none.</summary>
    public Parameter? bias
    {
        get => offset;
        set
        {
            offset = value;
            Replace(nameof(bias), value);
        }
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.linear(tensor, matrix, offset);
}
