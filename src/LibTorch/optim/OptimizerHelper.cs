namespace TorchSharp.Modules;

/// <summary>The groups and memories of an optimizer.</summary>
public abstract partial class OptimizerHelper : torch.optim.Optimizer
{
    private readonly List<ParamGroup> groups = [];
    private readonly Dictionary<Parameter, OptimizerState> states = new(ReferenceEqualityComparer.Instance);
    private protected OptimizerHelper(OptimizerOptions defaults) => Defaults = defaults;
    public override IEnumerable<torch.optim.ILearningRateController> ParamGroups => groups;

    /// <summary>Whether the operators are used even where a loop would do: for tests that compare the two.</summary>
    internal bool OperatorsOnly { get; set; }

    /// <summary>What a group's open options are filled with.</summary>
    private protected OptimizerOptions Defaults { get; }

    public override IEnumerable<Parameter> parameters() => groups.SelectMany(group => group.Parameters);

    /// <exception cref="ArgumentException">A parameter is in a group already, or a number is out of its range.</exception>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        Parameter[] added = [.. param_group.Parameters];
        param_group.Parameters = added;
        param_group.Options.Complete(Defaults);
        RefuseNegative(param_group.Options);
        Refuse(param_group.Options);
        param_group.Options.InitialLearningRate = param_group.LearningRate;
        if (added.Any(states.ContainsKey) || added.Distinct(ReferenceEqualityComparer.Instance).Count() < added.Length)
        {
            throw new ArgumentException("a parameter is in a group already", nameof(param_group));
        }
        foreach (var parameter in added) states.Add(parameter, NewState(parameter));
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
                if (gradient is null) continue;
                var state = states[parameter];
                if (!state.IsInitialized) state.Initialize(group.Options);
                using var scope = torch.NewDisposeScope();
                Change(parameter, gradient, group.Options, state);
            }
        }
        return loss;
    }

    /// <summary>Moves what is remembered.</summary>
    public void to(torch.Device device)
    {
        foreach (var state in states.Values) state.to(device);
    }

    private protected abstract OptimizerState NewState(Parameter parameter);

    /// <summary>Throws when complete options do not fit together.</summary>
    private protected abstract void Refuse(OptimizerOptions options);

    /// <summary>One step of one parameter, unrecorded, in a scope of its own.</summary>
    private protected abstract void Change(Parameter parameter, torch.Tensor gradient, OptimizerOptions options, OptimizerState state);

    private protected void AddGroups(IEnumerable<ParamGroup> parameterGroups)
    {
        ArgumentNullException.ThrowIfNull(parameterGroups);
        foreach (var group in parameterGroups) add_param_group(group);
    }

    private protected void SetAll<TOptions>(Action<TOptions> set) where TOptions : OptimizerOptions
    {
        set((TOptions)Defaults);
        foreach (var group in groups) set((TOptions)group.Options);
    }

    /// <summary>The gradient, or its opposite, with the pull of the weight decay: what most optimizers begin with.</summary>
    private protected static torch.Tensor Direction(torch.Tensor parameter, torch.Tensor gradient, double weight_decay, bool maximize = false)
    {
        var direction = maximize ? gradient.neg() : gradient;
        return weight_decay != 0 ? direction.add(parameter, weight_decay) : direction;
    }

    /// <summary>Moves the means of a gradient and of its square.</summary>
    private protected static void Average(torch.Tensor gradient, torch.Tensor mean, double beta1, torch.Tensor square, double beta2)
    {
        mean.mul_(beta1).add_(gradient, 1 - beta1);
        square.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
    }

    private static void RefuseNegative(OptimizerOptions options)
    {
        if (options.LearningRate is not >= 0) throw new ArgumentException($"the learning rate must not be negative, it is {options.LearningRate}");
        foreach (var field in options.Fields)
        {
            if (field.GetValue(options) is not double value) continue;
            var what = field.Name.Replace('_', ' ');
            if (field.Name is "beta1" or "beta2" && value is not (>= 0 and < 1)) throw new ArgumentException(
                $"betas lie between 0 (in) and 1 (out), {what} is {value}");
            // Alone the dampening may be anything.
            if (value is not >= 0 && field.Name != "dampening") throw new ArgumentException($"the {what} must not be negative, it is {value}");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var state in states.Values) state.Dispose();
        states.Clear();
    }
}
