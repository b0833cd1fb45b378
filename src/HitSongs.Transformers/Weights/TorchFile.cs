using HitSongs.Transformers.Weights.Pickle;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights;

/// <summary>The weights in a file of Python's torch.save (pytorch_model.bin). The file is never run.</summary>
internal sealed class TorchFile : WeightSource
{
    private readonly Dictionary<string, Tensor> tensors;

    /// <exception cref="InvalidInputException">The file is cut, holds something else, or does something it should not.</exception>
    public TorchFile(string path)
    {
        try
        {
            tensors = PtFile.StateDict(path);
        }
        catch (InvalidDataException wrong)
        {
            throw new InvalidInputException(
                path,
                null,
                $"this is no sound file of weights: {wrong.Message.TrimEnd('.')}",
                "Save the model again, best as model.safetensors",
                wrong
            );
        }
        foreach (var tensor in tensors.Values) tensor.DetachFromDisposeScope();
    }

    public override IReadOnlyCollection<string> Names => tensors.Keys;

    public override ScalarType Type(string name) => tensors[name].dtype;

    public override long[] Shape(string name) => tensors[name].shape;

    public override void Read(string name, Tensor target)
    {
        using var unrecorded = no_grad();
        target.copy_(tensors[name]);
    }

    protected override void Close()
    {
        foreach (var tensor in tensors.Values) tensor.Dispose();
    }
}
