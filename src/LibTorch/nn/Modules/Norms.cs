namespace TorchSharp.Modules;

/// <summary>A module with a trained factor and offset, which begin as 1 and 0.</summary>
public abstract class AffineModule : Module<Tensor, Tensor>
{
    private protected AffineModule(string name, long[]? factors, bool bias, Device? device, ScalarType? dtype)
        : base(name)
    {
        if (factors is null) return;
        NewParameter(nameof(weight), dtype, device, factors);
        if (bias) NewParameter(nameof(this.bias), dtype, device, factors);
        Reset();
    }

    public Parameter? weight { get => OwnParameter(nameof(weight)); set => Replace(nameof(weight), value); }
    public Parameter? bias { get => OwnParameter(nameof(bias)); set => Replace(nameof(bias), value); }

    private protected void Reset()
    {
        if (weight is { } factor) init.ones_(factor);
        if (bias is { } offset) init.zeros_(offset);
    }
}

/// <summary>A normalization that keeps the mean and variance it has seen.</summary>
public abstract class NormBase : AffineModule
{
    protected NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(name, affine ? [num_features] : null, bias: true, device, dtype)
    {
        (this.num_features, this.eps, this.momentum, this.affine, this.track_running_stats) = (num_features, eps, momentum, affine, track_running_stats);
        if (!track_running_stats) return;
        register_buffer(nameof(running_mean), zeros([num_features], dtype, device));
        register_buffer(nameof(running_var), ones([num_features], dtype, device));
        register_buffer(nameof(num_batches_tracked), zeros([], ScalarType.Int64, device));
    }

    public long num_features { get; }
    public double eps { get; set; }

    /// <summary>The share of the newest batch in the running figures; null takes the mean of all batches.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }
    public bool track_running_stats { get; }
    public Tensor? running_mean { get => OwnBuffer(nameof(running_mean)); set => Replace(nameof(running_mean), value); }
    public Tensor? running_var { get => OwnBuffer(nameof(running_var)); set => Replace(nameof(running_var), value); }
    public Tensor? num_batches_tracked { get => OwnBuffer(nameof(num_batches_tracked)); set => Replace(nameof(num_batches_tracked), value); }

    /// <summary>How many dimensions the input may have.</summary>
    private protected abstract (int least, int most) Dimensions { get; }

    public void reset_parameters()
    {
        reset_running_stats();
        Reset();
    }

    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    private protected void Check(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (least, most) = Dimensions;
        if (input.dim() >= least && input.dim() <= most) return;
        throw new ArgumentException(
            $"{GetName()} needs {(least == most ? $"{least}" : $"{least} or {most}")} dimensions, the input has {input.dim()}", nameof(input));
    }
}

/// <summary>Mean 0 and variance 1 for each channel of a batch; when not training by the running figures.</summary>
public abstract class BatchNorm : NormBase
{
    protected BatchNorm(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name) { }

    public override Tensor forward(Tensor input)
    {
        Check(input);
        var share = momentum ?? 0;
        if (training && num_batches_tracked is { } count)
        {
            count.add_(1);
            share = momentum ?? 1.0 / count.item<long>();
        }
        var byBatch = training || running_mean is null;
        if (byBatch && input.numel() == input.size(1)) throw new ArgumentException(
            $"one value a channel has no variance: the input has shape [{string.Join(", ", input.shape)}]", nameof(input));
        return functional.batch_norm(input, running_mean, running_var, weight, bias, byBatch, share, eps);
    }
}

/// <summary>Mean 0 and variance 1 for each channel of each instance.</summary>
public abstract class InstanceNorm : NormBase
{
    protected InstanceNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name) { }

    public override Tensor forward(Tensor input)
    {
        Check(input);
        using var scope = NewDisposeScope();
        var one = input.dim() == Dimensions.least;
        var batch = one ? input.unsqueeze(0) : input;
        var byInstance = training || !track_running_stats;
        if (byInstance && batch.numel() == batch.size(0) * batch.size(1)) throw new ArgumentException(
            $"one value a channel has no variance: the input has shape [{string.Join(", ", input.shape)}]", nameof(input));
        var result = functional.instance_norm(batch, running_mean, running_var, weight, bias, byInstance, momentum ?? 0, eps);
        return (one ? result.squeeze(0) : result).MoveToOuterDisposeScope();
    }
}
