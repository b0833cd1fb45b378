using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights;

/// <summary>Weights by name, read one at a time.</summary>
internal abstract class WeightSource : IDisposable
{
    public abstract IReadOnlyCollection<string> Names { get; }

    public abstract ScalarType Type(string name);

    public abstract long[] Shape(string name);

    /// <summary>Reads a tensor into memory that is there already; elements are converted where the types differ.</summary>
    /// <param name="target">Contiguous, of the tensor's shape.</param>
    public abstract void Read(string name, Tensor target);

    /// <summary>Reads a tensor.</summary>
    public Tensor Read(string name)
    {
        var tensor = empty(Shape(name), Type(name));
        Read(name, tensor);
        return tensor;
    }

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    protected abstract void Close();
}
