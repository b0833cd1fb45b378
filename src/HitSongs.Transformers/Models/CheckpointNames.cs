namespace HitSongs.Transformers.Models;

/// <summary>
/// From the names that a file has for weights to a model's: files of models with a head are read into models without one and the other
/// way round, and files from TensorFlow's time call the factor and offset of a normalization gamma and beta.
/// </summary>
internal sealed class CheckpointNames(PreTrainedModel model, IReadOnlyCollection<string> names)
{
    private readonly string prefix = model.base_model_prefix + ".";
    private readonly bool hasPrefix = names.Any(name => name.StartsWith(model.base_model_prefix + ".", StringComparison.Ordinal));

    /// <summary>The model's name for a weight; null when it is another model's.</summary>
    public string? Here(string key)
    {
        var name = Modern(key);
        if (model.IsBase && hasPrefix) return name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : null;
        return !model.IsBase && !hasPrefix && !IsOfHead(name) ? prefix + name : name;
    }

    /// <summary>A file's name without the prefix.</summary>
    public string Plain(string key) => key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : key;

    private bool IsOfHead(string name) => model.state_dict().ContainsKey(name);

    private static string Modern(string key)
    {
        if (key.EndsWith(".gamma", StringComparison.Ordinal)) return key[..^"gamma".Length] + "weight";
        return key.EndsWith(".beta", StringComparison.Ordinal) ? key[..^"beta".Length] + "bias" : key;
    }
}
