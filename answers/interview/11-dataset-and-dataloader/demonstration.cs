// Seen here: one example by its index, batches padded by a collate function, a short last batch, lazy reading, and a new order in each epoch.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

using var sequences = new Sequences(Input<float[][]>("sequences"));
var (batchSize, order) = (Input<int>("batch size"), Input<long[]>("order"));
Observe("count", sequences.Count);
Observe("example", sequences.GetTensor(Input<long>("index")).Values);

// Sequences of different lengths cannot be stacked: the collate function pads them first.
static Batch Collate(IEnumerable<Example> examples, Device device)
{
    Example[] all = [.. examples];
    var padded = nn.utils.rnn.pad_sequence([.. all.Select(example => example.Values)], batch_first: true);
    return new([.. all.Select(example => example.Index)], padded.to(device));
}

using var ordered = new DataLoader<Example, Batch>(sequences, batchSize, Collate, order, CPU, drop_last: Input<bool>("drop last"));
var sizes = new List<long>();
foreach (var batch in ordered)
{
    if (sizes.Count == 0) Observe("first batch", batch.Padded);
    sizes.Add(batch.Indices.Length);
    Console.WriteLine($"examples {string.Join(", ", batch.Indices)} in a batch of shape [{string.Join(", ", batch.Padded.shape)}]");
}

Observe("batch sizes", sizes);
// Only what is asked for is read.
var (taken, before) = (Input<int>("taken"), sequences.Reads);
using var lazy = new DataLoader<Example, Batch>(sequences, batchSize, Collate, shuffle: false, CPU);
using var pass = lazy.GetEnumerator();
for (var batch = 0; batch < taken; batch++) pass.MoveNext();

Observe("reads", sequences.Reads - before);
Console.WriteLine($"{taken} batches taken: {sequences.Reads - before} of {sequences.Count} examples read");

// A shuffling loader has an order of its own for each epoch; a seed makes it one that can be had again.
DataLoader<Example, Batch> Epoch(int seed) => new(sequences, batchSize, Collate, shuffle: true, CPU, seed: seed);
Observe("shuffled epoch", Epoch(1).SelectMany(batch => batch.Indices).ToArray());
Observe("next shuffled epoch", Epoch(2).SelectMany(batch => batch.Indices).ToArray());

internal sealed record Example(long Index, Tensor Values);

internal sealed record Batch(long[] Indices, Tensor Padded);

internal sealed class Sequences(float[][] values) : utils.data.Dataset<Example>
{
    public int Reads { get; private set; }

    public override long Count => values.Length;

    public override Example GetTensor(long index)
    {
        Reads++;
        return new(index, tensor(values[index]));
    }
}
