namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths in one tensor.</summary>
            public static class rnn
            {
                private static readonly Operator packOp = new("_pack_padded_sequence"), unpackOp = new("_pad_packed_sequence"), padOp = new("pad_sequence");

                /// <summary>The steps of sequences, the first of all, then the second of all that have one, and so on.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    public readonly Tensor data, batch_sizes;

                    /// <summary>Null when the sequences came sorted by length.</summary>
                    public readonly Tensor? sorted_indices, unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices) =>
                        (this.data, this.batch_sizes, this.sorted_indices, this.unsorted_indices) = (data, batch_sizes, sorted_indices, unsorted_indices);

                    public PackedSequence DetachFromDisposeScope() => Each(tensor => tensor.DetachFromDisposeScope());
                    public PackedSequence MoveToOuterDisposeScope() => Each(tensor => tensor.MoveToOuterDisposeScope());
                    public PackedSequence MoveToOtherDisposeScope(DisposeScope? other) => Each(tensor => tensor.MoveToOtherDisposeScope(other));
                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other) => MoveToOtherDisposeScope(other.data.Scope);
                    public void Dispose() => Each(tensor => tensor.Dispose());

                    private PackedSequence Each(Action<Tensor> action)
                    {
                        foreach (var tensor in new[] { data, batch_sizes, sorted_indices, unsorted_indices }) if (tensor is not null) action(tensor);
                        return this;
                    }
                }

                /// <summary>Packs sequences that were padded to one length.</summary>
                /// <param name="input">[L, N, …], or [N, L, …] when <paramref name="batch_first"/>.</param>
                /// <param name="lengths">How long each sequence is.</param>
                /// <param name="enforce_sorted">The sequences come sorted by length, the longest first.</param>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    using var scope = NewDisposeScope();
                    Tensor? sorted = null, unsorted = null;
                    var ordered = NotNull(lengths).cpu();
                    if (!enforce_sorted)
                    {
                        (ordered, sorted) = ordered.sort(-1, descending: true);
                        sorted = sorted.to(NotNull(input).device);
                        input = input.index_select(batch_first ? 0 : 1, sorted);
                        unsorted = sorted.argsort();
                    }
                    var (data, sizes) = packOp.CallTwo(NotNull(input), ordered, batch_first);
                    return new PackedSequence(data, sizes, sorted, unsorted).MoveToOuterDisposeScope();
                }

                /// <summary>Packs sequences of shape [L, …].</summary>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    using var scope = NewDisposeScope();
                    Tensor[] all = [.. sequences];
                    return pack_padded_sequence(pad_sequence(all), tensor(all.Select(sequence => sequence.size(0)).ToArray()),
                        enforce_sorted: enforce_sorted).MoveToOuterDisposeScope();
                }

                /// <summary>The sequences padded to one length, in the order they were packed in, and their lengths.</summary>
                /// <param name="total_length">The length to pad to; the longest when null.</param>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0, long? total_length = null)
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    if (total_length < sequence.batch_sizes.size(0)) throw new ArgumentException(
                        $"the longest sequence has {sequence.batch_sizes.size(0)} steps, more than {total_length}", nameof(total_length));
                    using var scope = NewDisposeScope();
                    var (padded, lengths) = unpackOp.CallTwo(sequence.data, sequence.batch_sizes, batch_first, (Scalar)padding_value, total_length ?? -1);
                    if (sequence.unsorted_indices is { } order)
                    {
                        (padded, lengths) = (padded.index_select(batch_first ? 0 : 1, order), lengths.index_select(0, order.cpu()));
                    }
                    return (padded.MoveToOuterDisposeScope(), lengths.MoveToOuterDisposeScope());
                }

                /// <summary>Sequences of shape [L, …] padded to one length: [L, N, …], or [N, L, …] when <paramref name="batch_first"/>.</summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0) =>
                    padOp.Call(NotNull(sequences).ToArray(), batch_first, padding_value);
            }
        }
    }
}
