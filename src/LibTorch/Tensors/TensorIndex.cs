namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry of an index such as Python's <c>t[1, 2:5, ..., None]</c>.</summary>
    public readonly partial struct TensorIndex
    {
        private TensorIndex(Kind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Entry = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Chosen = tensor;
        }
    }
}
