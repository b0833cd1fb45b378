namespace HitSongs.Transformers;

/// <summary>Fit of the weights in a folder to the model they were read into.</summary>
/// <param name="folder">Where the weights were.</param>
/// <param name="model_class">The class of the model.</param>
/// <param name="missing_keys">Weights of the model that the folder did not have: they are newly initialised.</param>
/// <param name="unexpected_keys">Weights in the folder that the model has no use for.</param>
/// <param name="mismatched_keys">Weights of another shape than the model's, newly initialised where that was allowed.</param>
public sealed record LoadingReport(
    string folder, string model_class, IReadOnlyList<string> missing_keys, IReadOnlyList<string> unexpected_keys, IReadOnlyList<MismatchedKey> mismatched_keys)
{
    /// <summary>Warnings for the user, one sentence a line; none when everything fitted.</summary>
    public IEnumerable<string> Warnings()
    {
        if (unexpected_keys.Count > 0)
            yield return $"{folder} has weights that {model_class} does not use: [{Quoted(unexpected_keys)}]. Expected when they belong to another task's "
                + "head.";
        if (missing_keys.Count > 0)
        {
            yield return $"{folder} lacks weights of {model_class}, which were newly initialised: [{Quoted(missing_keys)}]. Train the model before using it.";
        }
        if (mismatched_keys.Count > 0)
        {
            yield return $"{folder} has weights of other shapes than {model_class}, which were newly initialised: [{string.Join(", ", mismatched_keys)}]. "
                + "Train the model before using it.";
        }
    }

    private static string Quoted(IEnumerable<string> keys) => string.Join(", ", keys.Select(key => $"'{key}'"));
}

/// <summary>A weight whose shape in the file is not the model's.</summary>
public sealed record MismatchedKey(string key, IReadOnlyList<long> found, IReadOnlyList<long> expected)
{
    public override string ToString() => $"'{key}' has [{string.Join(", ", found)}], the model needs [{string.Join(", ", expected)}]";
}

/// <summary>Where warnings go.</summary>
public static class logging
{
    /// <summary>Takes each warning as a line; standard error unless it is replaced.</summary>
    public static TextWriter writer
    {
        get => chosen ?? Console.Error; // as it is now: notebooks give every cell another one, and close the last
        set => chosen = ReferenceEquals(value, Console.Error) ? null : value;
    }

    private static TextWriter? chosen;
}
