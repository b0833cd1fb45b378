namespace TorchSharp.Modules;

/// <summary>Modules one after the other.</summary>
public partial class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly List<(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)> steps = [];

    protected internal Sequential(IEnumerable<(string name, torch.nn.Module<torch.Tensor, torch.Tensor> submodule)> modules)
        : base(nameof(Sequential))
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var (name, module) in modules) append(name, module);
    }

    /// <summary>How many modules there are.</summary>
    public int Count => steps.Count;

    [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
    public torch.nn.IModule<torch.Tensor, torch.Tensor> this[int index] => steps[index].module;

    /// <summary>A new sequence of some of the steps, which both then hold.</summary>
    [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
    public Sequential this[Range index] => new(steps[index].Select(step => (step.name, (torch.nn.Module<torch.Tensor, torch.Tensor>)step.module)));

    /// <inheritdoc cref="this[Range]"/>
    [System.Runtime.CompilerServices.IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

    public Sequential append(torch.nn.IModule<torch.Tensor, torch.Tensor> module) => append(steps.Count.ToString(), module);

    /// <exception cref="ArgumentException">It is not an nn.Module, or has been appended under that name already.</exception>
    public Sequential append(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)
    {
        register_module(name, module as torch.nn.Module ?? throw new ArgumentException($"the step '{name}' is no nn.Module", nameof(module)));
        steps.Add((name, module));
        return this;
    }

    public override torch.Tensor forward(torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (steps.Count == 0) return tensor.alias();
        var current = tensor;
        foreach (var (_, module) in steps)
        {
            var next = module.call(current);
            // What lies between two steps is nobody else's; the graph keeps what it needs of it.
            if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next)) current.Dispose();
            current = next;
        }
        return current;
    }
}
