namespace TorchSharp.Modules;

/// <summary>A module that holds nothing to train or keep.</summary>
public abstract class ParameterLessModule<T1, TResult> : torch.nn.Module<T1, TResult>
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }
}
