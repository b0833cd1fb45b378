namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A stream of random numbers.</summary>
    public partial class Generator : IDisposable
    {
        private readonly bool isDefault;
        private nint handle;

        /// <summary>A stream of its own, beginning at <paramref name="seed"/>.</summary>
        public Generator(ulong seed = 0, Device? device = null) => handle = Native.Check(Native.ts_generator_new(seed), nameof(Generator));

        private Generator(bool isDefault) => this.isDefault = isDefault;

        ~Generator() => Release();

        /// <summary>The stream that functions without a generator take from.</summary>
        public static Generator Default { get; } = new(isDefault: true);

        /// <summary>The native generator; 0 for the default one.</summary>
        public nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(handle == 0 && !isDefault, typeof(Generator));
                return handle;
            }
        }

        public Generator manual_seed(long seed)
        {
            Native.seed(this, (ulong)seed);
            return this;
        }

        /// <summary>Seeds from the system's randomness and says with what.</summary>
        public long seed()
        {
            var seed = System.Random.Shared.NextInt64();
            manual_seed(seed);
            return seed;
        }

        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            var freed = Interlocked.Exchange(ref handle, 0);
            if (freed != 0) Native.ts_generator_free(freed);
        }
    }
}
