namespace HitSongs.Transformers.Weights;

/// <summary>The weights in a model's folder, in whichever of the hub's forms they are.</summary>
internal static class Checkpoint
{
    public const string Safetensors = "model.safetensors";
    private const string Pickle = "pytorch_model.bin";

    /// <exception cref="InvalidInputException">There are no weights, or they cannot be read.</exception>
    public static WeightSource Open(string folder)
    {
        var (safe, pickle) = (Path.Combine(folder, Safetensors), Path.Combine(folder, Pickle));
        if (File.Exists(safe))
            return new SafetensorsFile(safe);
        if (File.Exists(safe + ".index.json"))
            return new Shards(safe + ".index.json", path => new SafetensorsFile(path));
        if (File.Exists(pickle))
            return new TorchFile(pickle);
        if (File.Exists(pickle + ".index.json"))
            return new Shards(pickle + ".index.json", path => new TorchFile(path));
        throw new InvalidInputException(
            folder,
            null,
            $"the folder has neither {Safetensors} nor {Pickle}",
            "Name a folder that save_pretrained wrote, or download the weights into it"
        );
    }
}
