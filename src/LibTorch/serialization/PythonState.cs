namespace TorchSharp;

/// <summary>Optimizer states as the dictionaries Python's optimizers have.</summary>
internal static class PythonState
{
    // What Python keeps as a pair.
    private static readonly (string pair, string first, string second)[] pairs = [("betas", "beta1", "beta2"),
        ("etas", "etaminus", "etaplus"), ("step_sizes", "min_step", "max_step")];

    public static Dictionary<string, object?> Of(torch.optim.Optimizer.StateDictionary state) => new()
    {
        ["state"] = state.State.Index().Where(entry => entry.Item.IsInitialized).ToDictionary(entry => (long)entry.Index, entry => (object?)Of(entry.Item)),
        ["param_groups"] = state.Options.Zip(state.StateIndexRef, Of).ToList(),
    };

    /// <summary>Takes over what a dictionary of Python's says; what it does not mention stays.</summary>
    /// <exception cref="InvalidDataException">It is no optimizer's state, or one of other groups or shapes.</exception>
    public static void Load(object? loaded, torch.optim.Optimizer.StateDictionary into, string name)
    {
        if (loaded is not Dictionary<object, object?> root || root.GetValueOrDefault("param_groups") is not List<object?> groups
            || root.GetValueOrDefault("state") is not Dictionary<object, object?> states)
        {
            throw new InvalidDataException($"{name} is no state of an optimizer: 'param_groups' or 'state' is missing");
        }
        var named = groups.OfType<Dictionary<object, object?>>().ToArray();
        var references = Array.ConvertAll(named, group => group.GetValueOrDefault("params") as List<object?> ?? []);
        if (!references.Select(list => list.Count).SequenceEqual(into.StateIndexRef.Select(list => list.Count)))
        {
            throw new InvalidDataException(
                $"{name} has groups of [{string.Join(", ", references.Select(list => list.Count))}] parameters, the optimizer has [{string.Join(", ", into.StateIndexRef.Select(list => list.Count))}]");
        }
        foreach (var (group, options) in named.Zip(into.Options)) Load(group, options, name);
        foreach (var (reference, state) in references.SelectMany(list => list).Zip(into.State))
        {
            if (reference is not null && states.GetValueOrDefault(reference) is Dictionary<object, object?> values) Load(values, into.Options[0], state, name);
        }
    }

    private static Dictionary<string, object?> Of(OptimizerState state) => state.Fields.ToDictionary(field => field.Name, field => field.GetValue(state) switch
    {
        long number => torch.tensor((float)number),
        double number => torch.tensor((float)number),
        var value => value,
    });

    private static Dictionary<string, object?> Of(OptimizerOptions options, List<int> parameters)
    {
        var group = new Dictionary<string, object?> { ["lr"] = options.LearningRate, ["initial_lr"] = options.InitialLearningRate };
        foreach (var field in options.Fields) group[field.Name] = field.GetValue(options);
        foreach (var (pair, first, second) in pairs)
        {
            if (group.Remove(first, out var a) && group.Remove(second, out var b)) group[pair] = (a, b);
        }
        group["params"] = parameters;
        return group;
    }

    private static void Load(Dictionary<object, object?> group, OptimizerOptions options, string name)
    {
        foreach (var (pair, first, second) in pairs)
        {
            if (group.GetValueOrDefault(pair) is object?[] and [var a, var b]) (group[first], group[second]) = (a, b);
        }
        if (group.TryGetValue("lr", out var rate)) options.LearningRate = Number(rate, "lr", name);
        if (group.TryGetValue("initial_lr", out var initial)) options.InitialLearningRate = Number(initial, "initial_lr", name);
        foreach (var field in options.Fields)
        {
            if (!group.TryGetValue(field.Name, out var value)) continue;
            field.SetValue(options, field.FieldType == typeof(bool?) ? value is true : Number(value, field.Name, name));
        }
    }

    private static void Load(Dictionary<object, object?> values, OptimizerOptions options, OptimizerState state, string name)
    {
        if (!state.IsInitialized) state.Initialize(options);
        foreach (var field in state.Fields)
        {
            if (!values.TryGetValue(field.Name, out var value)) continue;
            if (field.FieldType == typeof(long)) field.SetValue(state, (long)Number(value, field.Name, name));
            else if (field.FieldType == typeof(double)) field.SetValue(state, Number(value, field.Name, name));
            else if (value is null or torch.Tensor) LoadTensor(state, field, value as torch.Tensor, name);
            else throw new InvalidDataException($"{name}: '{field.Name}' is no tensor");
        }
    }

    private static void LoadTensor(OptimizerState state, FieldInfo field, torch.Tensor? value, string name)
    {
        var wanted = state.Shape;
        if (value is not null && !value.shape.SequenceEqual(wanted))
        {
            throw new InvalidDataException(
                $"{name}: '{field.Name}' has shape [{string.Join(", ", value.shape)}], the parameter has [{string.Join(", ", wanted)}]");
        }
        state.Set(field, value);
    }

    private static double Number(object? value, string what, string name) => value switch
    {
        double real => real,
        long whole => whole,
        torch.Tensor tensor when tensor.numel() == 1 => tensor.item<double>(),
        _ => throw new InvalidDataException($"{name}: '{what}' is no number"),
    };
}
