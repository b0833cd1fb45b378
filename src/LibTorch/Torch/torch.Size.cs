namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor's dimensions.</summary>
    public readonly partial struct Size : IEnumerable<long>, IEquatable<Size>
    {
        private readonly long[]? sizes;
        public Size(long[] shape) => sizes = (long[])NotNull(shape).Clone();
        public Size(IEnumerable<long> shape) => sizes = shape.ToArray();
        public Size(int[] shape) => sizes = Array.ConvertAll(NotNull(shape), size => (long)size);
        public static Size Empty => new(Array.Empty<long>());
        public long[] Shape => sizes ?? [];
        public int Length => Shape.Length;
        public bool IsEmpty => Length == 0;
        public bool IsScalar => Length == 0;
        public static Size operator +(Size left, Size right) => new((long[])[.. left.Shape, .. right.Shape]);
        public static Size operator +(Size left, IEnumerable<long> right) => new((long[])[.. left.Shape, .. right]);
        public static bool operator ==(Size left, Size right) => left.Equals(right);
        public static bool operator !=(Size left, Size right) => !left.Equals(right);

        /// <summary>How many elements a tensor of this shape has.</summary>
        public long numel() => Shape.Aggregate(1L, (product, size) => product * size);
        public Size Slice(int first, int next) => new(Shape[first..next]);
        public IEnumerable<long> Take(int i) => Shape.Take(i);
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        public bool Equals(Size other) => Shape.AsSpan().SequenceEqual(other.Shape);
        public override bool Equals(object? obj) => obj is Size other && Equals(other);
        public override string ToString() => $"[{string.Join(", ", Shape)}]";

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var size in Shape) hash.Add(size);
            return hash.ToHashCode();
        }
    }
}
