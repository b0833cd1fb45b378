namespace TorchSharp.Modules;

/// <summary>Batches of a data set. Each enumeration is one epoch.</summary>
/// <typeparam name="T">One item.</typeparam>
/// <typeparam name="S">One batch.</typeparam>
#pragma warning disable CA1715 // TorchSharp's name.
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
#pragma warning restore CA1715
{
    /// <param name="batchSize">How many items a batch has; the last may have fewer.</param>
    /// <param name="collate_fn">Makes a batch of its items, on a device.</param>
    /// <param name="shuffler">The positions of the items in the order to be taken.</param>
    /// <param name="device">Where the batches go; the CPU unless given.</param>
    /// <param name="num_worker">How many threads fetch the items of a batch.</param>
    /// <param name="drop_last">Leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Dispose a batch when the next one is asked for; otherwise it is the caller's.</param>
    /// <param name="disposeDataset">Dispose the data set with the loader.</param>
    /// <exception cref="ArgumentException">The batch size or the number of workers is below 1.</exception>
    public DataLoader(
        torch.utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, torch.Device, S> collate_fn,
        IEnumerable<long> shuffler, torch.Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (batchSize < 1) throw new ArgumentException($"a batch needs at least one item, not {batchSize}", nameof(batchSize));
        if (num_worker < 1) throw new ArgumentException($"there must be at least one worker, not {num_worker}", nameof(num_worker));
        (this.dataset, batch_size, this.collate_fn, sampler, Device) = (dataset, batchSize, collate_fn, shuffler, device ?? torch.CPU);
        (num_workers, this.drop_last, DisposeBatch, DisposeDataset) = (num_worker, drop_last, disposeBatch, disposeDataset);
    }

    /// <param name="shuffle">Take the items in a new order each epoch.</param>
    /// <param name="seed">What the orders are determined by; chance when null.</param>
    /// <inheritdoc cref="DataLoader{T, S}(torch.utils.data.Dataset{T}, int, Func{IEnumerable{T}, torch.Device, S}, IEnumerable{long}, torch.Device, int, bool, bool, bool)"/>
    public DataLoader(
        torch.utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, torch.Device, S> collate_fn,
        bool shuffle = false, torch.Device? device = null, int? seed = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, Order(dataset, shuffle, seed), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public torch.utils.data.Dataset<T> dataset { get; }
    public int batch_size { get; }
    public Func<IEnumerable<T>, torch.Device, S> collate_fn { get; }
    public IEnumerable<long> sampler { get; }
    public torch.Device Device { get; }
    public int num_workers { get; }
    public bool drop_last { get; }
    public bool DisposeBatch { get; }
    public bool DisposeDataset { get; }

    /// <summary>How many batches an epoch has, when every item is taken once.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    public IEnumerator<S> GetEnumerator()
    {
        foreach (var indices in sampler.Chunk(batch_size))
        {
            if (drop_last && indices.Length < batch_size) yield break;
            var (batch, tensors) = Load(indices);
            try
            {
                yield return batch;
            }
            finally
            {
                if (DisposeBatch) foreach (var tensor in tensors) tensor.Dispose();
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        if (DisposeDataset) dataset.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The batch of these items, where there is a faster way than one by one.</summary>
    private protected virtual bool TryCollate(long[] indices, out S batch)
    {
        batch = default!;
        return false;
    }

    private (S batch, IDisposable[] tensors) Load(long[] indices)
    {
        using var scope = torch.NewDisposeScope();
        if (!TryCollate(indices, out var batch)) batch = collate_fn(Fetch(indices, scope), Device);
        // What was made on the way is disposed here; where the kind of batch is unknown, with the batch.
        var kept = TensorsOf(batch) is { } tensors ? scope.DisposablesView.Intersect(tensors).ToArray() : [.. scope.DisposablesView];
        foreach (var tensor in kept) if (DisposeBatch) scope.Detach(tensor); else scope.MoveToOuter([tensor]);
        return (batch, kept);
    }

    private T[] Fetch(long[] indices, DisposeScope scope)
    {
        if (num_workers == 1) return Array.ConvertAll(indices, dataset.GetTensor);
        var items = new T[indices.Length];
        Parallel.For(0, indices.Length, new ParallelOptions { MaxDegreeOfParallelism = num_workers }, i =>
        {
            // Scopes are a thread's own: what this one made goes to the batch's.
            using var own = torch.NewDisposeScope();
            items[i] = dataset.GetTensor(indices[i]);
            foreach (var made in own.DisposablesView) own.MoveToOther(scope, made);
        });
        return items;
    }

    private static IEnumerable<IDisposable>? TensorsOf(object? batch) => batch switch
    {
        torch.Tensor tensor => [tensor],
        IEnumerable<torch.Tensor> tensors => tensors,
        IDictionary<string, torch.Tensor> named => named.Values,
        ITuple tuple when Enumerable.Range(0, tuple.Length).Select(i => TensorsOf(tuple[i])).ToArray() is var parts
        && parts.All(part => part is not null) => parts.SelectMany(part => part!),
        _ => null,
    };

    private static IEnumerable<long> Order(torch.utils.data.Dataset<T> dataset, bool shuffle, int? seed)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return shuffle ? new FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset);
    }

    private static IEnumerable<long> InOrder(torch.utils.data.Dataset<T> dataset)
    {
        for (var i = 0L; i < dataset.Count; i++) yield return i;
    }
}
