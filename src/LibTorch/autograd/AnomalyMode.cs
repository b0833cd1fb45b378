namespace TorchSharp;

/// <summary>Until disposed, a backward pass of this process that makes a NaN fails and names the operation it belongs to.</summary>
public sealed class AnomalyMode : IDisposable
{
    private readonly int before;

    /// <param name="check_nan">Whether NaN counts as an anomaly.</param>
    public AnomalyMode(bool enabled, bool check_nan = true)
    {
        before = Native.ts_anomaly_mode(enabled ? 1 : 0, check_nan ? 1 : 0);
        (IsEnabled, ShouldCheckNaN) = (enabled, check_nan);
    }

    public bool IsEnabled { get; }
    public bool ShouldCheckNaN { get; }
    public void Dispose() => _ = Native.ts_anomaly_mode(before & 1, before >> 1);
}
