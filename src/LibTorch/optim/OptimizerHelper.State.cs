namespace TorchSharp.Modules;

/// <summary>What it takes to go on in another process: the options of the groups and what is remembered of each parameter.</summary>
public abstract partial class OptimizerHelper
{
    /// <summary>The groups' options and the parameters' states: the objects themselves, not copies.</summary>
    public virtual torch.optim.Optimizer.StateDictionary state_dict() => new(
        [.. groups.Select(group => group.Options)],
        [.. parameters().Select(parameter => states[parameter])],
        [.. groups.Select((group, g) => Enumerable.Range(groups.Take(g).Sum(before => before.Parameters.Count()), group.Parameters.Count()).ToList())]);

    /// <summary>Takes over copies of what another optimizer of this kind, with groups of the same sizes, knows.</summary>
    /// <exception cref="ArgumentException">The groups are of other sizes or of another kind.</exception>
    public virtual void load_state_dict(torch.optim.Optimizer.StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        var own = this.state_dict();
        if (!own.StateIndexRef.Select(refs => refs.Count).SequenceEqual(state_dict.StateIndexRef.Select(refs => refs.Count)))
        {
            throw new ArgumentException($"the state is of groups of [{Sizes(state_dict)}] parameters, the optimizer has [{Sizes(own)}]", nameof(state_dict));
        }
        foreach (var (mine, its) in own.Options.Zip(state_dict.Options))
        {
            if (mine.GetType() != its.GetType()) throw new ArgumentException(
                $"the state is of {its.GetType().DeclaringType?.Name}, the optimizer is {GetType().Name}", nameof(state_dict));
        }
        foreach (var (mine, its) in own.Options.Zip(state_dict.Options)) mine.LoadStateDict(its);
        foreach (var (mine, its) in own.State.Zip(state_dict.State)) mine.LoadStateDict(its);
    }

    /// <summary>Writes the state. A name that ends in .pt or .pth makes a file that Python's torch.load reads, others are in the form of <see cref="save_state_dict(BinaryWriter)"/>.</summary>
    public virtual void save_state_dict(string location)
    {
        if (PtFile.IsNamedSo(location))
        {
            PtFile.Save(state_dict(), location);
            return;
        }
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Writes the optimizer's name, the counts of groups and parameters, and the options and states one after the other.</summary>
    public virtual void save_state_dict(BinaryWriter writer)
    {
        var state = state_dict();
        writer.Write(GetType().Name);
        writer.Write(state.Options.Count);
        writer.Write(state.State.Count);
        foreach (var options in state.Options) options.SaveStateDict(writer);
        foreach (var one in state.State) one.SaveStateDict(writer);
    }

    /// <summary>Reads what <see cref="save_state_dict(string)"/> wrote, or the state_dict of the same optimizer that Python's torch.save wrote.</summary>
    /// <exception cref="InvalidDataException">The file is cut, or of another optimizer.</exception>
    public virtual void load_state_dict(string location)
    {
        using var file = File.OpenRead(location);
        if (PtFile.IsOne(file))
        {
            PythonState.Load(PtFile.Load(file, location), state_dict(), location);
            return;
        }
        using var reader = new BinaryReader(file);
        try
        {
            load_state_dict(reader);
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException($"{location}: the file ends in the middle of the state", cut);
        }
    }

    /// <inheritdoc cref="load_state_dict(string)"/>
    public virtual void load_state_dict(BinaryReader reader)
    {
        var state = state_dict();
        var (name, groupCount, stateCount) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
        if (name != GetType().Name || groupCount != state.Options.Count || stateCount != state.State.Count)
        {
            throw new InvalidDataException(
                $"the state is of {name} with {groupCount} groups and {stateCount} parameters, the optimizer is {GetType().Name} with {state.Options.Count} and {state.State.Count}");
        }
        foreach (var options in state.Options) options.LoadStateDict(reader);
        foreach (var one in state.State) one.LoadStateDict(reader);
    }

    private static string Sizes(torch.optim.Optimizer.StateDictionary state) => string.Join(", ", state.StateIndexRef.Select(refs => refs.Count));
}
