namespace TorchSharp.Modules;

/// <summary>Batches of tensors by name, stacked.</summary>
public partial class DataLoader : DataLoader<Dictionary<string, torch.Tensor>, Dictionary<string, torch.Tensor>>
{
    private static Dictionary<string, torch.Tensor> Collate(IEnumerable<Dictionary<string, torch.Tensor>> items, torch.Device device) =>
        items.First().Keys.ToDictionary(name => name, name => torch.stack(items.Select(item => item[name])).to(device));
}

/// <summary>Batches of tensors by position, stacked; those of a <see cref="TensorDataset"/> are taken out in one go.</summary>
public partial class IterableDataLoader : DataLoader<IList<torch.Tensor>, IList<torch.Tensor>>
{
    private protected override bool TryCollate(long[] indices, out IList<torch.Tensor> batch)
    {
        batch = (dataset as TensorDataset)?.Select(indices, Device)!;
        return batch is not null;
    }

    private static IList<torch.Tensor> Collate(IEnumerable<IList<torch.Tensor>> items, torch.Device device) =>
        [.. Enumerable.Range(0, items.First().Count).Select(position => torch.stack(items.Select(item => item[position])).to(device))];
}
