using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor's dimensions.</summary>
    public readonly struct Size : IEnumerable<long>, IEquatable<Size>
    {
        private readonly long[]? sizes;

        public Size(long[] shape) => sizes = (long[])NotNull(shape).Clone();
        public Size(IEnumerable<long> shape) => sizes = shape.ToArray();
        public Size(int[] shape) => sizes = Array.ConvertAll(NotNull(shape), size => (long)size);
        public Size(long size) => sizes = [size];
        public Size(int size) => sizes = [size];
        public Size((long, long) size) => sizes = [size.Item1, size.Item2];
        public Size((long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3];
        public Size((long, long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4];
        public Size((long, long, long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];
        public Size((long, long, long, long, long, long) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];
        public Size((int, int) size) => sizes = [size.Item1, size.Item2];
        public Size((int, int, int) size) => sizes = [size.Item1, size.Item2, size.Item3];
        public Size((int, int, int, int) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4];
        public Size((int, int, int, int, int) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];
        public Size((int, int, int, int, int, int) size) => sizes = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        public static Size Empty => new(Array.Empty<long>());
        public long[] Shape => sizes ?? [];
        public int Length => Shape.Length;
        public bool IsEmpty => Length == 0;
        public bool IsScalar => Length == 0;
        public long this[int idx] => Shape[idx];
        public long this[long idx] => Shape[idx];

        public static implicit operator Size(long size) => new(size);
        public static implicit operator Size(long[] size) => new(size);
        public static implicit operator Size((long, long) size) => new(size);
        public static implicit operator Size((long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long, long) size) => new(size);
        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);
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
