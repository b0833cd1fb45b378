namespace TorchSharp;

/// <summary>What a tensor is widened with.</summary>
public enum PaddingModes
{
    Zeros,
    Reflect,
    Replicate,
    Circular,
    Constant,
}
