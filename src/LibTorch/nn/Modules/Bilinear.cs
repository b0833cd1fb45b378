namespace TorchSharp.Modules;

/// <summary>x₁ᵀ W x₂ + b</summary>
public sealed class Bilinear : Module<Tensor, Tensor, Tensor>
{
    internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Bilinear))
    {
        (this.in1_features, this.in2_features, this.out_features) = (in1_features, in2_features, out_features);
        NewParameter(nameof(weight), dtype, device, out_features, in1_features, in2_features);
        if (hasBias) NewParameter(nameof(bias), dtype, device, out_features);
        var bound = 1 / Math.Sqrt(in1_features);
        foreach (var (_, parameter) in parametersByName) init.uniform_(parameter, -bound, bound);
    }

    public long in1_features { get; set; }
    public long in2_features { get; set; }
    public long out_features { get; set; }

    /// <summary>W, of shape [out, in1, in2].</summary>
    public Parameter weight { get => OwnParameter(nameof(weight))!; set => Replace(nameof(weight), value ?? throw new ArgumentNullException(nameof(value))); }

    public Parameter? bias { get => OwnParameter(nameof(bias)); set => Replace(nameof(bias), value); }
    public override Tensor forward(Tensor input1, Tensor input2) => functional.bilinear(input1, input2, weight, bias);
}

/// <summary>x above zero, a trained slope times x below.</summary>
public sealed class PReLU : Module<Tensor, Tensor>
{
    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype)
        : base(nameof(PReLU))
    {
        (this.num_parameters, this.init) = (num_parameters, init);
        nn.init.constant_(NewParameter(nameof(weight), dtype, device, num_parameters), init);
    }

    public long num_parameters { get; }

    /// <summary>What the slopes begin with.</summary>
    public double init { get; }

    public Parameter weight { get => OwnParameter(nameof(weight))!; set => Replace(nameof(weight), value ?? throw new ArgumentNullException(nameof(value))); }
    public override Tensor forward(Tensor tensor) => functional.prelu(tensor, weight);
}

/// <summary>Resizes [N, C, …] to a size or by factors.</summary>
public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
{
    private readonly long[]? sizes;
    private readonly double[]? factors;

    internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
        : base(nameof(Upsample)) =>
        (sizes, factors, this.mode, this.align_corners, this.recompute_scale_factor) = (size, scale_factor, mode, align_corners, recompute_scale_factor);

    public ReadOnlySpan<long> size => sizes;
    public ReadOnlySpan<double> scale_factor => factors;
    public UpsampleMode mode { get; }
    public bool? align_corners { get; }
    public bool? recompute_scale_factor { get; set; }
    public override Tensor forward(Tensor input) => functional.interpolate(input, sizes, factors, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
}
