using HitSongs.Transformers.Weights;
using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>Files of tensors by name, as Python's safetensors.torch reads and writes them.</summary>
public static class safetensors
{
    /// <summary>The tensors of a file, in memory of their own.</summary>
    /// <param name="wanted">Which of them are read, by name; null for all.</param>
    /// <exception cref="InvalidInputException">The file is cut, or its header says what cannot be.</exception>
    public static Dictionary<string, Tensor> load_file(string filename, Predicate<string>? wanted = null) => SafetensorsFile.ReadAll(filename, wanted);

    /// <summary>Writes a file; a file of that name is replaced only once the new one is complete.</summary>
    /// <param name="metadata">Facts about the file; Python's library wants {"format": "pt"}.</param>
    /// <exception cref="NotSupportedException">The format cannot hold a tensor's elements.</exception>
    public static void save_file(IReadOnlyDictionary<string, Tensor> tensors, string filename, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        SafetensorsWriter.WriteFile(tensors, filename, metadata);
    }

    /// <summary>The facts that a file tells about itself.</summary>
    /// <exception cref="InvalidInputException">The file is cut, or its header says what cannot be.</exception>
    public static IReadOnlyDictionary<string, string> metadata(string filename)
    {
        using var file = new SafetensorsFile(filename);
        return file.Metadata;
    }
}
