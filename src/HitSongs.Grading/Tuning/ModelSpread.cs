namespace HitSongs.Grading.Tuning;

/// <summary>Range of a known model's metric in any one evaluation.</summary>
/// <param name="Model">Its name.</param>
/// <param name="IsRight">Whether it has to pass; otherwise it has to fail.</param>
/// <param name="Low">Below this lies next to no evaluation; NaN, as <paramref name="High"/>, where the metric is undefined and so never passes.</param>
/// <param name="High">Above this lies next to no evaluation.</param>
public sealed record ModelSpread(string Model, bool IsRight, double Low, double High)
{
    /// <summary>Whether the metric is a number.</summary>
    public bool IsDefined => double.IsFinite(Low) && double.IsFinite(High);
}
