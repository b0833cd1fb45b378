namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>The bytes of a contiguous CPU tensor, for as long as it lives.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous, or larger than 2 GiB.</exception>
        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new InvalidOperationException("the elements do not lie in order; take contiguous() first");
                var count = numel() * ElementSize;
                if (count > int.MaxValue) throw new InvalidOperationException($"{count} bytes are more than a span can hold");
                return new Span<byte>(Data(), (int)count);
            }
            set => value.CopyTo(bytes);
        }

        /// <summary>The only element, converted to <typeparamref name="T"/>.</summary>
        /// <exception cref="ArgumentException">The tensor has not exactly one element, or <typeparamref name="T"/> is no number.</exception>
        /// <exception cref="OverflowException"><typeparamref name="T"/> cannot hold the element, as int cannot hold NaN.</exception>
        public T item<T>() where T : unmanaged
        {
            if (numel() != 1) throw new ArgumentException($"item needs a tensor of one element, this one has shape [{string.Join(", ", shape)}]");
            double number;
            long integer;
            var isInteger = Native.item(this, &number, &integer) == 1;
            if (typeof(T) == typeof(bool)) return (T)(object)(isInteger ? integer != 0 : number != 0);
            return isInteger ? Convert<T, long>(integer) : Convert<T, double>(number);
        }

        /// <summary>Where the first element lies; null when there are none.</summary>
        internal void* Data()
        {
            void* data;
            Native.data(this, &data);
            return data;
        }
    }
}
