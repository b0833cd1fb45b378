namespace HitSongs.Grading.Rubrics;

/// <summary>Limits of a model's process, and how it is evaluated.</summary>
/// <param name="TimeoutSeconds">Greater than 0.</param>
/// <param name="MemoryMiB">At least 64.</param>
/// <param name="Folds">Parts of the cross-validation, at least 2.</param>
public sealed record ModelSettings(double TimeoutSeconds, int MemoryMiB, int Folds)
{
    /// <summary>
    /// What a model that was trained on shuffled labels may reach on the true ones, 0.5 to 1: above, it knows labels that nobody gave it, and no metric of it
    /// counts. Null where that does not matter.
    /// </summary>
    public double? KnownLabels { get; init; }
}
