using HitSongs.Transformers.Pretrained;

namespace HitSongs.Transformers.Models;

/// <summary>Chooses by the model_type of a folder's config.json.</summary>
internal static class AutoClass
{
    /// <exception cref="InvalidInputException">The folder's kind of model has none of <paramref name="wanted"/>.</exception>
    public static T Of<T>(string folder, string wanted, params ReadOnlySpan<(string type, Func<string, T> load)> kinds)
    {
        folder = PretrainedModels.Resolve(folder);
        var type = ConfigFile.ModelType(folder);
        foreach (var (its, load) in kinds) if (its == type) return load(folder);
        var known = string.Join(", ", kinds.ToArray().Select(kind => kind.type));
        throw new InvalidInputException(
            Path.Combine(folder, ConfigFile.Name),
            null,
            $"model_type '{type}' has {wanted} in no class known here",
            $"Choose a model of type {known}"
        );
    }
}
