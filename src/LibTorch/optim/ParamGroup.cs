namespace TorchSharp.Modules;

/// <summary>Parameters that are changed alike.</summary>
public class ParamGroup : torch.optim.ILearningRateController
{
    public IEnumerable<Parameter> Parameters { get; set; } = [];
    public OptimizerOptions Options { get; set; } = new();
    public double LearningRate { get => Options.LearningRate ?? InitialLearningRate; set => Options.LearningRate = value; }
    public double InitialLearningRate { get => Options.InitialLearningRate; set => Options.InitialLearningRate = value; }
}

/// <inheritdoc/>
/// <typeparam name="TOptions">The options of one kind of optimizer.</typeparam>
public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions, new()
{
    public ParamGroup()
        : this([]) { }

    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = parameters;
        Options = options ?? new TOptions();
    }

    public new TOptions Options { get => (TOptions)base.Options; set => base.Options = value; }
}
