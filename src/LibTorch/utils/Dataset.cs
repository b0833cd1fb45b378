namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            /// <summary>Data sets, and loaders that make batches of them.</summary>
            public static partial class data
            {
                /// <summary>Tensors of equal first size as one data set: item i is the i-th of each.</summary>
                /// <exception cref="ArgumentException">There are none, or their first sizes differ.</exception>
                public static TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);

                /// <summary>Items by position.</summary>
                public abstract class Dataset<T> : IDisposable
                {
                    /// <summary>How many items there are.</summary>
                    public abstract long Count { get; }

                    /// <summary>The item at <paramref name="index"/>. Several threads may ask at a time. Tensors made for it are disposed by the loader.</summary>
                    public abstract T GetTensor(long index);

                    public void Dispose()
                    {
                        Dispose(true);
                        GC.SuppressFinalize(this);
                    }

                    protected virtual void Dispose(bool disposing) { }
                }

                /// <summary>Items that are tensors by name.</summary>
                public abstract class Dataset : Dataset<Dictionary<string, Tensor>>;

                /// <summary>Items that are tensors by position.</summary>
                public abstract class IterableDataset : Dataset<IList<Tensor>>;
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <inheritdoc cref="torch.utils.data.TensorDataset(torch.Tensor[])"/>
    public sealed class TensorDataset : torch.utils.data.IterableDataset
    {
        private static readonly Operator indexSelectOp = new("index_select"), aliasOp = new("alias");
        private readonly torch.Tensor[] tensors;

        internal TensorDataset(torch.Tensor[] tensors)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            var sizes = Array.ConvertAll(tensors, tensor => tensor.dim() > 0 ? tensor.size(0)
                : throw new ArgumentException("a tensor of no dimension has no items"));
            if (sizes.Distinct().Count() != 1) throw new ArgumentException($"the tensors need one first size, they have [{string.Join(", ", sizes)}]");
            Count = sizes[0];
            this.tensors = Array.ConvertAll(tensors, tensor => aliasOp.Unary(tensor).DetachFromDisposeScope());
        }

        public override long Count { get; }

        /// <inheritdoc cref="GetTensor"/>
        public IList<torch.Tensor> this[long index] => GetTensor(index);

        /// <summary>The item as views of the tensors.</summary>
        public override IList<torch.Tensor> GetTensor(long index)
        {
            if (index < 0 || index >= Count) throw new ArgumentOutOfRangeException(nameof(index), index, $"there are {Count} items");
            return Array.ConvertAll(tensors, tensor => tensor.select(0, index));
        }

        /// <summary>The items at once, as copies: what stacking them would make.</summary>
        internal IList<torch.Tensor> Select(long[] indices, torch.Device device)
        {
            using var scope = torch.NewDisposeScope();
            var rows = torch.tensor(indices);
            return Array.ConvertAll(tensors, tensor => indexSelectOp.Call(tensor, 0, rows).to(device).MoveToOuterDisposeScope());
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) foreach (var tensor in tensors) tensor.Dispose();
            base.Dispose(disposing);
        }
    }
}
