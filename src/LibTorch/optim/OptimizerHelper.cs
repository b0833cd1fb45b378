namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter between steps.</summary>
public abstract class OptimizerState
{
}

/// <summary>The groups and memories of an optimizer.</summary>
public abstract class OptimizerHelper : torch.optim.Optimizer
{
    private readonly List<ParamGroup> groups = [];
    private readonly Dictionary<Parameter, OptimizerState> states = new(ReferenceEqualityComparer.Instance);

    public override IEnumerable<torch.optim.ILearningRateController> ParamGroups => groups;

    public override IEnumerable<Parameter> parameters() => groups.SelectMany(group => group.Parameters);

    /// <exception cref="ArgumentException">A parameter is in a group already.</exception>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        param_group.Parameters = [.. param_group.Parameters];
        Complete(param_group.Options);
        param_group.Options.InitialLearningRate = param_group.LearningRate;
        foreach (var parameter in param_group.Parameters)
        {
            if (!states.TryAdd(parameter, NewState(parameter))) throw new ArgumentException("a parameter is in a group already", nameof(param_group));
        }
        groups.Add(param_group);
    }

    public override torch.Tensor? step(Func<torch.Tensor>? closure = null)
    {
        torch.Tensor? loss = null;
        if (closure is not null) using (torch.enable_grad()) loss = closure();
        using var unrecorded = torch.no_grad();
        foreach (var group in groups)
        {
            foreach (var parameter in group.Parameters)
            {
                using var gradient = parameter.grad;
                if (gradient is not null) Change(parameter, gradient, group.Options, states[parameter]);
            }
        }
        return loss;
    }

    /// <summary>Fills the options a group leaves open.</summary>
    private protected abstract void Complete(OptimizerOptions options);

    private protected abstract OptimizerState NewState(Parameter parameter);

    /// <summary>One step of one parameter, unrecorded.</summary>
    private protected abstract void Change(Parameter parameter, torch.Tensor gradient, OptimizerOptions options, OptimizerState state);

    private protected void AddGroups(IEnumerable<ParamGroup> parameterGroups)
    {
        ArgumentNullException.ThrowIfNull(parameterGroups);
        foreach (var group in parameterGroups) add_param_group(group);
    }

    private protected static void RefuseNegative(double value, string what)
    {
        if (value is not >= 0) throw new ArgumentException($"{what} must not be negative, it is {value}");
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var state in states.Values) (state as IDisposable)?.Dispose();
        states.Clear();
    }
}
