namespace TorchSharp;

public static partial class torch
{
    /// <summary>Until disposed, operations of this thread are not recorded.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Until disposed, operations of this thread are recorded (or not, when false).</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <inheritdoc cref="enable_grad"/>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Whether operations of this thread are recorded.</summary>
    public static bool is_grad_enabled() => Native.ts_grad_mode(-1) != 0;

    /// <summary>Like <see cref="no_grad"/>, faster, and what is made can never be recorded.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    private sealed class GradMode(bool on) : IDisposable
    {
        private readonly int before = Native.ts_grad_mode(on ? 1 : 0);

        public void Dispose() => _ = Native.ts_grad_mode(before);
    }

    private sealed class InferenceMode(bool on) : IDisposable
    {
        private nint handle = Native.Check(Native.ts_inference_begin(on ? 1 : 0), "inference_mode");

        public void Dispose()
        {
            if (handle != 0) Native.ts_inference_end(handle);
            handle = 0;
        }
    }
}
