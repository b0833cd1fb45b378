using HitSongs.Transformers.Weights.Memory;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights;

/// <summary>A safetensors file, opened: its tensors are read when they are asked for, straight into their memory.</summary>
internal sealed class SafetensorsFile : WeightSource
{
    /// <summary>The tensors of a file, in memory of their own: all, or those that are wanted.</summary>
    public static Dictionary<string, Tensor> ReadAll(string path, Predicate<string>? wanted = null)
    {
        using var opened = new SafetensorsFile(path);
        return opened.Names.Where(name => wanted is null || wanted(name)).ToDictionary(name => name, opened.Read);
    }

    private readonly FileStream file;
    private readonly SafetensorsHeader header;

    /// <exception cref="InvalidInputException">It is no sound safetensors file.</exception>
    public SafetensorsFile(string path)
    {
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        try
        {
            header = SafetensorsHeader.Read(file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override IReadOnlyCollection<string> Names => [.. header.Entries.Keys];

    public IReadOnlyDictionary<string, string> Metadata => header.Metadata;

    public override ScalarType Type(string name) => header.Entries[name].Type;

    public override long[] Shape(string name) => header.Entries[name].Shape;

    public override void Read(string name, Tensor target)
    {
        var entry = header.Entries[name];
        if (target.dtype == entry.Type)
        {
            TensorMemory.Fill(target, file.SafeFileHandle, header.DataStart + entry.Begin);
            return;
        }
        using var unrecorded = no_grad();
        using var own = empty(entry.Shape, entry.Type);
        TensorMemory.Fill(own, file.SafeFileHandle, header.DataStart + entry.Begin);
        target.copy_(own).Dispose();
    }

    protected override void Close() => file.Dispose();
}
