using System.ComponentModel;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>
    /// A multi-dimensional array of libtorch. It is freed by <see cref="Dispose"/>, by the <see cref="DisposeScope"/> it was made in, or,
    /// when nobody does, after the garbage collector finds it unreachable. Every use after that throws <see cref="ObjectDisposedException"/>;
    /// what libtorch refuses throws <see cref="System.Runtime.InteropServices.ExternalException"/> with its message on one line.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private nint handle;

        internal Tensor(nint handle)
        {
            this.handle = handle;
            NativeMemory.Note(Native.ts_owned_bytes(handle));
            DisposeScope.Current?.Attach(this);
        }

        /// <summary>Takes over what <paramref name="other"/> refers to, which is disposed; nothing is copied.</summary>
        private protected Tensor(Tensor other)
            : this(Native.Check(Native.ts_tensor_share(other.Handle), "Parameter")) => other.Dispose();

        // A plain finalizer, not a SafeHandle: callers keep the tensor alive across each native call.
        ~Tensor() => Release();

        /// <summary>The native tensor, for as long as this object lives.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(handle == 0, typeof(Tensor));
                return handle;
            }
        }

        internal DisposeScope? Scope { get; set; }

        /// <summary>Frees the native tensor. Graphs and views that need its memory keep it. Doing it again does nothing.</summary>
        public void Dispose()
        {
            Scope?.Forget(this);
            Release();
            GC.SuppressFinalize(this);
        }

        /// <summary>Gives the native tensor to the caller; this object becomes invalid.</summary>
        [EditorBrowsable(EditorBrowsableState.Advanced)]
        public nint DecoupleFromNativeHandle()
        {
            var given = Handle;
            handle = 0;
            Dispose();
            return given;
        }

        /// <summary>Takes the tensor out of its dispose scope, so that it outlives it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            Scope?.Forget(this);
            return this;
        }

        /// <summary>Gives the tensor to the scope around its own.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            Scope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Gives the tensor to <paramref name="other"/>; null detaches it.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            Scope?.Forget(this);
            other?.Attach(this);
            return this;
        }

        private void Release()
        {
            var freed = Interlocked.Exchange(ref handle, 0);
            if (freed != 0) Native.ts_tensor_free(freed);
        }
    }

    /// <summary>Runs <paramref name="expr"/> and disposes every tensor it made but its result.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
