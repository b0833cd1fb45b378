namespace TorchSharp.Modules;

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
    public override Tensor forward(Tensor input) =>
        functional.interpolate(input, sizes, factors, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
}
