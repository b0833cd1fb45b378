namespace TorchSharp.Modules;

/// <summary>Trained kernels that slide over the last dimensions.</summary>
public abstract class Convolution : Module<Tensor, Tensor>
{
    private readonly Operator convolutionOp;

    private protected Convolution(
        string name, bool transposed, long in_channels, long out_channels, long[] kernel_size, long[]? stride,
        long[]? padding, Padding? padding_type, long[]? output_padding, long[]? dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(name)
    {
        if (groups < 1 || in_channels % groups != 0 || out_channels % groups != 0)
        {
            throw new ArgumentException($"{in_channels} and {out_channels} channels cannot be divided into {groups} groups", nameof(groups));
        }
        var ones = kernel_size.Select(_ => 1L).ToArray();
        (this.transposed, this.in_channels, this.out_channels, this.kernel_size, this.groups) = (transposed, in_channels, out_channels, kernel_size, groups);
        (this.stride, this.dilation, this.padding_mode, this.padding_type) = (stride ?? ones, dilation ?? ones, padding_mode, padding_type);
        (this.padding, this.output_padding) = (padding ?? new long[ones.Length], output_padding ?? new long[ones.Length]);
        convolutionOp = transposed
            ? new Operator($"conv_transpose{ones.Length}d", ones.Length == 1 ? "" : "input")
            : new Operator($"conv{ones.Length}d", padding_type is not null && padding_mode == PaddingModes.Zeros ? "padding" : "");
        NewParameter(nameof(weight), dtype, device, transposed ? [in_channels, out_channels / groups, .. kernel_size]
            : [out_channels, in_channels / groups, .. kernel_size]);
        if (bias) NewParameter(nameof(this.bias), dtype, device, out_channels);
        reset_parameters();
    }

    public long in_channels { get; }
    public long out_channels { get; }
    public bool transposed { get; }
    public long[] kernel_size { get; set; }
    public long[] stride { get; set; }
    public long[] padding { get; private set; }

    /// <summary>Set when the padding follows from the sizes.</summary>
    public Padding? padding_type { get; private set; }

    public long[] output_padding { get; set; }
    public long[] dilation { get; set; }
    public long groups { get; set; }
    public PaddingModes padding_mode { get; set; }

    /// <summary>The kernels, of shape [out, in / groups, …]; when transposed [in, out / groups, …].</summary>
    public Parameter weight { get => OwnParameter(nameof(weight))!; set => Replace(nameof(weight), value ?? throw new ArgumentNullException(nameof(value))); }

    public Parameter? bias { get => OwnParameter(nameof(bias)); set => Replace(nameof(bias), value); }

    /// <summary>Draws new values, even within ±1/√(inputs of an output).</summary>
    public void reset_parameters()
    {
        init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is not { } offset) return;
        var bound = 1 / Math.Sqrt(init.CalculateFanInAndFanOut(weight).fanIn);
        init.uniform_(offset, -bound, bound);
    }

    public void SetPadding(Padding padding)
    {
        if (padding_type is null && padding_mode == PaddingModes.Zeros) throw new InvalidOperationException(
            "the convolution was made with sizes of padding; set those");
        padding_type = padding;
    }

    public void SetPadding(long[] padding)
    {
        if (padding_type is not null && padding_mode == PaddingModes.Zeros) throw new InvalidOperationException(
            "the convolution was made with a kind of padding; set that");
        (this.padding, padding_type) = (padding, null);
    }

    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (padding_mode != PaddingModes.Zeros)
        {
            using var padded = functional.pad(input, Widths(), padding_mode);
            return convolutionOp.Call(padded, weight, bias, stride, 0, dilation, groups);
        }
        return convolutionOp.Call(input, weight, bias, stride, padding_type is { } type ? type == Padding.Same ? "same" : "valid" : padding, dilation, groups);
    }

    /// <summary>The transposed convolution.</summary>
    private protected Tensor Transposed(Tensor input, long[] output_padding) =>
        convolutionOp.Call(input, weight, bias, stride, padding, output_padding, groups, dilation);

    // From the last dimension on, before and after.
    private long[] Widths() => [.. Enumerable.Range(0, kernel_size.Length).Reverse().SelectMany(i =>
    {
        if (padding_type is null) return new[] { padding[i], padding[i] };
        var total = padding_type == Padding.Same ? dilation[i] * (kernel_size[i] - 1) : 0;
        return [total / 2, total - total / 2];
    })];

    private protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[]? stride, long[]? padding, Padding? padding_type, long[]? dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : this(name, transposed: false, in_channels, out_channels, kernel_size, stride, padding, padding_type, null,
            dilation, padding_mode, groups, bias, device, dtype)
    {
    }
}

/// <summary>The gradient of a convolution by its input, as a module.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[]? stride, long[]? padding, long[]? output_padding, long[]? dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(name, transposed: true, in_channels, out_channels, kernel_size, stride, padding, null, output_padding,
            dilation, padding_mode, groups, bias, device, dtype)
    {
        if (padding_mode != PaddingModes.Zeros) throw new ArgumentException(
            $"a transposed convolution is padded with zeros only, not {padding_mode}", nameof(padding_mode));
    }

    public override Tensor forward(Tensor input) => Transposed(input ?? throw new ArgumentNullException(nameof(input)), output_padding);

    /// <param name="output_size">The sizes of space that come out; null takes those that follow.</param>
    /// <exception cref="ArgumentException">This convolution cannot give that size.</exception>
    public Tensor forward(Tensor input, long[]? output_size)
    {
        if (output_size is null) return forward(input);
        ArgumentNullException.ThrowIfNull(input);
        var spatial = kernel_size.Length;
        if (output_size.Length < spatial) throw new ArgumentException($"{spatial} sizes are needed, {output_size.Length} were given", nameof(output_size));
        var extra = output_size[^spatial..].Select((size, i) =>
        {
            var least = (input.size(i - spatial) - 1) * stride[i] - 2 * padding[i] + dilation[i] * (kernel_size[i] - 1) + 1;
            return size >= least && size < least + stride[i]
                ? size - least
                : throw new ArgumentException($"the size {size} is not between {least} and {least + stride[i] - 1}", nameof(output_size));
        });
        return Transposed(input, [.. extra]);
    }
}
