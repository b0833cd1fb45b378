namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether operations of this thread are recorded.</summary>
    public static bool is_grad_enabled() => Native.ts_grad_mode(-1) != 0;

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
