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

        /// <summary>The elements, in order also when memory has them in another; reading and writing goes to the tensor's memory.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the type of the elements.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged => new(this);

        /// <summary>The only element, converted to <typeparamref name="T"/>.</summary>
        /// <exception cref="ArgumentException">The tensor has not exactly one element, or <typeparamref name="T"/> is no number.</exception>
        /// <exception cref="OverflowException"><typeparamref name="T"/> cannot hold the element, as int cannot hold NaN.</exception>
        public T item<T>() where T : unmanaged
        {
            if (numel() != 1) throw new ArgumentException($"item needs a tensor of one element, this one has shape [{string.Join(", ", shape)}]");
            double number;
            long integer;
            var isInteger = Native.Check(Native.ts_item(Handle, &number, &integer), nameof(item)) == 1;
            GC.KeepAlive(this);
            if (typeof(T) == typeof(bool)) return (T)(object)(isInteger ? integer != 0 : number != 0);
            return isInteger ? Convert<T, long>(integer) : Convert<T, double>(number);
        }

        /// <summary>The only element.</summary>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Bool => item<bool>(),
            ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16 => item<double>(),
            _ => item<long>(),
        };

        /// <summary>Where the first element lies; null when there are none.</summary>
        internal void* Data()
        {
            void* data;
            Native.Check(Native.ts_data(Handle, &data), "data");
            GC.KeepAlive(this);
            return data;
        }

        /// <summary>The elements of a contiguous tensor as memory; whoever writes calls <see cref="BumpVersion"/>.</summary>
        internal Span<T> Span<T>() where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes);

        /// <summary>Tells autograd that memory it may have saved has changed.</summary>
        internal void BumpVersion()
        {
            Native.ts_bump_version(Handle);
            GC.KeepAlive(this);
        }

        private static T Convert<T, TNumber>(TNumber number) where T : unmanaged where TNumber : System.Numerics.INumberBase<TNumber> => default(T) switch
        {
            double => (T)(object)double.CreateChecked(number),
            float => (T)(object)float.CreateChecked(number),
            Half => (T)(object)Half.CreateChecked(number),
            long => (T)(object)long.CreateChecked(number),
            int => (T)(object)int.CreateChecked(number),
            short => (T)(object)short.CreateChecked(number),
            sbyte => (T)(object)sbyte.CreateChecked(number),
            byte => (T)(object)byte.CreateChecked(number),
            _ => throw new ArgumentException($"an element cannot be read as {typeof(T).Name}"),
        };
    }
}
