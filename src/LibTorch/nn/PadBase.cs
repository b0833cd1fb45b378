namespace TorchSharp.Modules;

/// <summary>A module without parameters: nothing can be registered with it.</summary>
public interface IParameterLessModule
{
}

/// <summary>Widens the last dimensions.</summary>
public abstract class PadBase : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    private readonly PaddingModes mode;

    protected PadBase(string name, PaddingModes mode, double value, params long[] padding)
        : base(name)
    {
        this.mode = mode;
        this.value = value;
        this.padding = padding;
    }

    /// <summary>Before and after each dimension, from the last on.</summary>
    public long[] padding { get; set; }

    public double value { get; set; }
    public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.pad(input, padding, mode, value);
}
