using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                /// <summary>Batches of tensors by name, stacked.</summary>
                /// <inheritdoc cref="DataLoader{T, S}(Dataset{T}, int, Func{IEnumerable{T}, Device, S}, IEnumerable{long}, Device, int, bool, bool, bool)"/>
                public static DataLoader DataLoader(
                    Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                    new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

                /// <summary>Batches of tensors by name, stacked.</summary>
                /// <inheritdoc cref="DataLoader{T, S}(Dataset{T}, int, Func{IEnumerable{T}, Device, S}, bool, Device, int?, int, bool, bool, bool)"/>
                public static DataLoader DataLoader(
                    Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                    new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);

                /// <summary>Batches of tensors by position, stacked.</summary>
                /// <inheritdoc cref="DataLoader{T, S}(Dataset{T}, int, Func{IEnumerable{T}, Device, S}, IEnumerable{long}, Device, int, bool, bool, bool)"/>
                public static IterableDataLoader DataLoader(
                    IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                    new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

                /// <summary>Batches of tensors by position, stacked.</summary>
                /// <inheritdoc cref="DataLoader{T, S}(Dataset{T}, int, Func{IEnumerable{T}, Device, S}, bool, Device, int?, int, bool, bool, bool)"/>
                public static IterableDataLoader DataLoader(
                    IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                    new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Batches of tensors by name, stacked.</summary>
    public class DataLoader : DataLoader<Dictionary<string, torch.Tensor>, Dictionary<string, torch.Tensor>>
    {
        public DataLoader(
            torch.utils.data.Dataset dataset, int batchSize, IEnumerable<long> shuffler, torch.Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
        {
        }

        public DataLoader(
            torch.utils.data.Dataset dataset, int batchSize, bool shuffle = false, torch.Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
        {
        }

        private static Dictionary<string, torch.Tensor> Collate(IEnumerable<Dictionary<string, torch.Tensor>> items, torch.Device device) =>
            items.First().Keys.ToDictionary(name => name, name => torch.stack(items.Select(item => item[name])).to(device));
    }

    /// <summary>Batches of tensors by position, stacked; those of a <see cref="TensorDataset"/> are taken out in one go.</summary>
    public class IterableDataLoader : DataLoader<IList<torch.Tensor>, IList<torch.Tensor>>
    {
        public IterableDataLoader(
            torch.utils.data.IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, torch.Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
        {
        }

        public IterableDataLoader(
            torch.utils.data.IterableDataset dataset, int batchSize, bool shuffle = false, torch.Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
            : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
        {
        }

        private protected override bool TryCollate(long[] indices, out IList<torch.Tensor> batch)
        {
            batch = (dataset as TensorDataset)?.Select(indices, Device)!;
            return batch is not null;
        }

        private static IList<torch.Tensor> Collate(IEnumerable<IList<torch.Tensor>> items, torch.Device device) =>
            [.. Enumerable.Range(0, items.First().Count).Select(position => torch.stack(items.Select(item => item[position])).to(device))];
    }
}
