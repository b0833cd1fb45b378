namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry of an index such as Python's <c>t[1, 2:5, ..., None]</c>.</summary>
    public readonly struct TensorIndex
    {
        private TensorIndex(Kind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Entry = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Chosen = tensor;
        }

        internal enum Kind
        {
            NewDimension,
            Ellipsis,
            Single,
            Slice,
            Bool,
            Tensor,
        }

        /// <summary>All of the dimensions not named otherwise.</summary>
        public static TensorIndex Ellipsis => new(Kind.Ellipsis);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None => new(Kind.NewDimension);

        /// <inheritdoc cref="None"/>
        public static TensorIndex Null => None;

        /// <summary>All of one dimension.</summary>
        public static TensorIndex Colon => Slice();

        internal Kind Entry { get; }
        internal long? Start { get; }
        internal long? Stop { get; }
        internal long? Step { get; }
        internal Tensor? Chosen { get; }
        public static implicit operator TensorIndex(long value) => Single(value);
        public static implicit operator TensorIndex(Index index) => Single(Position(index));
        public static implicit operator TensorIndex(Range range) => Slice(range);
        public static implicit operator TensorIndex((int? start, int? stop) range) => Slice(range);
        public static implicit operator TensorIndex(Tensor value) => Tensor(value);

        /// <summary>From <paramref name="start"/> (in) to <paramref name="stop"/> (out); negative counts from the end, null is that end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Kind.Slice, start, stop, step);

        /// <inheritdoc cref="Slice(long?, long?, long?)"/>
        public static TensorIndex Slice((int? start, int? stop) range) => Slice(range.start, range.stop);

        /// <inheritdoc cref="Slice(long?, long?, long?)"/>
        public static TensorIndex Slice(Range range) => Slice(Position(range.Start), range.End.Equals(Index.End) ? null : Position(range.End));

        public static TensorIndex Single(long? index) => new(Kind.Single, index);
        public static TensorIndex Bool(bool value) => new(Kind.Bool, value ? 1 : 0);

        /// <summary>The positions, or the mask, to choose by.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor, tensor: tensor ?? throw new ArgumentNullException(nameof(tensor)));

        private static long Position(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
