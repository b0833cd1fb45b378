namespace TorchSharp;

/// <summary>How a convolution treats the border: only whole windows, or as many results as inputs.</summary>
public enum Padding
{
    Valid,
    Same,
}

/// <summary>What a tensor is widened with.</summary>
public enum PaddingModes
{
    Zeros,
    Reflect,
    Replicate,
    Circular,
    Constant,
}

/// <summary>How the embeddings of a bag become one.</summary>
public enum EmbeddingBagMode
{
    Sum,
    Mean,
    Max,
}

public static partial class torch
{
    /// <summary>How what lies between elements is made up.</summary>
    public enum InterpolationMode
    {
        Nearest,
        Linear,
        Bilinear,
        Bicubic,
        Trilinear,
        Area,
        NearestExact,
    }

    /// <inheritdoc cref="InterpolationMode"/>
    public enum UpsampleMode
    {
        Nearest,
        Linear,
        Bilinear,
        Bicubic,
        Trilinear,
    }

    /// <inheritdoc cref="InterpolationMode"/>
    public enum GridSampleMode
    {
        Nearest = 0,
        Bilinear = 2,
    }

    /// <summary>What lies outside of a grid.</summary>
    public enum GridSamplePaddingMode
    {
        Zeros,
        Reflection,
        Border,
    }

    public static partial class nn
    {
        /// <summary>How the loss of each element becomes one number.</summary>
        public enum Reduction : long
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }

        public enum NonLinearities
        {
            ReLU,
            Tanh,
        }

        public enum Activations
        {
            ReLU,
            GELU,
        }
    }
}
